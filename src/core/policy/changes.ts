/** What differs between two texts of a policy, clause by clause. */
import { type ClauseText, clauseDigest, type PolicyContent } from './content.ts';

export type Change =
  | { readonly kind: 'added'; readonly after: ClauseText }
  | { readonly kind: 'removed'; readonly before: ClauseText }
  | { readonly kind: 'changed'; readonly before: ClauseText; readonly after: ClauseText };

/** In the order of the newer text; what was removed stands last. A clause that only moved has not changed. */
export function changesBetween(before: PolicyContent, after: PolicyContent): readonly Change[] {
  const old = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const kept = new Set(after.clauses.map(({ id }) => id));
  return [
    ...after.clauses.flatMap((clause): readonly Change[] => {
      const was = old.get(clause.id);
      if (!was) return [{ kind: 'added', after: clause }];
      return clauseDigest(was) === clauseDigest(clause) ? [] : [{ kind: 'changed', before: was, after: clause }];
    }),
    ...before.clauses.filter(({ id }) => !kept.has(id)).map((clause): Change => ({ kind: 'removed', before: clause })),
  ];
}

/** The clause that a change is about. */
export const clauseOf = (change: Change): ClauseText => (change.kind === 'removed' ? change.before : change.after);
