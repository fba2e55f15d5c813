/** What somebody does with their hands: finds a button on a card, presses it, fills in what opens. */
import type { Answered } from '#test/server/ask.ts';
import { phoneErrors } from '#test/view/adaptive/schema.ts';
import { invokes, says, type Who } from './activities.ts';
import type { Card, Teams } from './teams.fixture.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const LINE = 'application/vnd.microsoft.activity.message';

type Json = { readonly [key: string]: unknown };
export type Pressable = { readonly type: string; readonly title: string; readonly verb?: string; readonly data: Json };

/** Every object in something, in order. */
function* each(shown: unknown): Generator<Json> {
  if (typeof shown !== 'object' || shown === null) return;
  if (!Array.isArray(shown)) yield shown as Json;
  for (const part of Object.values(shown)) yield* each(part);
}

export const buttonsIn = (card: unknown): readonly Pressable[] =>
  [...each(card)].filter(
    // What a client presses by itself is no button.
    ({ type, verb }) => (type === 'Action.Execute' && verb !== 'view') || type === 'Action.Submit',
  ) as unknown as Pressable[];

/** `button(card, 'case.claim')`: by its action or form; throws with what there is instead. */
function button(card: unknown, does: string): Pressable {
  const all = buttonsIn(card);
  const found = all.find(({ data }) => data['action'] === does || data['form'] === does);
  if (!found)
    throw new Error(`no button ${does} among ${all.map(({ data }) => data['action'] ?? data['form']).join()}`);
  return found;
}

/** All words that a card shows. */
export const wordsOf = (card: unknown): string =>
  [...each(card)].flatMap(({ text, title }) => [text, title].filter((part) => typeof part === 'string')).join(' ');

/** How a card asks to be fetched anew, and for whom. */
export const refreshOf = (card: Card): { readonly action?: Json; readonly userIds?: readonly string[] } =>
  card['refresh'] ?? {};

/** What stands in the inputs of a form as it is shown. */
const standing = (card: unknown): Json =>
  Object.fromEntries(
    [...each(card)].flatMap(({ type, id, value }) =>
      typeof type === 'string' && type.startsWith('Input.') ? [[String(id), value ?? '']] : [],
    ),
  );

type Reached = { readonly chat: Teams; post(activity: object): Promise<Answered> };
export type Dialog = { readonly title?: string; readonly card: Card };

/** Throws for a card of which a phone would show nothing. */
function drawable(card: unknown): void {
  const wrong = phoneErrors(card);
  if (wrong.length > 0) throw new Error(`a phone draws nothing: ${wrong.join()}`);
}

/** A click whose answer Teams shows as such; on any other it would show that something went wrong. */
function clicked(answer: Answered) {
  const said = parsed(answer);
  if (said?.type === CARD) drawable(said.value);
  const takes = { [CARD]: 'object', [LINE]: 'string' }[String(said?.type)];
  if (answer.status !== 200 || said?.statusCode !== 200 || takes !== typeof said.value)
    throw new Error(`Something went wrong. Please try again. ${answer.status} ${answer.body}`);
  return said;
}

/**
 * What ends or goes on in a dialog. Teams takes a card, a line that is not empty, or nothing at all; after a message action
 * no line; and says of all else that the app cannot be reached.
 */
function ended(answer: Answered, takesLine: boolean) {
  const said = parsed(answer);
  const { type, value } = said?.task ?? {};
  const isCard = type === 'continue' && value?.card?.contentType === CARD && value.title;
  if (isCard) drawable(value.card.content);
  const isLine = takesLine && type === 'message' && typeof value === 'string' && value !== '';
  if (answer.status !== 200 || (answer.body !== '' && !isCard && !isLine))
    throw new Error(`Unable to reach app. ${answer.status} ${answer.body}`);
  return said;
}

const parsed = (answer: Answered) => (answer.body === '' ? undefined : JSON.parse(answer.body));

export function hands({ post }: Reached) {
  async function dialogIn(answer: Promise<Answered>): Promise<Dialog> {
    const said = parsed(await answer);
    if (said?.task?.type !== 'continue') throw new Error(`no dialog but ${JSON.stringify(said)}`);
    drawable(said.task.value.card.content);
    return { title: said.task.value.title, card: said.task.value.card.content };
  }
  const sending = (who: Who, name: string, card: unknown, typed: Json, channel?: string, how = invokes) => {
    const submit = buttonsIn(card).find(({ data, verb }) => (verb ?? data['verb']) === 'submit');
    if (!submit) throw new Error('no form');
    const data = { ...submit.data, ...standing(card), ...typed };
    return name === 'adaptiveCard/action'
      ? post(invokes(who, name, { action: { type: submit.type, verb: submit.verb, data } }, channel))
      : post(how(who, name, { data }, channel));
  };
  return {
    says: (who: Who, text: string) => post(says(who, text)),
    /** Presses a button; the answer to `adaptiveCard/action`. */
    presses: async (who: Who, card: unknown, does: string, channel?: string, more: object = {}) => {
      const { type, verb, data } = button(card, does);
      return clicked(await post(invokes(who, 'adaptiveCard/action', { action: { type, verb, data } }, channel, more)));
    },
    /** Presses a button that opens a dialog. */
    opens: (who: Who, card: unknown, does: string, channel?: string) =>
      dialogIn(post(invokes(who, 'task/fetch', { data: button(card, does).data }, channel))),
    /** Sends a dialog: its next state, the line with which it ends, or nothing. */
    sends: async (who: Who, { card }: Dialog, typed: Json, channel?: string) =>
      ended(await sending(who, 'task/submit', card, typed, channel), true),
    /** Sends a form that stands in the chat. */
    fills: async (who: Who, card: unknown, typed: Json) =>
      clicked(await sending(who, 'adaptiveCard/action', card, typed)),
    sendsAction: async (who: Who, { card }: Dialog, typed: Json, how = invokes) =>
      ended(await sending(who, 'composeExtension/submitAction', card, typed, undefined, how), false),
    /** What the client of whoever opens the channel does by itself; undefined where the card is the same for them. */
    views: async (who: Who, card: Card, channel: string) => {
      const { userIds = [], action } = refreshOf(card);
      if (!userIds.includes(`29:${who.aad}`)) return undefined;
      return clicked(await post(invokes(who, 'adaptiveCard/action', { action, trigger: 'automatic' }, channel)));
    },
    dialogIn,
  };
}
