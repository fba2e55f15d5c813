/** What an approver gets: the exact text, what it rests on, and the decision. */
import type { InReview } from '#src/core/case/state.ts';
import { act, buttons, type Card, divider, heading, note, quote } from '../card.ts';
import { cardFor } from '../card-for.ts';
import { draftBlocks, factBlocks } from './body.ts';
import { confirmButton, decisionButtons } from './buttons.ts';
import { personSpan, severityNote } from './head.ts';
import { caseArgs, excerpt, type Shown } from './shown.ts';

/** A direct card that stays while the decision is open. */
export function decisionCard(shown: Shown, state: InReview): Card {
  const { reader } = shown;
  const { t } = reader;
  const title = t.caseNotice.decision.title(state.number);
  const [mention] = state.mentions;
  const confirm = confirmButton(shown);
  return cardFor(reader, title, [
    heading(title),
    note([
      `${t.caseNotice.decision.from} `,
      personSpan(state.submission.by, reader),
      ' · ',
      { at: state.submission.at, show: 'both' },
    ]),
    ...(mention ? [quote(excerpt(mention.text || mention.link, 300, reader), t.case.media[mention.media])] : []),
    severityNote(shown),
    ...factBlocks(shown, false),
    ...(confirm ? [note([{ b: t.caseCard.judged(t.caseCard.plan) }, t.caseCard.planUnconfirmed])] : []),
    divider,
    ...draftBlocks(shown, state.submission.draft, t.caseCard.submitted, false),
    buttons(...decisionButtons(shown), confirm, act(t.case.do.show, 'case.show', caseArgs(shown))),
  ]);
}
