/** How handlers act on a case: who acts and why once, and the answer that fits where it was clicked. */
import type { CaseCommand } from '#src/core/case/command.ts';
import { currentDigest } from '#src/core/case/decide-reply.ts';
import { newsFor } from '#src/core/case/gates.ts';
import { latestDraft } from '#src/core/case/state.ts';
import { Refused } from '#src/core/refused.ts';
import type { SeenCase, Viewer } from '#src/desk/cases.ts';
import type { Who } from '#src/desk/records.ts';
import { type Answer, type Context, done, replace, seenIn, show } from '#src/handler.ts';
import type { Args } from '#src/view/card.ts';
import { openedCase } from '#src/view/case/card.ts';
import { newsCard } from '#src/view/case/news.ts';
import { openToMe } from './open-to.ts';
import { shownIn } from './shown.ts';

export const viewer = ({ me, roles }: Context): Viewer => ({ me, roles });

/** Several acts in one interaction need causes of their own: `part` tells them apart. */
export function who(ctx: Context, args: Args = {}, part = ''): Who {
  const seen = seenIn(args);
  const { me: by, roles, at } = ctx;
  return { by, roles, at, cause: part ? `${ctx.cause}/${part}` : ctx.cause, ...(seen !== undefined && { seen }) };
}

/** The case that a button or form belongs to, as this person may see it. */
export const theCase = (ctx: Context, args: Args): Promise<SeenCase> =>
  ctx.desk.cases.open(args['case'] ?? '', viewer(ctx));

/** Whether this very interaction has acted on the case already: it was sent twice, and is answered as it was. */
export async function hasActed({ desk, cause }: Context, id: string): Promise<boolean> {
  return (await desk.cases.records.read(id)).history.some(({ meta }) => meta.cause === cause);
}

/** Acts, then shows the result where it was clicked: a shared card is edited by the outbox, an own one here. */
export async function step(ctx: Context, args: Args, command: CaseCommand, part = ''): Promise<Answer> {
  const seen = await theCase(ctx, args);
  await ctx.desk.cases.act(seen.id, command, who(ctx, args, part));
  if (args['own'] !== undefined) return shownAgain(ctx, args);
  // In a direct message nothing else shows that it went on.
  return done(command.type === 'submit' ? ctx.reader.t.caseNotice.submitted(seen.state.number) : undefined);
}

export async function shownAgain(ctx: Context, args: Args): Promise<Answer> {
  const shown = shownIn(ctx, await theCase(ctx, args));
  return replace(await openToMe(ctx, shown, openedCase(shown)));
}

/** Submitting and approving stop once when there is news: it is shown, with a button that says it has been read. */
export async function stepUnlessNews(
  ctx: Context,
  args: Args,
  command: Extract<CaseCommand, { type: 'submit' | 'approve' }>,
): Promise<Answer> {
  const seen = await theCase(ctx, args);
  const { state } = seen;
  const draft = state.status === 'review' ? state.submission.draft : latestDraft(state);
  // What is newer than the card in hand is no ground to go on with: its reader has not seen the text that stands now.
  if (command.type === 'approve' && state.status === 'review' && command.digest !== currentDigest(state))
    throw new Refused({ code: 'case_text_changed' });
  const fits = command.type === 'submit' ? state.status === 'working' : state.status === 'review';
  const news = draft && fits ? newsFor(state, draft, ctx.me, command.acknowledged) : undefined;
  if (!news) return step(ctx, args, command);
  const shown = shownIn(ctx, seen);
  return show(await openToMe(ctx, shown, newsCard(shown, news, command)));
}

/** A number out of a button, or undefined when it is none. */
export const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
