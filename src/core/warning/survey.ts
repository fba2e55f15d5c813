/** Looks at the mentions of the last fortnight and says which series are surging, with the figures that say so (K14). */
import { DAY, HOUR, MINUTE } from '../time.ts';
import { chanceOfRise } from './chance.ts';
import { count, type Period, span } from './period.ts';
import type { Threshold, WarningRules, Window } from './rules.ts';
import { keyOf, type Seen, type Series } from './series.ts';

/** One series that is up: so many in the window, where so many are usual. */
export type Signal = {
  readonly series: Series;
  readonly window: Window;
  readonly count: number;
  /** What the same time usually brings, to one decimal. */
  readonly usual: number;
};

/** What the desk remembers beside the mentions themselves. All times are milliseconds since 1970. */
export type Memory = {
  /** Since when the desk has been there to see mentions: what was before is not a quiet time but an unknown one. */
  readonly since: number;
  /** The signals of the warning that is running. */
  readonly running: readonly Signal[];
  /** Series that were up by the hour in that warning: their day is up for the same reason. */
  readonly sharp: readonly string[];
  /** When the last warning ended: what came before has been told. */
  readonly told: number;
  /** Past surges, which say nothing about what is usual. */
  readonly surges: readonly Period[];
  /** Series that a person called no surge, with the mentions an hour that they saw, and when. */
  readonly dismissed: readonly { readonly series: string; readonly rate: number; readonly at: number }[];
};

const LENGTH: Readonly<Record<Window, number>> = { hour: HOUR, day: DAY };
const BEFORE: Readonly<Record<Window, number>> = { hour: 12 * HOUR, day: 14 * DAY };
/** The oldest mention that can still matter. */
export const MEMORY = BEFORE.day + DAY;
/** A past shorter than this says nothing of what is usual. */
const SHORTEST_PAST = 2 * HOUR;
/** Too short a time, right after a warning ended, to say anything of a rate. */
const SHORTEST_NOW = 10 * MINUTE;
/** A signal lasts while this recent time brings so many times what is usual, and half of what makes a surge. */
const LASTING: Readonly<Record<Window, number>> = { hour: 2 * HOUR, day: 12 * HOUR };
const LASTING_TIMES = 1.5;
/** What somebody called no surge has to grow by before it is one. */
const GROWN = 2;

/** Every series that surges now, the least likely first. Pure: the same mentions give the same answer. */
export function survey(series: Iterable<Seen>, at: number, memory: Memory, rules: WarningRules): readonly Signal[] {
  const pasts = { hour: pastsOf('hour', at, memory), day: pastsOf('day', at, memory) };
  const look: Look = { at, memory, rules, pasts };
  return [...series]
    .flatMap((seen) => readings(seen, look))
    .sort((a, b) => a.chance - b.chance)
    .map(({ signal }) => signal);
}

type Look = {
  readonly at: number;
  readonly memory: Memory;
  readonly rules: WarningRules;
  readonly pasts: Readonly<Record<Window, readonly Past[]>>;
};
type Reading = { readonly signal: Signal; readonly chance: number };

/** The hour speaks for a sharp rise; the day only where no hour did. */
function readings(seen: Seen, look: Look): readonly Reading[] {
  const sharp = reading(seen, 'hour', look);
  if (sharp) return [sharp];
  const slow = look.memory.sharp.includes(keyOf(seen.series)) ? undefined : reading(seen, 'day', look);
  return slow ? [slow] : [];
}

function reading({ series, times }: Seen, window: Window, look: Look): Reading | undefined {
  const { at, memory, rules, pasts } = look;
  const { oneIn, [window]: level } = rules.levels[rules.sensitivity];
  const known = memory.running.find((one) => one.window === window && keyOf(one.series) === keyOf(series));
  if (known) return lasting(known, level, times, at);
  const now = { from: Math.max(at - LENGTH[window], memory.told), to: at };
  const length = now.to - now.from;
  const found = count(times, now);
  if (found < level.least || length < SHORTEST_NOW || pasts[window].length === 0) return undefined;
  const compared = pasts[window].map((past) => {
    const before = past.periods.reduce((sum, period) => sum + count(times, period, memory.surges), 0);
    const chance = chanceOfRise(found, length, before, past.length);
    return {
      usual: (before / past.length) * length,
      chance,
      likely: chance * oneIn ** past.weight > 1,
    };
  });
  const usual = Math.max(...compared.map((one) => one.usual));
  const chance = Math.max(...compared.map((one) => one.chance));
  if (
    found < level.times * usual ||
    compared.some(({ likely }) => likely) ||
    isQuiet(series, (found * HOUR) / length, look)
  )
    return undefined;
  return { signal: { series, window, count: found, usual: rounded((usual / length) * LENGTH[window]) }, chance };
}

/** A running signal goes on against what was usual before it began, not against what it has become itself. */
function lasting(signal: Signal, { least }: Threshold, times: readonly number[], at: number): Reading | undefined {
  const { window, usual } = signal;
  const recently = count(times, { from: at - LASTING[window], to: at });
  const expected = (usual / LENGTH[window]) * LASTING[window];
  if (recently < least / 2 || recently < LASTING_TIMES * expected) return undefined;
  return { signal: { ...signal, count: count(times, { from: at - LENGTH[window], to: at }) }, chance: 0 };
}

type Past = { readonly periods: readonly Period[]; readonly length: number; readonly weight: number };

/** What a window is held against: the time right before it and, for an hour, the same time of day on other days. */
function pastsOf(window: Window, at: number, { since, surges }: Memory): readonly Past[] {
  const end = at - LENGTH[window];
  const before = { from: end - BEFORE[window], to: end };
  const rhythm = Array.from({ length: 14 }, (_, index) => {
    const day = at - (index + 1) * DAY;
    return { from: day - LENGTH.hour - HOUR / 2, to: day + HOUR / 2 };
  });
  return [[before], window === 'hour' ? rhythm : []]
    .map((periods, index) => {
      const known = periods
        .map(({ from, to }) => ({ from: Math.max(from, since), to }))
        .filter(({ from, to }) => from < to);
      const length = known.reduce((sum, period) => sum + span(period, surges), 0);
      // Few other days cannot say much yet: they have their full say from six days on.
      return { periods: known, length, weight: index === 1 ? Math.min(1, length / BEFORE.hour) : 1 };
    })
    .filter(({ length }) => length >= SHORTEST_PAST);
}

const isQuiet = (series: Series, rate: number, { at, memory, rules }: Look): boolean =>
  memory.dismissed.some(
    (one) => one.series === keyOf(series) && at - one.at < rules.quietHours * HOUR && rate < GROWN * one.rate,
  );

const rounded = (value: number): number => Math.round(value * 10) / 10;
