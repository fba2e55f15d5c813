/** A digest as a card: what is wrong first, then what waits for its reader, what happened, and how the desk stands. */
import type { DigestContent } from '#src/core/digest/content.ts';
import { isQuiet, isStill } from '#src/core/digest/quiet.ts';
import type { Instant } from '#src/core/event.ts';
import { countOf } from '#src/core/figures/counter.ts';
import type { Figures } from '#src/core/figures/figures.ts';
import { plus } from '#src/core/time.ts';
import { act, type Block, buttons, type Card, facts, heading, note, opens, status, text } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Reader } from '../reader.ts';
import type { Text } from '../span.ts';
import { namedCases } from './cases.ts';
import { dayText } from './dates.ts';
import { flowRows } from './flow-rows.ts';
import { standingRows } from './standing-rows.ts';

/** What was due when, for a digest that came by itself. */
type Issued = { readonly due: Instant; readonly late: boolean };
type Shown = {
  readonly content: DigestContent;
  readonly added: readonly Block[];
  readonly issued?: Issued;
  /** Its reader has a daily digest, or could have one. */
  readonly subscriber: boolean;
};

export function digestCard({ content, added, issued, subscriber }: Shown, reader: Reader): Card {
  const { digest: words } = reader.t;
  const { figures, lists, span } = content;
  const { standing, flow } = figures;
  const title = issued ? words.title(dayText(issued.due, reader)) : words.spans[span.name];
  const late = issued?.late ? [note([words.late, { at: issued.due, show: 'both' }])] : [];
  const now = tellsOfNow(content);
  if (now && isQuiet(content) && added.length === 0) {
    const quiet = words.quiet(standing.open);
    return cardFor(reader, quiet, [...late, status('good', [{ b: title }, ' · ', quiet])]);
  }
  const summary = now
    ? words.summary(lists.overdue.count, lists.turns, flow.opened)
    : words.summaryOf(title, flow.opened);
  return cardFor(reader, summary, [
    heading(title),
    note(now ? between(span.from, standing.at, 'both', reader) : between(span.from, plus(span.to, -1), 'date', reader)),
    ...late,
    ...(now ? present(content, reader) : []),
    ...added,
    ...happened(content, reader),
    ...(now ? [heading(words.now), facts(standingRows(standing, reader)), text(trend(figures, reader))] : []),
    ...inConfidence(content, now, reader),
    buttons(
      act(words.week, 'digest.show', { of: 'week' }),
      act(words.lastWeek, 'digest.show', { of: 'last week' }),
      act(words.month, 'digest.show', { of: 'month' }),
      subscriber && opens(words.settings, 'digest.settings', {}),
    ),
  ]);
}

const between = (from: Instant, to: Instant, show: 'both' | 'date', { t }: Reader): Text => [
  t.digest.from,
  { at: from, show },
  t.digest.until,
  { at: to, show },
];

/** A period of the past says nothing of what is open now. */
const tellsOfNow = ({ span, figures }: DigestContent): boolean =>
  span.to >= figures.standing.at || span.name === 'since' || span.name === 'lastDay';

function present({ figures, confidential, lists }: DigestContent, reader: Reader): readonly Block[] {
  const { overdue, waiting, grave, turns } = lists;
  const { at } = figures.standing;
  const { digest: words } = reader.t;
  const critical = [figures, confidential].reduce(
    (sum, one) => sum + countOf(one?.standing.severity ?? {}, 'critical'),
    0,
  );
  const alarm = [
    ...(overdue.count > 0 ? [words.headline.overdue(overdue.count, confidential?.standing.overdue ?? 0)] : []),
    ...(critical > 0 ? [words.headline.critical(critical)] : []),
  ];
  const waits = turns > 0 ? [words.headline.waiting(turns)] : [];
  const [tone, said] =
    alarm.length > 0
      ? (['alarm', [...alarm, ...waits]] as const)
      : waits.length > 0
        ? (['warning', [words.headline.fine, ...waits]] as const)
        : (['good', [words.headline.fine]] as const);
  return [
    status(tone, said.join(words.space)),
    ...namedCases(words.overdue(overdue.count), overdue, at, reader, act(words.allOverdue, 'case.overdue', {})),
    ...namedCases(words.waiting(waiting.count), waiting, at, reader, act(words.allMine, 'case.mine', {})),
    ...namedCases(words.grave(grave.count), grave, at, reader),
  ];
}

function happened(content: DigestContent, reader: Reader): readonly Block[] {
  const { digest: words } = reader.t;
  const rows = flowRows(content, reader);
  return [heading(words.happened), rows.length > 0 ? facts(rows) : text(words.still)];
}

export function trend({ weeks }: Figures, { t }: Reader): string {
  const [before, now] = weeks;
  return t.digest.trend(now?.opened ?? 0, before?.opened ?? 0);
}

/** Apart from all else, so that nobody takes these figures for everybody's. */
function inConfidence({ confidential }: DigestContent, now: boolean, reader: Reader): readonly Block[] {
  if (!confidential) return [];
  const { standing, flow } = confidential;
  const still = isStill(confidential);
  if (still && (!now || standing.open === 0)) return [];
  const { digest: words } = reader.t;
  const dismissed = Object.values(flow.dismissed).reduce((sum, count) => sum + count, 0);
  const lines = [
    ...(now ? [words.confidentialNow(standing.open, standing.overdue)] : []),
    words.confidentialFlow(flow.opened, flow.waits.count, flow.closed + dismissed),
  ];
  return [heading(words.confidential), text(lines.join(words.semicolon))];
}
