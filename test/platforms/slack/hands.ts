/** What somebody does with their hands: finds a button by what it does, presses it, fills in what opens. */
import type { Answered } from '#test/server/ask.ts';
import { command, pressed, pressedInView, type Sent, submission } from './payloads.ts';
import type { Slack } from './slack.fixture.ts';
import { each } from './valid.ts';

type Pressable = { readonly action_id: string; readonly value?: string };
export type Shown = { readonly id: string; readonly how?: string; readonly view: { readonly [name: string]: unknown } };

/** Every button in something, in order. */
export function buttonsIn(shown: unknown): readonly Pressable[] {
  const found: Pressable[] = [];
  each(shown, (key, text, within) => {
    if (key === 'action_id' && 'type' in within && within.type === 'button')
      found.push({
        action_id: text,
        ...('value' in within && typeof within.value === 'string' && { value: within.value }),
      });
  });
  return found;
}

/** `button(card, 'act case.claim')`; throws with what there is instead. */
export function button(shown: unknown, does: string): Pressable {
  const all = buttonsIn(shown);
  const found = all.find(({ action_id }) => action_id.startsWith(`${does} `));
  if (!found) throw new Error(`no button "${does}" among ${all.map(({ action_id }) => action_id).join(', ')}`);
  return found;
}

/** All words that something shows, for finding some among them. */
export function wordsOf(shown: unknown): string {
  const found: string[] = [];
  each(shown, (key, text) => {
    if (key === 'text' || key === 'fallback') found.push(text);
  });
  return found.join(' ');
}

/** A place with Slack before it. */
type Reached = { readonly chat: Slack; readonly respond: string; post(payload: object): Promise<Answered> };

export function hands({ chat, post, respond }: Reached) {
  /** The dialog that Slack was asked to show, by whatever the interaction did. */
  async function shows(act: () => Promise<unknown>): Promise<Shown> {
    const before = chat.views.length;
    const opened = chat.next(
      ({ method }) => method === 'views.open' || method === 'views.push' || method === 'views.update',
    );
    await act();
    await opened;
    const last = chat.views.at(-1);
    if (!last || chat.views.length === before)
      throw new Error(`Slack took no dialog: ${JSON.stringify(chat.calls.at(-1))}`);
    return last;
  }

  return {
    shows,
    types: (account: string, name: string, text: string, channel?: string) =>
      post(command(account, name, text, { respond, ...(channel && { channel }) })),
    /** Presses a button of a message in a channel, or, with `D…`, of a direct message. */
    presses: (account: string, shown: unknown, does: string, channel = 'C0RESPONSE') =>
      post(pressed(account, button(shown, does), { respond, channel })),
    opens: (account: string, shown: unknown, does: string, channel = 'C0RESPONSE') =>
      shows(() => post(pressed(account, button(shown, does), { respond, channel }))),
    pressesIn: (account: string, shown: Shown, does: string) =>
      post(pressedInView(account, button(shown.view, does), shown)),
    sends: async (
      account: string,
      shown: Shown,
      typed: { readonly [name: string]: string | boolean | readonly Sent[] },
      hash?: string,
    ) => {
      const answered = await post(submission(account, shown, typed, hash));
      return { status: answered.status, said: answered.body === '' ? undefined : JSON.parse(answered.body) };
    },
    /** What was posted to the response_url, once it is there. */
    told: async (act: () => Promise<unknown>) => {
      const done = chat.next(({ method }) => method === 'response_url');
      await act();
      await done;
      return chat.responses.at(-1);
    },
  };
}
