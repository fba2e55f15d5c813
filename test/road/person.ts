/** Somebody at the console without a browser: reads cards, presses their buttons and fills in their forms, over HTTP. */
import { randomUUID } from 'node:crypto';
import type { Answered, Asked, ShownMessage, Sync } from '#src/platforms/console/protocol.ts';
import { type Pressed, pressed } from '#src/view/adaptive/pressed.ts';
import type { Action, AdaptiveCard } from '#src/view/adaptive/types.ts';
import { actionsIn, inputsIn } from './reading.ts';

type Values = { readonly [label: string]: string | boolean };
type More = { readonly cause?: string; readonly ref?: string; readonly channel?: string };
type Form = Extract<Answered, { readonly type: 'open' | 'errors' }>;
export type Person = ReturnType<typeof person>;

/** `url` is asked each time, because a desk that was killed comes back elsewhere. */
export function person(url: () => string, account: string) {
  const does = (what: Asked['does'], more: More = {}) => interact(url(), { as: account, does: what, ...more });
  return {
    account,
    does,
    types: (line: string, more?: More) => {
      const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
      return does({ type: 'command', name, text }, more);
    },
    /** Presses a button by its label. */
    presses: (card: AdaptiveCard, label: string, more?: More) => does(behind(card, label), more),
    /** Opens the form behind a button; fails when something else is the answer. */
    opens: async (card: AdaptiveCard, label: string): Promise<Form> => asForm(await does(behind(card, label))),
    form: async (form: string, args: Pressed['args'] = {}): Promise<Form> =>
      asForm(await does({ type: 'open', form, args })),
    /** Sends an open form: what stands in it, and what is given by name. */
    sends: (form: Form, values: Values = {}, more?: More) => does(filledIn(form, values), more),
    reads: async (): Promise<readonly ShownMessage[]> => (await sync(url(), account)).messages,
    sync: () => sync(url(), account),
    home: () => does({ type: 'home' }),
  };
}

/** What a press of the button with this label asks for. */
export function behind(card: AdaptiveCard, label: string): Pressed {
  const all = actionsIn(card);
  const found = all.find(({ title }) => title === label);
  const does = found && meaning(found);
  if (!does) throw new Error(`There is no button "${label}", only ${all.map(({ title }) => title).join(', ')}`);
  return does;
}

function meaning(action: Action): Pressed | undefined {
  return action.type === 'Action.Execute' ? pressed(action.verb, action.data) : undefined;
}

/** What sending an open form asks for: what stands in it, and what is given by name. */
export function filledIn({ card }: Form, values: Values): Pressed {
  if (!card) throw new Error('The form did not come back.');
  const [submit] = (card.actions ?? []).flatMap((action) => meaning(action) ?? []);
  if (submit?.type !== 'submit') throw new Error('The card is no form.');
  const inputs = inputsIn(card);
  const strange = Object.keys(values).filter((name) => !inputs.some((input) => nameOf(input.id) === name));
  if (strange.length > 0) throw new Error(`There is no field ${strange.join(', ')}`);
  const standing = inputs.map(({ id, value = '' }) => [nameOf(id), id.startsWith('is.') ? value === 'true' : value]);
  return { ...submit, values: { ...Object.fromEntries(standing), ...values } };
}

/** The field of an input, as its form calls it. */
const nameOf = (id: string): string => id.slice(3);

function asForm(answer: Answered): Form {
  if (answer.type === 'open') return answer;
  throw new Error(`No form opened: ${JSON.stringify(answer)}`);
}

/** What the console answers, status and all. */
export async function ask(url: string, asked: Omit<Asked, 'cause'> & { readonly cause?: string }) {
  const response = await fetch(`${url}/console/interact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cause: randomUUID(), ...asked }),
  });
  return { status: response.status, body: await response.text() };
}

async function interact(url: string, asked: Parameters<typeof ask>[1]): Promise<Answered> {
  const { status, body } = await ask(url, asked);
  if (status !== 200) throw new Error(`${status} ${body}`);
  return JSON.parse(body);
}

/** Everything that somebody's tab shows when it connects. */
async function sync(url: string, account: string): Promise<Sync> {
  const leave = new AbortController();
  const response = await fetch(`${url}/console/events?as=${account}`, { signal: leave.signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const [, data] = /^event: sync\ndata: (.*)\n\n/m.exec(text) ?? [];
    if (data === undefined) continue;
    leave.abort();
    return JSON.parse(data);
  }
  throw new Error('The stream ended before it told anything.');
}
