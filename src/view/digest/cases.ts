/** The cases that a digest names: a line for each, and a button that leads to it as it is now. */
import type { Named } from '#src/core/digest/content.ts';
import type { Few } from '#src/core/digest/few.ts';
import { act, type Block, type Button, buttons, heading, list, note } from '../card.ts';
import type { Reader } from '../reader.ts';
import type { Span, Text } from '../span.ts';

/** Cases in `shown` have had their button already, and get no second one. */
export function namedCases(
  title: string,
  { first, count }: Few<Named>,
  shown: readonly Named[],
  reader: Reader,
): readonly Block[] {
  if (count === 0) return [];
  const left = count - first.length;
  const fresh = first.filter(({ id }) => !shown.some((other) => other.id === id));
  return [
    heading(title),
    list(first.map((one) => line(one, reader))),
    ...(left > 0 ? [note(reader.t.digest.more(left))] : []),
    ...(fresh.length > 0 ? [buttons(...fresh.map((one) => leads(one, reader)))] : []),
  ];
}

function line(one: Named, { t, name }: Reader): Text {
  const { digest: words } = t;
  const what = ` · ${t.case.severity[one.severity]} · ${t.case.category[one.category]} · ${t.case.media[one.media]}`;
  const turn = one.turn ? ` · ${t.caseList[one.turn]}` : '';
  const due: Span[] = one.late ? [words.overdueSince, { at: one.due, show: 'both' }] : [];
  const holder = one.owner ? ` · ${name(one.owner)}` : words.unclaimed;
  return [{ b: one.number }, what, ...due, turn, holder, one.confidential ? words.confidentialMark : ''];
}

const leads = ({ id, number, turn }: Named, { t }: Reader): Button =>
  act(turn ? t.digest.turn[turn](number) : number, 'case.show', { case: id });
