/** The card of a channel as one person at the desk reads it: in their language, without the steps they would be refused. */
import { type Answer, type Context, type Handler, replace } from '#src/handler.ts';
import type { Args, Card } from '#src/view/card.ts';
import { caseCard } from '#src/view/case/card.ts';
import { openToMe } from './open-to.ts';
import { shownIn } from './shown.ts';
import { theCase } from './step.ts';

const ACTION = 'case.own';

/** The card, saying by which action whoever works at the desk gets a view of their own. */
export const withOwnView = (card: Card, id: string): Card => ({
  ...card,
  ownView: { action: ACTION, args: { case: id } },
});

async function own(ctx: Context, args: Args): Promise<Answer> {
  const shown = shownIn(ctx, await theCase(ctx, args));
  return replace(withOwnView(await openToMe(ctx, shown, caseCard(shown)), shown.id));
}

export const caseOwnView = { actions: { [ACTION]: own } } satisfies Handler;
