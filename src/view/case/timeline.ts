/** Every event of a case in one line, oldest first, a page at a time. */
import type { CaseEvent } from '#src/core/case/event.ts';
import { WITHHELD } from '#src/core/case/visible.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import { act, buttons, type Card, heading, list } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Text } from '../span.ts';
import { excerpt, type Shown } from './shown.ts';

/** Lines of a page: so many fit into a card of every platform without being cut short. */
const LINES = 15;

/** The events before the number `upTo`, or the newest. For those who may see the case; names kept back stay so. */
export function timelineCard(
  shown: Shown,
  history: readonly Happened<CaseEvent>[],
  hidden: ReadonlySet<PersonId>,
  upTo = history.length,
): Card {
  const { reader, state } = shown;
  const { t } = reader;
  const title = t.caseCard.timeline(state.number);
  const end = Math.min(Math.max(upTo, 1), history.length);
  const begin = Math.max(end - LINES, 0);
  const lines = history.slice(begin, end).map(({ event, meta }): Text => {
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
  const page = (label: string, before: number) =>
    act(label, 'case.timelinePage', { case: shown.id, before: String(before) });
  return cardFor(reader, title, [
    heading(title),
    list(lines),
    ...(begin > 0 || end < history.length
      ? [
          buttons(
            begin > 0 && page(t.caseCard.earlier(begin), begin),
            end < history.length && page(t.caseCard.later(history.length - end), end + LINES),
          ),
        ]
      : []),
  ]);
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
