/** The case card: the same state for whoever may see it, short in a channel, whole when opened. */
import type { Merged } from '#src/core/case/state.ts';
import { act, type Button, buttons, type Card, status } from '../card.ts';
import { cardFor } from '../card-for.ts';
import { bodyBlocks } from './body.ts';
import { mainButtons } from './buttons.ts';
import { headBlocks, summaryOf } from './head.ts';
import { screenshotsButton } from './screenshots.ts';
import type { Shown } from './shown.ts';

/** The card that stays in a channel or a direct message and is edited as the case goes on. */
export const caseCard = (shown: Shown): Card => whole(shown, false);

/** Everything there is to read about the case, for one person. */
export const openedCase = (shown: Shown): Card => whole({ ...shown, own: true }, true);

function whole(shown: Shown, full: boolean): Card {
  if (shown.state.status === 'merged') return movedOn(shown, shown.state);
  const row = withScreenshots(shown);
  return cardFor(shown.reader, summaryOf(shown), [
    ...headBlocks(shown, full),
    ...bodyBlocks(shown, full),
    ...(row.length > 0 ? [buttons(...row)] : []),
  ]);
}

/** What was seen of the post stands before "More", where somebody looks for it. */
function withScreenshots(shown: Shown): readonly Button[] {
  const row = mainButtons(shown);
  const button = screenshotsButton(shown);
  return button ? [...row.slice(0, -1), button, ...row.slice(-1)] : row;
}

const movedOn = ({ reader, state: { number } }: Shown, { into }: Merged): Card => {
  const line = reader.t.caseCard.movedOn(number, into.number);
  const row = buttons(act(reader.t.case.do.show, 'case.show', { case: into.id }));
  return cardFor(reader, line, [status('neutral', line), row]);
};
