/** What arrived after a draft was written, shown before it is submitted or approved. */
import type { CaseCommand } from '#src/core/case/command.ts';
import type { News } from '#src/core/case/refusal.ts';
import { type Args, act, type Button, buttons, type Card, list, opens, status } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Text } from '../span.ts';
import { decisionButtons, isLong } from './buttons.ts';
import { caseArgs, excerpt, type Shown } from './shown.ts';

/** The news and one button that goes on, bound to the text and facts as they are now. */
export function newsCard(
  shown: Shown,
  news: News,
  command: Extract<CaseCommand, { type: 'submit' | 'approve' }>,
): Card {
  const { reader } = shown;
  const { t } = reader;
  const line = t.caseRefusal({ code: 'case_news', news }, reader);
  const mentions = news.mentions.map(
    (mention): Text => [
      { b: t.caseCard.judged(t.case.media[mention.media]) },
      excerpt(mention.text || mention.link, 400, reader),
    ],
  );
  const facts = news.facts.map(
    (fact): Text => [{ b: t.caseCard.judged(t.case.verdict[fact.verdict]) }, excerpt(fact.claim, 400, reader)],
  );
  const more = { acknowledged: String(news.upTo) };
  const primary = { look: 'primary' } as const;
  const goOn =
    command.type === 'submit'
      ? act(
          t.case.do.submitAnyway,
          'case.submit',
          caseArgs(shown, { ...more, version: String(command.version) }),
          primary,
        )
      : goOnApproving(shown, { ...more, digest: command.digest });
  return cardFor(reader, line, [
    status('warning', line),
    list([...mentions, ...facts]),
    buttons(goOn, ...otherwise(shown, command), act(t.case.do.show, 'case.show', caseArgs(shown))),
  ]);
}

/** What is new may speak against the reply: then it is sent back, or written anew. */
function otherwise(shown: Shown, command: { readonly type: 'submit' | 'approve' }): readonly Button[] {
  const label = shown.reader.t.case.do;
  if (command.type === 'submit') return [opens(label.draft, 'case.draft', caseArgs(shown))];
  return decisionButtons(shown).filter(({ does }) => does.type === 'open' && does.form === 'case.reject');
}

/** A long text is read again where it stands whole, above the news. */
function goOnApproving(shown: Shown, more: Args): Button {
  const label = shown.reader.t.case.do;
  const [args, primary] = [caseArgs(shown, more), { look: 'primary' } as const];
  return isLong(shown.state)
    ? opens(label.decide, 'case.decide', args, primary)
    : act(label.approveAnyway, 'case.approve', args, primary);
}
