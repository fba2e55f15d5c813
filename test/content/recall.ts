/** How many questions are answered among the first hits. */
import type { Search } from '#src/content/search/search.ts';
import type { Query } from './policy-queries.ts';

export type Missed = Query & { readonly got: readonly string[] };

/** The share of questions for which one of the clauses is among the first `most`, and those for which none is. */
export function recall(search: Search, queries: readonly Query[], most: number): { share: number; missed: Missed[] } {
  const missed = queries.flatMap((query) => {
    const got = search(query.ask, query.locale, most).map(({ clause }) => clause.id);
    return got.some((id) => query.find.includes(id)) ? [] : [{ ...query, got }];
  });
  return { share: 1 - missed.length / queries.length, missed };
}
