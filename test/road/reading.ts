/** Reading Adaptive Cards: their words, their buttons, their inputs, and whether what people typed is only text there. */
import { expect } from 'vitest';
import type { Answered } from '#src/platforms/console/protocol.ts';
import { isLive } from '#src/view/adaptive/literal.ts';
import type { Action, AdaptiveCard, Element, InputElement, TextRun } from '#src/view/adaptive/types.ts';

/** Every element, those inside others too. */
function elementsIn({ body }: Pick<AdaptiveCard, 'body'>): readonly Element[] {
  return body.flatMap((element): readonly Element[] => {
    if (element.type === 'Container') return [element, ...elementsIn({ body: element.items })];
    if (element.type !== 'ColumnSet') return [element];
    return [element, ...element.columns.flatMap(({ items }) => elementsIn({ body: items }))];
  });
}

const runsIn = (card: AdaptiveCard): readonly TextRun[] =>
  elementsIn(card).flatMap((element) => (element.type === 'RichTextBlock' ? element.inlines : []));

/** The words of a card as somebody reads them, a line for each block. */
export const wordsIn = (card: AdaptiveCard): string =>
  elementsIn(card)
    .flatMap((element) => (element.type === 'RichTextBlock' ? [element.inlines.map(({ text }) => text).join('')] : []))
    .join('\n');

export const actionsIn = (card: AdaptiveCard): readonly Action[] => [
  ...elementsIn(card).flatMap((element) => (element.type === 'ActionSet' ? element.actions : [])),
  ...(card.actions ?? []),
];

export const inputsIn = (card: AdaptiveCard): readonly InputElement[] =>
  elementsIn(card).filter((element): element is InputElement => element.type.startsWith('Input.'));

const TYPES = ['ActionSet', 'ColumnSet', 'Container', 'RichTextBlock'];
const INPUTS = ['Input.ChoiceSet', 'Input.Date', 'Input.Text', 'Input.Toggle'];

/**
 * Fails when anything on the card could be more than text: an element that knows Markdown, a link that is not the
 * web's, a `{{…}}` outside what somebody types in, an option or a label in which Markdown would come alive.
 */
export function expectLiteral(card: AdaptiveCard): void {
  const all = elementsIn(card);
  const inputs = inputsIn(card);
  expect([...TYPES, ...INPUTS]).toEqual(expect.arrayContaining(all.map(({ type }) => type)));

  const links = [
    ...actionsIn(card).flatMap((action) => (action.type === 'Action.OpenUrl' ? [action.url] : [])),
    ...runsIn(card).flatMap(({ selectAction }) => (selectAction ? [selectAction.url] : [])),
  ];
  expect(links.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);

  const texts = [
    ...[card.fallbackText, card.speak],
    ...runsIn(card).map(({ text }) => text),
    ...actionsIn(card).flatMap(({ title = '' }) => [title]),
    ...inputs.flatMap((input) => ('label' in input ? [input.label] : [input.title])),
    ...inputs.flatMap((input) => ('choices' in input ? input.choices.map(({ title }) => title) : [])),
  ];
  expect(texts.filter((text) => text.includes('{{'))).toEqual([]);

  const live = inputs.flatMap((input) => {
    if (input.type === 'Input.Toggle') return [input.title];
    return input.type === 'Input.ChoiceSet' && input.style === 'expanded'
      ? input.choices.map(({ title }) => title)
      : [];
  });
  expect(live.filter(isLive)).toEqual([]);
}

/** What stands in the fields of a form, and what it says is wrong with them. */
function formOf(card: AdaptiveCard): { readonly stands: Said; readonly wrong: Said } {
  const stands = inputsIn(card).map(({ id, value = '' }) => [id.slice(3), value]);
  const wrong = elementsIn(card).flatMap((element) =>
    element.type === 'RichTextBlock' && element.id?.startsWith('error.')
      ? [[element.id.slice(6), element.inlines.map(({ text }) => text).join('')]]
      : [],
  );
  return { stands: Object.fromEntries(stands), wrong: Object.fromEntries(wrong) };
}
type Said = { readonly [field: string]: string };

/** The words of the card that came as an answer; fails when none came. */
export function said(answer: Answered): string {
  if (answer.type !== 'show' && answer.type !== 'replace' && answer.type !== 'home')
    throw new Error(`No card came: ${JSON.stringify(answer)}`);
  expectLiteral(answer.card);
  return wordsIn(answer.card);
}

/** The form again, with what is wrong above it and in its fields; fails when it was taken. */
export function refusedForm(answer: Answered) {
  if (answer.type !== 'errors' || !answer.card) throw new Error(`It was taken: ${JSON.stringify(answer)}`);
  expectLiteral(answer.card);
  return { ...formOf(answer.card), above: answer.form };
}
