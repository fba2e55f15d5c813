/** What is counted: all mentions, those of one topic, those on one platform. */
import type { CaseState } from '../case/state.ts';
import type { Category, Cause, Media } from '../case/vocabulary.ts';

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

/** The series of the sightings, by key. What triage could not place is no topic of its own. */
export function bySeries(sightings: readonly Sighting[]): ReadonlyMap<string, Seen> {
  const found = new Map<string, { series: Series; times: number[] }>();
  const add = (series: Series, at: number) => {
    const key = keyOf(series);
    const seen = found.get(key);
    if (seen) seen.times.push(at);
    else found.set(key, { series, times: [at] });
  };
  for (const { at, media, category, cause } of sightings) {
    add({ by: 'all' }, at);
    if (category !== 'other') add({ by: 'category', value: category }, at);
    if (cause !== 'unknown') add({ by: 'cause', value: cause }, at);
    add({ by: 'media', value: media }, at);
  }
  for (const { times } of found.values()) times.sort((a, b) => a - b);
  return found;
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
