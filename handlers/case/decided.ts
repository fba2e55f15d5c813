/** Whoever decided on a reply keeps one line that says what they decided; for everybody else the card is cleared. */
import type { ExistingCase } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import type { WantedCard } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import type { CaseRecord } from './shown.ts';

type Decision = 'approved' | 'rejected';

/** Also of those who were the first of two: their card is done, though the reply waits for another. */
export function decided({ history }: CaseRecord, { number }: ExistingCase): readonly WantedCard[] {
  const since = history.findLastIndex(({ event }) => event.type === 'submitted');
  const by = new Map<PersonId, Decision>();
  for (const { event, meta } of history.slice(since + 1))
    if (event.type === 'approved' || event.type === 'rejected') by.set(meta.by, event.type);
  return [...by].map(([person, what]): WantedCard => {
    const card = (reader: Reader): Card => saying(reader, 'neutral', reader.t.caseNotice.decision[what](number));
    return { key: 'decision', to: { person }, card };
  });
}
