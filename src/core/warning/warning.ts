/** One surge of mentions, from the first warning until it calms or somebody says that it is none (K14). */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import { HOUR, MINUTE, plus } from '../time.ts';
import type { Sensitivity } from './rules.ts';
import { keyOf } from './series.ts';
import type { Signal } from './survey.ts';

export type Running = {
  readonly status: 'running';
  readonly since: Instant;
  readonly sensitivity: Sensitivity;
  /** What is up now. */
  readonly signals: readonly Signal[];
  /** Every series that was up, at its highest. */
  readonly heights: readonly Signal[];
  /** When the desk looks again, should nothing happen until then. */
  readonly lookAt: Instant;
};
export type Over = Omit<Running, 'status' | 'signals' | 'lookAt'> & {
  readonly status: 'over';
  readonly until: Instant;
  /** Who said that it is none, and why; absent when it calmed by itself. */
  readonly dismissed?: { readonly by: PersonId; readonly reason: string };
};
export type Warning = { readonly status: 'none' } | Running | Over;

export type WarningCommand =
  /** What the desk sees now; `exact` when a lower figure matters too, because something no longer counts. */
  | { readonly type: 'observe'; readonly signals: readonly Signal[]; readonly exact?: true }
  | { readonly type: 'look' }
  | { readonly type: 'dismiss'; readonly reason: string };

export type WarningEvent =
  | {
      readonly type: 'rose';
      readonly sensitivity: Sensitivity;
      readonly signals: readonly Signal[];
      readonly lookAt: Instant;
    }
  | { readonly type: 'moved'; readonly signals: readonly Signal[]; readonly lookAt: Instant }
  /** Time to look again; what was seen follows in an event of its own, if it differs. */
  | { readonly type: 'looked'; readonly lookAt: Instant }
  | { readonly type: 'calmed' }
  | { readonly type: 'dismissed'; readonly private: { readonly reason: string } };

/** A running warning is looked at again after so long, so that it ends though nothing comes any more. */
const AGAIN = 30 * MINUTE;
/** A count is news when it has grown by this share: a card is not edited, nor a disk written, for every post of a storm. */
const NEWS = 0.2;

export const warning: Decider<Warning, WarningCommand, WarningEvent> = {
  kind: 'warning',
  version: 1,
  initial: { status: 'none' },
  decide(state, command, { at, roles, rules }) {
    switch (command.type) {
      case 'observe':
        return observed(state, command, rules.warning.sensitivity, plus(at, AGAIN));
      case 'look':
        return state.status === 'running' ? [{ type: 'looked', lookAt: plus(at, AGAIN) }] : [];
      case 'dismiss': {
        if (state.status === 'none') throw new Refused({ code: 'warning_unknown' });
        const need = rules.steps.dismiss;
        if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'warning_needs_role', need });
        if (state.status === 'over') throw new Refused({ code: 'warning_over' });
        const reason = command.reason.trim();
        if (reason === '') throw new Refused({ code: 'input_missing', field: 'reason' });
        return [{ type: 'dismissed', private: { reason } }];
      }
    }
  },
  evolve(state, event, { at, by }) {
    switch (event.type) {
      case 'rose': {
        const { sensitivity, signals, lookAt } = event;
        return { status: 'running', since: at, sensitivity, signals, heights: signals, lookAt };
      }
      case 'moved':
        if (state.status !== 'running') return state;
        return {
          ...state,
          signals: event.signals,
          heights: highest(state.heights, event.signals),
          lookAt: event.lookAt,
        };
      case 'looked':
        return state.status === 'running' ? { ...state, lookAt: event.lookAt } : state;
      case 'calmed':
        return state.status === 'running' ? over(state, at) : state;
      case 'dismissed': {
        if (state.status !== 'running') return state;
        return { ...over(state, at), dismissed: { by, reason: event.private.reason } };
      }
    }
  },
};

/** A running warning is looked at now and then, also when no mention comes to remind the desk of it. */
export const due = (state: Warning) =>
  state.status === 'running'
    ? [{ key: `look/${state.lookAt}`, at: state.lookAt, command: { type: 'look' } as const }]
    : [];

function observed(
  state: Warning,
  { signals, exact }: Extract<WarningCommand, { type: 'observe' }>,
  sensitivity: Sensitivity,
  lookAt: Instant,
): readonly WarningEvent[] {
  switch (state.status) {
    case 'none':
      return signals.length === 0 ? [] : [{ type: 'rose', sensitivity, signals, lookAt }];
    case 'running':
      if (signals.length === 0) return [{ type: 'calmed' }];
      return isNews(state.signals, signals, exact === true) ? [{ type: 'moved', signals, lookAt }] : [];
    case 'over':
      return [];
  }
}

function isNews(before: readonly Signal[], now: readonly Signal[], exact: boolean): boolean {
  const known = new Map(before.map((signal) => [nameOf(signal), signal.count]));
  if (known.size !== now.length) return true;
  return now.some((signal) => {
    const was = known.get(nameOf(signal));
    return was === undefined || signal.count >= was * (1 + NEWS) || (exact && signal.count !== was);
  });
}

const nameOf = ({ series, window }: Pick<Signal, 'series' | 'window'>): string => `${keyOf(series)}/${window}`;

function highest(before: readonly Signal[], now: readonly Signal[]): readonly Signal[] {
  const all = new Map(before.map((signal) => [nameOf(signal), signal]));
  for (const signal of now) if (signal.count >= (all.get(nameOf(signal))?.count ?? 0)) all.set(nameOf(signal), signal);
  return [...all.values()];
}

function over({ since, sensitivity, heights }: Running, until: Instant): Over {
  return { status: 'over', since, sensitivity, heights, until };
}

/** Mentions an hour at a signal's height. */
export const rateOf = ({ window, count }: Signal): number => (window === 'hour' ? count : (count * HOUR) / (24 * HOUR));
