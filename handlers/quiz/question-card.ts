/** A question as somebody reads it: what is asked, the answers by letter, and the buttons to choose with. */
import type { Question } from '#src/core/quiz/question.ts';
import { ONLY, type Sitting, stepNow, type Taken } from '#src/core/quiz/sitting.ts';
import type { Locale } from '#src/core/rules.ts';
import { type Block, buttons, note, text } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import { answering, letter, type Picked, picking, type Seat } from './seat.ts';

/** A question put to somebody, and how far they are with it. */
export type Asked = {
  readonly question: Question;
  readonly sitting: Sitting;
  readonly taken: readonly Taken[];
  readonly picked: Picked;
  readonly seat: Seat;
};

export function questionBlocks({ question, sitting, taken, picked, seat }: Asked, reader: Reader): readonly Block[] {
  const { locale, t } = reader;
  const order = sitting.orders[ONLY] ?? [];
  const asks = text([{ b: question.ask[locale] }]);
  switch (question.kind) {
    case 'single':
      return [
        asks,
        ...lettered(order, question.options, locale),
        note(t.quiz.pickOne),
        buttons(...order.map((_, place) => answering(seat, letter(place), [place]))),
      ];
    case 'trueFalse':
      return [
        asks,
        buttons(...order.map((id, place) => answering(seat, id === 'true' ? t.quiz.yes : t.quiz.no, [place]))),
      ];
    case 'multiple':
      return [
        asks,
        ...lettered(order, question.options, locale),
        note(t.quiz.pickSeveral),
        buttons(
          ...order.map((_, place) => picking(seat, box(picked.includes(place), place), toggled(picked, place))),
          picked.length > 0 && answering(seat, t.quiz.handIn, picked, 'primary'),
        ),
      ];
    case 'ordering':
      return [asks, ...ordering(question, order, picked, seat, reader)];
    case 'scenario':
      return [text(question.ask[locale]), ...story(question, sitting, taken, seat, reader)];
  }
}

type Option = { readonly id: string; readonly text: { readonly [L in Locale]: string } };

/** Each answer with its letter, in the order in which this person sees them. */
const lettered = (order: readonly string[], options: readonly Option[], locale: Locale): readonly Block[] =>
  order.map((id, place) => text([{ b: `${letter(place)}  ` }, wordsOf(options, id, locale)]));

const wordsOf = (options: readonly Option[], id: string, locale: Locale): string =>
  options.find((option) => option.id === id)?.text[locale] ?? '';

const box = (ticked: boolean, place: number): string => `${ticked ? '☑' : '☐'} ${letter(place)}`;
const toggled = (picked: Picked, place: number): Picked =>
  picked.includes(place) ? picked.filter((one) => one !== place) : [...picked, place].sort();

/** Tapped one after the other; when one is left, it is the last by itself. */
function ordering(
  { options }: Extract<Question, { kind: 'ordering' }>,
  order: readonly string[],
  picked: Picked,
  seat: Seat,
  { locale, t }: Reader,
): readonly Block[] {
  const places = order.map((_, place) => place);
  const left = places.filter((place) => !picked.includes(place));
  const whole = left.length === 1 ? [...picked, ...left] : picked;
  const done = whole.length === order.length;
  const line = (place: number) => wordsOf(options, order[place] ?? '', locale);
  return [
    ...(done ? [] : [...lettered(order, options, locale), note(t.quiz.pickNext)]),
    ...(picked.length === 0
      ? []
      : [note(t.quiz.soFar), ...whole.map((place, index) => text([{ b: `${index + 1}.  ` }, line(place)]))]),
    buttons(
      ...(done ? [] : left.map((place) => picking(seat, letter(place), [...picked, place]))),
      done && answering(seat, t.quiz.handIn, whole, 'primary'),
      picked.length > 0 && picking(seat, t.quiz.startOver, []),
    ),
  ];
}

function story(question: Question, { orders }: Sitting, taken: readonly Taken[], seat: Seat, reader: Reader) {
  const step = stepNow(question, taken);
  const { locale, t } = reader;
  if (!step) return [];
  const order = orders[step.id] ?? [];
  return [
    note(t.quiz.step(taken.length + 1)),
    text([{ b: step.ask[locale] }]),
    ...lettered(order, step.options, locale),
    buttons(...order.map((_, place) => answering(seat, letter(place), [place]))),
  ];
}
