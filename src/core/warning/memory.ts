/** What the past warnings leave to remember: surges that are not usual, what was told, what was called no surge. */
import { keyOf } from './series.ts';
import type { Memory } from './survey.ts';
import { MEMORY } from './survey.ts';
import { type Over, type Running, rateOf, type Warning } from './warning.ts';

/** `past` in any order; those older than a look goes back leave nothing. */
export function memoryOf(past: Iterable<Warning>, now: Warning, since: number): Memory {
  const over = [...past].filter((one) => one.status === 'over');
  return {
    since,
    running: now.status === 'running' ? now.signals : [],
    sharp: now.status === 'running' ? sharpOf(now) : [],
    told: Math.max(0, ...over.map(({ until }) => Date.parse(until))),
    surges: over
      .filter(({ dismissed }) => dismissed === undefined)
      .map((one) => ({ from: Date.parse(one.since), to: Date.parse(one.until) })),
    dismissed: over.filter(({ dismissed }) => dismissed !== undefined).flatMap(refused),
  };
}

const sharpOf = ({ heights }: Running): readonly string[] =>
  heights.filter(({ window }) => window === 'hour').map(({ series }) => keyOf(series));

const refused = ({ heights, until }: Over) =>
  heights.map((signal) => ({ series: keyOf(signal.series), rate: rateOf(signal), at: Date.parse(until) }));

/** Whether a warning that is over still matters to a look at this time. */
export const matters = ({ until }: Over, at: number): boolean => Date.parse(until) > at - MEMORY;
