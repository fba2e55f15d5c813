/** The upper half of a case card: what was posted, how serious it is and why, who has it, how much time is left. */

import { timeLeft } from '#src/core/case/calls.ts';
import { isOverdue } from '#src/core/case/due.ts';
import { keptOf } from '#src/core/case/screenshots.ts';
import { type CaseFacts, type ExistingCase, isOpen, type Mention, ownerOf } from '#src/core/case/state.ts';
import { REASON } from '#src/core/case/triage-reasons.ts';
import type { Reason } from '#src/core/case/triage-types.ts';
import { WITHHELD } from '#src/core/case/visible.ts';
import type { PersonId } from '#src/core/event.ts';
import { MINUTE } from '#src/core/time.ts';
import { type Block, facts, heading, list, note, quote, status, type Tone, text } from '../card.ts';
import { dueDay } from '../due-day.ts';
import type { Reader } from '../reader.ts';
import type { Span, Text } from '../span.ts';
import { excerpt, type Shown } from './shown.ts';

type Row = { readonly label: string; readonly value: Text };

function titleOf({ state, reader: { t } }: Shown): string {
  return t.caseCard.title(state.number, t.case.category[state.triage.category.value]);
}

/** One line for screen readers, notifications and lists. */
export function summaryOf({ state, reader: { t } }: Shown): string {
  const { category, severity } = state.triage;
  return t.caseCard.summary(
    state.number,
    t.case.category[category.value],
    t.case.severity[severity.value],
    t.case.status[state.status],
  );
}

export const personSpan = (id: PersonId, { name, t }: Reader): Span =>
  id === WITHHELD ? { i: t.caseCard.withheld } : { person: id, name: name(id) };

export function headBlocks(shown: Shown, full: boolean): readonly Block[] {
  const { state, reader } = shown;
  const { t } = reader;
  const [first, ...others] = state.mentions;
  const max = full ? 3000 : 400;
  const from =
    first && [t.case.media[first.media], first.author && t.caseCard.by(first.author)].filter(Boolean).join(' · ');
  return [
    heading(titleOf(shown)),
    ...(state.confidential ? [note(t.caseCard.confidential)] : []),
    statusLine(shown),
    ...(first ? [quote(excerpt(first.text || first.link, max, reader), from)] : []),
    ...(first?.link && first.text ? [note([{ link: first.link, text: t.case.do.post }])] : []),
    ...(full && others.length > 0 ? [list(others.map((mention) => further(mention, reader)))] : []),
    ...factRows(shown, others.length, full),
    ...remarks(shown, full),
    ...(full ? [list(reasons(state, reader))] : [note(why(state, reader))]),
  ];
}

/** A further post in one line: where, linked when it can be, by whom, and what it says. */
function further({ media, link, author, text }: Mention, reader: Reader): Text {
  const { t } = reader;
  const where: Span = link ? { link, text: t.case.media[media] } : { b: t.case.media[media] };
  return [where, author ? ` · ${t.caseCard.by(author)}` : '', '\n', excerpt(text || link, 300, reader)];
}

const TONES: { readonly [S in ExistingCase['status']]: Tone } = {
  new: 'warning',
  working: 'neutral',
  review: 'warning',
  approved: 'good',
  published: 'good',
  closed: 'neutral',
  dismissed: 'neutral',
  merged: 'neutral',
};

function statusLine(shown: Shown): Block {
  const { state } = shown;
  const running = isOpen(state) && !state.answered;
  const grave = state.triage.severity.value === 'critical' || isOverdue(state);
  return status(running && grave ? 'alarm' : TONES[state.status], standing(shown));
}

/** Who has it and how much time is left, and why it is as serious as it is: all that an alert needs besides the post. */
export const urgency = (shown: Shown): readonly Block[] => [
  text(standing(shown)),
  note(why(shown.state, shown.reader)),
];

function standing({ state, reader }: Shown): Text {
  const { t } = reader;
  const owner = ownerOf(state);
  const overdue = isOverdue(state);
  const running = isOpen(state) && !state.answered;
  const said: Span[] = [{ b: t.case.status[state.status] }];
  if (owner) said.push(' · ', personSpan(owner, reader));
  if (running) said.push(' · ', overdue ? t.caseCard.overdue : t.caseCard.due, ' ', { at: state.due, show: 'both' });
  if (running && !overdue) said.push(t.reminder.left(t.reminder.duration(timeLeft(state) / MINUTE)));
  return said;
}

function factRows(shown: Shown, others: number, full: boolean): readonly Block[] {
  const all = rows(shown, others, full);
  return all.length > 0 ? [facts(all)] : [];
}

/** What is judged stands in an opened card once, with its reasons. */
function rows(shown: Shown, others: number, full: boolean): readonly Row[] {
  const { state, reader } = shown;
  const { t } = reader;
  const { triage } = state;
  const screenshots = screenshotsOf(state, reader);
  const all: (Row | false | undefined)[] = [
    !full && { label: t.caseCard.severity, value: [{ b: t.case.severity[triage.severity.value] }] },
    { label: t.caseCard.reportedBy, value: reporters(state, reader) },
    !full && {
      label: t.caseCard.reach,
      value: `${t.case.reach[triage.reach.value]}${statedReach(state, reader)}${others > 0 ? ` · ${t.caseCard.mentions(others + 1)}` : ''}`,
    },
    !full && { label: t.caseCard.risk, value: t.case.risk[triage.risk.value] },
    !full && triage.cause.value !== 'unknown' && { label: t.caseCard.cause, value: t.case.cause[triage.cause.value] },
    screenshots !== undefined && { label: t.screenshot.label, value: screenshots },
    state.answered && {
      label: t.caseCard.answeredAt,
      value: [{ at: state.answered.at, show: 'both' }, state.answered.late ? t.caseCard.answeredLate : ''],
    },
    state.effectDue !== undefined && { label: t.caseCard.effectDue, value: [dueDay(state.effectDue, reader)] },
  ];
  return all.filter((row) => typeof row === 'object');
}

/** What the post says of its own reach, unless a person judged it otherwise. */
function statedReach({ triage, corrections }: CaseFacts, reader: Reader): string {
  if (corrections.some(({ field }) => field === 'reach')) return '';
  const stated = triage.reach.why.find(({ name }) => name.en === REASON.stated.en);
  return stated ? ` · ${reasonText(stated, reader)}` : '';
}

/** How many there are, and how many are still being fetched; undefined where there are none. */
function screenshotsOf(state: CaseFacts, { t }: Reader): string | undefined {
  const kept = keptOf(state).length;
  const coming = state.screenshots.length - kept;
  const parts = [kept > 0 && t.screenshot.count(kept), coming > 0 && t.screenshot.coming(coming)];
  return parts.filter((part) => part !== false).join(' · ') || undefined;
}

function reporters(state: CaseFacts, reader: Reader): Text {
  const [first, ...rest] = state.reporters;
  if (!first) return '';
  return [personSpan(first.person, reader), ...(rest.length > 0 ? [` ${reader.t.caseCard.others(rest.length)}`] : [])];
}

/** What reporters added for the desk. */
function remarks({ state, reader }: Shown, full: boolean): readonly Block[] {
  const made = state.reporters.filter((reporter) => reporter.note !== '');
  const lines = made.map(
    (reporter): Text => [
      personSpan(reporter.person, reader),
      reader.t.caseCard.judged(''),
      excerpt(reporter.note, full ? 1000 : 200, reader),
    ],
  );
  return lines.length > 0 ? [list(full ? lines : lines.slice(0, 3))] : [];
}

/** How serious it is and why, for whoever decides: a severity that was lowered asks for fewer approvals. */
export const severityNote = ({ state, reader }: Shown): Block => {
  const { t } = reader;
  const severity: Span = { b: t.case.severity[state.triage.severity.value] };
  return note([t.caseCard.judged(t.caseCard.severity), severity, ' · ', why(state, reader)]);
};

/** Why it is as serious as it is, in one line. */
function why(state: CaseFacts, reader: Reader): string {
  const correction = state.corrections.filter(({ field }) => field === 'severity').at(-1);
  const { t } = reader;
  if (correction) {
    const was = labelOf('severity', correction.was, reader);
    return t.caseCard.why([t.caseCard.whyCorrected(reader.name(correction.by), was, correction.reason)]);
  }
  return t.caseCard.why(state.triage.severity.why.map((reason) => reasonText(reason, reader)));
}

/** Every judgement with its reasons, and what people corrected. */
function reasons(state: CaseFacts, reader: Reader): readonly Text[] {
  const { t } = reader;
  const fields = ['severity', 'category', 'media', 'sentiment', 'reach', 'cause', 'risk'] as const;
  const judged = fields.map((field): Text => {
    const { value, why: because } = state.triage[field];
    const given = because.map((reason) => reasonText(reason, reader));
    const label = labelOf(field, value, reader);
    return [{ b: t.caseCard.judged(t.case.field[field]) }, t.caseCard.because(label, given)];
  });
  const corrected = state.corrections.map((correction): Text => {
    const was = labelOf(correction.field, correction.was, reader);
    const told = t.caseCard.whyCorrected(reader.name(correction.by), was, correction.reason);
    return [{ b: t.caseCard.judged(t.case.field[correction.field]) }, told];
  });
  return [...judged, ...corrected];
}

/** What a reporter chose is kept as the rules call it, and read as the form said it; everything else met is a quotation. */
function reasonText({ name, met: kept, weight }: Reason, reader: Reader): string {
  const { locale } = reader;
  const met = kept !== undefined && name.en === REASON.reporter.en ? labelOf('severity', kept, reader) : kept;
  const evidence = met === undefined ? '' : locale === 'zh' ? `“${met.replaceAll(', ', '、')}”` : ` “${met}”`;
  const points = weight === undefined ? '' : ` ${weight < 0 ? '−' : '+'}${Math.abs(weight)}`;
  return `${name[locale]}${evidence}${points}`;
}

/** The label of a triage value, whichever field it belongs to; a value no catalogue knows is shown as it is. */
function labelOf(field: keyof CaseFacts['triage'], value: string, { t }: Reader): string {
  const labels: { readonly [value: string]: string } = t.case[field];
  return labels[value] ?? value;
}
