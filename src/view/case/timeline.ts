/** Every event of a case in one line, oldest first. */
import type { CaseEvent } from '#src/core/case/event.ts';
import { WITHHELD } from '#src/core/case/visible.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import { type Card, heading, list, note } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Text } from '../span.ts';
import { excerpt, type Shown } from './shown.ts';

/** Lines shown at most; the newest are kept. */
const LINES = 60;

/** For those who may see the case; names that reporters keep back stay so. */
export function timelineCard(
  shown: Shown,
  history: readonly Happened<CaseEvent>[],
  hidden: ReadonlySet<PersonId>,
): Card {
  const { reader, state } = shown;
  const { t } = reader;
  const title = t.caseCard.timeline(state.number);
  const lines = history.slice(-LINES).map(({ event, meta }): Text => {
    const kept = hidden.has(meta.by) && isReport(event);
    const name = kept ? t.caseCard.withheld : reader.name(meta.by);
    return [
      { at: meta.at, show: 'both' },
      ' · ',
      { b: name },
      ' ',
      excerpt(t.timelineLine(event, reader), 200, reader),
    ];
  });
  const left = history.length - lines.length;
  return cardFor(reader, title, [heading(title), list(lines), ...(left > 0 ? [note(t.caseCard.earlier(left))] : [])]);
}

const isReport = (event: CaseEvent): boolean =>
  event.type === 'reported' ||
  event.type === 'mentionAdded' ||
  event.type === 'reporterJoined' ||
  event.type === 'screenshotSent';

/** Reporters whose name this audience is not shown. */
export const hiddenFrom = (shown: Shown, whole: Shown['state']): ReadonlySet<PersonId> =>
  new Set(
    shown.state.reporters.some(({ person }) => person === WITHHELD)
      ? whole.reporters.filter(({ hidden }) => hidden).map(({ person }) => person)
      : [],
  );
