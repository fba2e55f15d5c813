/** Runs the desk over a stretch of time, minute by minute, and stops it now and then for a while. */
import type { Happened, Instant } from '#src/core/event.ts';
import { type NudgesEvent, nudges } from '#src/core/nudges/nudges.ts';
import { HOUR, MINUTE, plus } from '#src/core/time.ts';
import { upcast } from '#src/desk/folded.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { dice } from '#test/road/dice.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { deed, PACE } from './deeds.ts';
import { type Office, office } from './office.ts';

/** From when to when the clock struck every minute, both included. */
export type Run = { readonly from: Instant; readonly to: Instant };
export type Past = {
  readonly office: Office;
  readonly runs: readonly Run[];
  /** What happened to the record of what is running out for each person; the record itself is kept short. */
  readonly nudged: ReadonlyMap<string, readonly Happened<NudgesEvent>[]>;
  readonly deeds: number;
  readonly faults: readonly string[];
};

/** `stops`: on how many days of a hundred the process ends, by itself or because somebody stops it. */
export async function live(from: Instant, to: Instant, seed: number, stops: number): Promise<Past> {
  const chance = dice(seed);
  const [store, chat] = [memoryStore(), new FakePlatform()];
  const runs: Run[] = [];
  const faults: string[] = [];
  const nudged = new Map<string, Happened<NudgesEvent>[]>();
  store.follow((stream, entries) => {
    const [kind, person = ''] = stream.split('/');
    if (kind !== nudges.kind) return;
    const all = nudged.get(person) ?? [];
    all.push(...entries.map((entry) => upcast(nudges, entry)));
    nudged.set(person, all);
  });
  let deeds = 0;
  let at = from;
  for (;;) {
    const running = await office(store, chat, at);
    const began = at;
    const ends = endOf(at, to, chance.roll((200 / stops) * 24 * 60));
    while (at < ends) {
      await running.strike(at);
      if (chance.roll(PACE) < MINUTE) {
        deeds += 1;
        const cause = `deed/${deeds}`;
        await running.does(plus(at, MINUTE / 2), () => deed(running, chance, plus(at, MINUTE / 2), cause));
      }
      at = plus(at, MINUTE);
    }
    runs.push({ from: began, to: plus(at, -MINUTE) });
    faults.push(...running.faults);
    if (at >= to) return { office: running, runs, nudged, deeds, faults };
    await running.stop();
    at = endOf(at, to, chance.often(40) ? chance.roll(30 * 60) : chance.roll(10));
    if (at >= to) at = plus(to, -HOUR);
  }
}

const endOf = (at: Instant, to: Instant, minutes: number): Instant => {
  const end = plus(at, (minutes + 1) * MINUTE);
  return end < to ? end : to;
};
