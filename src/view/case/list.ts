/** Cases in lists: one line each, with a button that opens it. */
import { isOpenStatus } from '#src/core/case/state.ts';
import type { CaseSummary } from '#src/core/case/summary.ts';
import { act, type Block, type Button, buttons, list, note } from '../card.ts';
import type { Reader } from '../reader.ts';
import type { Span, Text } from '../span.ts';

/** Cases that a list shows; the rest is counted. */
const SHOWN = 10;
/** Buttons under a list: as many as one row takes on a phone. */
const ROW = 5;
/** Room for words on a button beside the number, in Latin letters: with both, a button stays under 40. */
const WORDS = 18;

/** Lines and buttons for the cases; `why` says what each waits for, where that is not its status. */
export function caseLines(
  cases: readonly CaseSummary[],
  reader: Reader,
  why?: (one: CaseSummary) => string,
): readonly Block[] {
  const shown = cases.slice(0, SHOWN);
  const left = cases.length - shown.length;
  const rows = [shown.slice(0, ROW), shown.slice(ROW)].filter((row) => row.length > 0);
  return [
    list(shown.map((one) => line(one, reader, why?.(one)))),
    ...(left > 0 ? [note(reader.t.caseList.more(left))] : []),
    ...rows.map((row) => buttons(...row.map((one) => openButton(one, reader)))),
  ];
}

const graphemes = new Intl.Segmenter();
/** A Chinese character takes the room of two Latin letters. */
const WIDE = /[\u2e80-\u{3ffff}]/u;

/** As much of a text as a button has room for, never part of a character. */
function firstWords(text: string): string {
  let room = WORDS;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    room -= WIDE.test(segment) ? 2 : 1;
    if (room < 0) return `${kept.trimEnd()}…`;
    kept += segment;
  }
  return kept;
}

/** Its number, and the first words of the post so that nobody has to count lines; how serious it is where there are none. */
function openButton({ id, number, severity, excerpt }: CaseSummary, { t }: Reader): Button {
  const said = /^(?:https?:|$)/.test(excerpt) ? t.case.severity[severity] : firstWords(excerpt);
  return act(`${number} · ${said}`, 'case.show', { case: id });
}

function line(one: CaseSummary, { t, name }: Reader, why = t.case.status[one.status]): Text {
  const head: Span[] = [{ b: one.number }, ` · ${t.case.severity[one.severity]} · ${why}`];
  const holder = one.owner ? ` · ${name(one.owner)}` : '';
  const clock: Span[] =
    one.answered || !isOpenStatus(one.status)
      ? []
      : [` · ${one.overdue ? t.caseCard.overdue : t.caseCard.due} `, { at: one.due, show: 'both' }];
  return [...head, holder, ...clock, '\n', one.excerpt];
}
