/** A draft was saved but could not be submitted: both are said, so that nobody thinks their text is lost. */
import { act, buttons, type Card, opens, status, text } from '../card.ts';
import { cardFor } from '../card-for.ts';
import { caseArgs, type Shown } from './shown.ts';

export function savedCard(shown: Shown, version: number, why: string): Card {
  const { reader } = shown;
  const { t } = reader;
  const line = t.caseCard.saved(version);
  const args = caseArgs(shown);
  const row = buttons(
    opens(t.case.do.verify, 'case.facts', args),
    opens(t.case.do.draft, 'case.draft', args),
    act(t.case.do.submit, 'case.submit', { ...args, version: String(version) }),
  );
  return cardFor(reader, line, [status('warning', line), text(why), row]);
}
