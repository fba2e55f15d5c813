/** Taking a quiz in a house, for stories in which something comes of it. */
import type { Question } from '#src/core/quiz/question.ts';
import type { Card } from '#src/view/card.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { cardOf, type House, type HouseOptions, house, labels, said } from '#test/house.fixture.ts';

export type Taker = ReturnType<House['as']>;

/** A house whose joining quiz asks exactly these questions. */
export function houseWith(questions: readonly Question[], more: HouseOptions = {}): Promise<House> {
  const joining: Partial<Record<Question['topic'], number>> = {};
  for (const { topic } of questions) joining[topic] = (joining[topic] ?? 0) + 1;
  const training = { ...rules.training, quiz: { ...rules.training.quiz, joining } };
  return house({ questions, rules: { training }, ...more });
}

export const presses = async (taker: Taker, card: Card, label: string): Promise<Card> =>
  cardOf(await taker.presses(card, label));

export const starts = async (taker: Taker): Promise<Card> =>
  presses(taker, cardOf(await taker.types('quiz joining')), 'Start');

/** The letter under which an answer stands on this card. */
export const letterOf = (card: Card, answer: string): string =>
  said(card).match(new RegExp(`([A-F]) {2}(?:中)?Answer ${answer}\\b`))?.[1] ?? `no ${answer}`;

export const picks = (taker: Taker, card: Card, answer: string): Promise<Card> =>
  presses(taker, card, letterOf(card, answer));

/** Answers single questions until there are none, each with the answer named for it; `a` is right. */
export async function takes(taker: Taker, answers: { readonly [ask: string]: string } = {}): Promise<Card> {
  let card = await starts(taker);
  while (labels(card).includes('A')) {
    const asked = Object.keys(answers).find((id) => said(card).includes(`Ask ${id}?`));
    const taught = await picks(taker, card, answers[asked ?? ''] ?? 'a');
    card = await presses(taker, taught, labels(taught)[0] ?? '');
  }
  return card;
}
