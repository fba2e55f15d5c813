/** What is counted: all mentions, those of one topic, those on one platform. */
import type { CaseState } from '../case/state.ts';
import type { Category, Cause, Media } from '../case/vocabulary.ts';
import { after } from './period.ts';

/** One post, as far as counting goes. `at` is milliseconds since 1970. */
export type Sighting = {
  readonly at: number;
  readonly media: Media;
  readonly category: Category;
  readonly cause: Cause;
};

export type Series =
  | { readonly by: 'all' }
  | { readonly by: 'category'; readonly value: Category }
  | { readonly by: 'cause'; readonly value: Cause }
  | { readonly by: 'media'; readonly value: Media };

export const keyOf = (series: Series): string => (series.by === 'all' ? 'all' : `${series.by}/${series.value}`);

/** When the mentions of one series came, the earliest first; milliseconds since 1970. */
export type Seen = { readonly series: Series; readonly times: readonly number[] };

/** The series that a sighting is one of. What triage could not place is no topic of its own. */
export const seriesOf = ({ media, category, cause }: Sighting): readonly Series[] => [
  { by: 'all' },
  ...(category === 'other' ? [] : [{ by: 'category', value: category } as const]),
  ...(cause === 'unknown' ? [] : [{ by: 'cause', value: cause } as const]),
  { by: 'media', value: media },
];

type Kept = { readonly series: Series; readonly times: number[]; inOrder: boolean };

/** Sightings by series, each in order of time, kept so while they come and go: mostly the latest comes last. */
export class Sightings {
  readonly #series = new Map<string, Kept>();

  all(): Iterable<Seen> {
    for (const kept of this.#series.values()) putInOrder(kept);
    return this.#series.values();
  }

  add(sighting: Sighting): void {
    const { at } = sighting;
    for (const series of seriesOf(sighting)) {
      const key = keyOf(series);
      const kept = this.#series.get(key) ?? { series, times: [], inOrder: true };
      // A start brings them in any order: to put each in its place would move all that came before, every time.
      kept.inOrder &&= (kept.times.at(-1) ?? at) <= at;
      kept.times.push(at);
      this.#series.set(key, kept);
    }
  }

  /** One that was added before. */
  remove(sighting: Sighting): void {
    for (const key of seriesOf(sighting).map(keyOf)) {
      const kept = this.#series.get(key);
      if (!kept) continue;
      putInOrder(kept);
      kept.times.splice(after(kept.times, sighting.at) - 1, 1);
      if (kept.times.length === 0) this.#series.delete(key);
    }
  }
}

function putInOrder(kept: Kept): void {
  if (!kept.inOrder) kept.times.sort((a, b) => a - b);
  kept.inOrder = true;
}

/**
 * What a channel may count of a case. Nothing of a confidential one; nothing of praise, nor of what turned out to be
 * spam or about somebody else; and a case that was merged counts where its mentions are now.
 */
export function sightingsOf(state: CaseState): readonly Sighting[] {
  if (state.status === 'none' || state.confidential || (state.status === 'merged' && state.handed)) return [];
  if (state.status === 'dismissed' && (state.why === 'spam' || state.why === 'not_about_us')) return [];
  const category = state.triage.category.value;
  const cause = state.triage.cause.value;
  if (category === 'praise') return [];
  return state.mentions.map(({ at, media }) => ({ at: Date.parse(at), media, category, cause }));
}
