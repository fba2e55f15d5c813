/** The cases that a digest names: a line for each, and a button that leads to it as it is now. */
import type { Few } from '#src/core/digest/few.ts';
import type { Named } from '#src/core/digest/lists.ts';
import type { Instant } from '#src/core/event.ts';
import { MINUTE } from '#src/core/time.ts';
import { act, type Block, type Button, buttons, heading, list, note } from '../card.ts';
import type { Reader } from '../reader.ts';
import type { Text } from '../span.ts';
import { lengthText } from './dates.ts';

/** `at` is the time of the digest: how late a case was then. `whole` leads to all of them, where not all are named. */
export function namedCases(
  title: string,
  { first, count }: Few<Named>,
  at: Instant,
  reader: Reader,
  whole?: Button,
): readonly Block[] {
  if (count === 0) return [];
  const left = count - first.length;
  return [
    heading(title),
    list(first.map((one) => line(one, at, reader))),
    ...(left > 0 ? [note(reader.t.digest.more(left))] : []),
    buttons(...first.map((one) => leads(one, reader)), left > 0 && whole),
  ];
}

function line(one: Named, at: Instant, reader: Reader): Text {
  const { t, name } = reader;
  const minutes = Math.floor((Date.parse(at) - Date.parse(one.due)) / MINUTE);
  const said = [
    t.case.severity[one.severity],
    kind(one, reader),
    ...(minutes >= 0 ? [t.digest.lateBy(lengthText(minutes, reader))] : []),
    ...(one.turn ? [t.caseList[one.turn]] : []),
    one.owner ? name(one.owner) : t.digest.unclaimed,
    ...(one.confidential ? [t.digest.confidentialMark] : []),
  ];
  return [{ b: one.number }, ` · ${said.join(' · ')}`];
}

const kind = ({ category, media }: Named, { t }: Reader): string =>
  media === 'other' ? t.case.category[category] : t.digest.kindOn(t.case.category[category], t.case.media[media]);

/** What to do about it, or how serious it is: a bare number would have to be looked for in the lines above. */
const leads = ({ id, number, turn, severity }: Named, { t }: Reader): Button =>
  act(turn ? t.digest.turn[turn](number) : `${number} · ${t.case.severity[severity]}`, 'case.show', { case: id });
