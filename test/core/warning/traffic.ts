/** Mentions as they come over a year, and a desk that looks at them as the real one does: at each post, and now and then. */
import type { Instant } from '#src/core/event.ts';
import { DAY, HOUR } from '#src/core/time.ts';
import { memoryOf } from '#src/core/warning/memory.ts';
import type { WarningRules } from '#src/core/warning/rules.ts';
import { type Sighting, Sightings } from '#src/core/warning/series.ts';
import { MEMORY, survey } from '#src/core/warning/survey.ts';
import { due, type Warning, type WarningEvent, warning } from '#src/core/warning/warning.ts';
import { rules } from '#test/core/rules.fixture.ts';

export const BEGIN = Date.parse('2026-01-01T00:00:00.000Z');

/** Numbers in [0, 1) that are the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MEDIA = [
  'weibo',
  'weibo',
  'weibo',
  'xiaohongshu',
  'xiaohongshu',
  'douyin',
  'zhihu',
  'x',
  'reddit',
  'news',
] as const;
const CATEGORIES = ['complaint', 'complaint', 'complaint', 'question', 'question', 'rumour', 'other'] as const;
const CAUSES = ['product', 'service', 'service', 'delivery', 'delivery', 'price', 'unknown', 'unknown'] as const;

const one = <T>(all: readonly [T, ...T[]], roll: number): T => all[Math.floor(roll * all.length)] ?? all[0];

/** Random mentions at a rate an hour that may differ over time; what they are about is random too, unless it is said. */
export function traffic(
  seed: number,
  { from = BEGIN, to, rate, ...about }: { from?: number; to: number; rate: (at: number) => number } & Partial<Sighting>,
): readonly Sighting[] {
  const roll = dice(seed);
  const most = 4 * Math.max(...Array.from({ length: 24 * 7 }, (_, hour) => rate(from + hour * HOUR)), 0.01);
  const found: Sighting[] = [];
  for (let at = from; ; ) {
    at += (-Math.log(1 - roll()) / most) * HOUR;
    if (at >= to) return found;
    if (roll() * most >= rate(at)) continue;
    const random = { media: one(MEDIA, roll()), category: one(CATEGORIES, roll()), cause: one(CAUSES, roll()) };
    found.push({ ...random, ...about, at: Math.round(at) });
  }
}

export const merged = (...all: readonly (readonly Sighting[])[]): readonly Sighting[] =>
  all.flat().sort((a, b) => a.at - b.at);

/** Everybody sleeps at night and writes less at weekends, in Shanghai. */
export const daily = (rate: number) => (at: number) => {
  const local = new Date(at + 8 * HOUR);
  const hour = local.getUTCHours();
  const awake = hour < 6 ? 0.15 : hour < 9 ? 0.7 : hour < 23 ? 1.35 : 0.8;
  return rate * awake * (local.getUTCDay() % 6 === 0 ? 0.6 : 1.15);
};

export type Story = { readonly at: number; readonly event: WarningEvent };

/** What the desk would have recorded, warning after warning. */
export function watched(
  sightings: readonly Sighting[],
  level: Partial<WarningRules> = {},
  { since = BEGIN, until = (sightings.at(-1)?.at ?? BEGIN) + 2 * DAY, spare = 0 } = {},
): readonly Story[] {
  const own = { ...rules, warning: { ...rules.warning, ...level } };
  const story: Story[] = [];
  const past: Warning[] = [];
  let state: Warning = warning.initial;
  const seen = new Sightings();
  let [first, next] = [0, 0];
  let looked = 0;
  const act = (command: Parameters<typeof warning.decide>[1], at: number) => {
    const when: Instant = new Date(at).toISOString();
    const deal = { by: 'desk', roles: [], at: when, rules: own, cause: `${at}` };
    for (const event of warning.decide(state, command, deal)) {
      state = warning.evolve(state, event, { id: `${at}`, number: story.length, at: when, by: 'desk', cause: `${at}` });
      story.push({ at, event });
    }
    if (state.status !== 'over') return;
    past.push(state);
    state = warning.initial;
  };
  const look = (at: number) => {
    for (let old = sightings[first]; old && old.at < at - MEMORY; old = sightings[first]) {
      seen.remove(old);
      first += 1;
    }
    const signals = survey(seen.all(), at, memoryOf(past, state, since), own.warning);
    act({ type: 'observe', signals }, at);
  };
  for (;;) {
    const alarm = due(state)[0]?.at;
    const clock = alarm === undefined ? Number.POSITIVE_INFINITY : Date.parse(alarm);
    const post = sightings[next]?.at ?? Number.POSITIVE_INFINITY;
    const at = Math.min(clock, post);
    if (at > until) return story;
    const posted = post <= clock ? sightings[next] : undefined;
    if (posted) {
      seen.add(posted);
      next += 1;
    } else act({ type: 'look' }, at);
    // Where much is written, looking at each post would take the test too long and find no more.
    if (post <= clock && at - looked < spare) continue;
    looked = at;
    look(at);
  }
}
