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

/** Sightings by series, each in order of time, kept so while they come and go: nothing is ever sorted anew. */
export class Sightings {
  readonly #series = new Map<string, { readonly series: Series; readonly times: number[] }>();

  all(): Iterable<Seen> {
    return this.#series.values();
  }

  add(sighting: Sighting): void {
    for (const series of seriesOf(sighting)) {
      const key = keyOf(series);
      const { times } = this.#series.get(key) ?? { times: [] };
      times.splice(after(times, sighting.at), 0, sighting.at);
      this.#series.set(key, { series, times });
    }
  }

  /** One that was added before. */
  remove(sighting: Sighting): void {
    for (const key of seriesOf(sighting).map(keyOf)) {
      const times = this.#series.get(key)?.times ?? [];
      times.splice(after(times, sighting.at) - 1, 1);
      if (times.length === 0) this.#series.delete(key);
    }
  }
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
