/** A report as a card: the result in a line, its pictures, what happened, lessons, and the way to the files. */

import type { Instant } from '#src/core/event.ts';
import type { Flow } from '#src/core/figures/flow.ts';
import { percentKept } from '#src/core/figures/waits.ts';
import type { ReportContent } from '#src/core/report/content.ts';
import { isStillFlow } from '#src/core/report/content.ts';
import type { ReportPicture } from '#src/core/report/report.ts';
import { act, type Block, buttons, type Card, facts, heading, note, status, text } from '../card.ts';
import { cardFor } from '../card-for.ts';
import { flowRows } from '../digest/flow-rows.ts';
import type { Reader } from '../reader.ts';
import { titleOf } from './dates.ts';

export type ReportShown = {
  readonly content: ReportContent;
  readonly pictures: readonly ReportPicture[];
  readonly confidential?: Flow;
  readonly added: readonly Block[];
  readonly issued?: { readonly due: Instant; readonly late: boolean };
  /** Names the period for the files; as `desk export` reads it. */
  readonly of: string;
};

/** Pictures of one card: as many as a phone shows before the words. */
const PICTURES = 3;
/** Cases with a lesson that a card leads to. */
const LESSONS = 5;

export function reportCard(shown: ReportShown, reader: Reader): Card {
  const { content, pictures, added, issued, of } = shown;
  const { report: words } = reader.t;
  const { kind, span, figures } = content;
  const title = titleOf(kind, span, { ...reader, timeZone: content.zone });
  const still = isStillFlow(figures.flow);
  const said = still ? words.still : headline(content, reader);
  const late = issued?.late ? [note([words.late, { at: issued.due, show: 'both' }])] : [];
  const rows = flowRows({ span, figures, aims: content.aims }, reader);
  return cardFor(reader, `${title} · ${said}`, [
    heading(title),
    ...late,
    status(toneOf(figures.flow), said),
    ...pictures.slice(0, PICTURES).map((picture): Block => ({ type: 'picture', media: 'image/png', ...picture })),
    ...(rows.length > 0 ? [facts(rows)] : []),
    ...lessons(figures.flow, reader),
    ...inConfidence(shown, reader),
    ...added,
    buttons(
      act(words.export, 'report.export', { of }, { look: 'primary' }),
      act(words.see.week, 'report.show', { kind: 'week' }),
      act(words.see.month, 'report.show', { kind: 'month' }),
    ),
  ]);
}

/** What leadership reads if it reads nothing else. */
export function headline({ kind, figures: { flow, before } }: ReportContent, { t }: Reader): string {
  const { report: words } = t;
  const percent = percentKept(flow.level);
  return [
    words.headline(flow.opened, before.opened, kind),
    ...(percent === undefined ? [] : [words.headlineLevel(percent)]),
    ...(flow.closed > 0 ? [words.headlineClosed(flow.closed)] : []),
  ].join(words.space);
}

/** A report is a warning when answers came too late, not when much was said. */
const toneOf = ({ level }: Flow) => (level.missed > 0 ? 'warning' : 'good');

function lessons({ lessons: all }: Flow, reader: Reader): readonly Block[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, LESSONS);
  const left = all.length - shown.length;
  return [
    heading(reader.t.report.lessons),
    buttons(...shown.map(({ id, number }) => act(number, 'case.show', { case: id }))),
    ...(left > 0 ? [note(reader.t.digest.more(left))] : []),
  ];
}

/** Apart from all else, so that nobody takes these figures for everybody's. */
function inConfidence({ confidential }: ReportShown, { t }: Reader): readonly Block[] {
  if (!confidential || isStillFlow(confidential)) return [];
  const dismissed = Object.values(confidential.dismissed).reduce((sum, count) => sum + count, 0);
  const { opened, waits, closed } = confidential;
  return [heading(t.report.confidential), text(t.digest.confidentialFlow(opened, waits.count, closed + dismissed))];
}
