/** Counts over all cases that somebody may know of, with pauses, so that nobody who clicks meanwhile waits for it. */
import { mayKnow } from '#src/core/case/may.ts';
import type { CaseSummary } from '#src/core/case/summary.ts';
import type { Counter } from '#src/core/figures/counter.ts';
import type { Rules } from '#src/core/rules.ts';
import { breather } from './breather.ts';
import type { Viewer } from './cases.ts';

/** After so many cases it is asked whether others are to have a turn. */
const LOOK = 250;

/** Figures of what everybody on the desk may know, and apart from them those of confidential cases. */
export type Apart<T> = { readonly open: T; readonly confidential?: T };

/**
 * `counter` is made twice: confidential cases are never part of the figures that others may see, and are counted at all
 * only for those who may know of such cases. A case that concerns the viewer counts nowhere for them.
 */
export async function countFor<T>(
  cases: Iterable<readonly [string, CaseSummary]>,
  { me, roles }: Viewer,
  rules: Rules,
  counter: () => Counter<T>,
): Promise<Apart<T>> {
  const open = counter();
  const trusted = roles.some((role) => rules.confidentialRoles.includes(role));
  const confidential = trusted ? counter() : undefined;
  let done = 0;
  const breathe = breather();
  for (const [, one] of cases) {
    if (mayKnow(one, me, roles, rules)) (one.confidential ? confidential : open)?.add(one);
    done += 1;
    if (done % LOOK === 0) await breathe();
  }
  return { open: open.result(), ...(confidential && { confidential: confidential.result() }) };
}
