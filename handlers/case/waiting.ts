/** What waits for a person, and why: decisions, publications, effects, plans to confirm. */
import type { CaseSummary } from '#src/core/case/summary.ts';
import { turnOf } from '#src/core/case/turn.ts';
import type { Context } from '#src/handler.ts';

/** A sentence for each case that this person is expected to do something about; undefined when it is not their turn. */
export function waitsFor(ctx: Context, one: CaseSummary): string | undefined {
  const turn = turnOf(ctx, one, ctx.desk.rules, ctx.at);
  return turn && ctx.reader.t.caseList[turn];
}
