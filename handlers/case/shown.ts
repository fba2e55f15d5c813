/** A case for one reader: as they may see it, ready for cards. */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { CaseState } from '#src/core/case/state.ts';
import { type Audience, visible } from '#src/core/case/visible.ts';
import type { Rules } from '#src/core/rules.ts';
import type { SeenCase } from '#src/desk/cases.ts';
import type { Whole } from '#src/desk/wanted.ts';
import type { Context } from '#src/handler.ts';
import type { Shown } from '#src/view/case/shown.ts';
import type { Reader } from '#src/view/reader.ts';

export type CaseRecord = Whole<CaseState, CaseEvent>;

/** For the outbox: undefined when this audience may see nothing of it. */
export function shownTo(record: CaseRecord, audience: Audience, reader: Reader, rules: Rules): Shown | undefined {
  if (record.state.status === 'none') return undefined;
  const state = visible(record.state, audience, rules);
  return state && { id: record.id, state, seen: record.history.length - 1, rules, reader };
}

/** For an answer to whoever acts. */
export const shownIn = (ctx: Context, seen: SeenCase): Shown => ({
  ...seen,
  rules: ctx.desk.rules,
  reader: ctx.reader,
});
