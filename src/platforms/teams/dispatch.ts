/** What comes from Teams, to where it belongs: interactions to the desk, what happens to places to those who keep them. */
import { LRUCache } from 'lru-cache';
import { pressed } from '#src/view/adaptive/pressed.ts';
import type { Interaction } from '../platform.ts';
import { channelOf, executed, extended, type Incoming, isPersonal, tasked } from './activity.ts';
import { type ClickAnswer, clicked, toast, viewed } from './clicked.ts';
import { VIEW } from './content.ts';
import type { Directory } from './directory.ts';
import { linked } from './linked.ts';
import { picturesIn } from './pasted.ts';
import type { Presence } from './presence.ts';
import { fromMessage, MESSAGE_ACTION, REPORT_FORM } from './reported.ts';
import { spoken } from './spoken.ts';
import { closing, type DialogAnswer, inDialog } from './submitted.ts';
import { typed } from './text.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

export type InvokeAnswer = { readonly status: number; readonly body?: ClickAnswer | DialogAnswer };

export type DispatchOptions = {
  readonly presence: Presence;
  readonly directory: Directory;
  /** The account of whoever sent it; undefined for somebody whom Teams does not vouch for. */
  readonly accountOf: (incoming: Incoming) => string | undefined;
  readonly userOf: (user: string) => string | undefined;
  readonly now: () => string;
};

/** Answers an activity; undefined when there is nothing to answer. Rejects when nothing is durable, so that Teams repeats it. */
export type Dispatch = (incoming: Incoming, tools: Tools) => Promise<InvokeAnswer | undefined>;

/** Messages that were handled: Teams sends one again when we were slow, perhaps while it is still being handled. */
const REMEMBERED = 20_000;

export function dispatcher({ presence, directory, accountOf, userOf, now }: DispatchOptions): Dispatch {
  const handled = new LRUCache<string, Promise<void>>({ max: REMEMBERED });

  function asking(incoming: Incoming, does: Interaction['does'], { background }: Tools): Asked | undefined {
    const account = accountOf(incoming);
    if (account === undefined) return undefined;
    const profile = directory.news(account, incoming);
    background(directory.look(account, incoming));
    const personal = isPersonal(incoming);
    const interaction: Interaction = {
      ...{ cause: causeOf(incoming), platform: 'teams' as const, account, at: now(), does },
      ...(profile && { profile }),
      ...(!personal && { channel: channelOf(incoming) }),
    };
    return { incoming, interaction, personal };
  }

  async function message(incoming: Incoming, tools: Tools): Promise<void> {
    const text = linked(typed(incoming, userOf), incoming);
    const files = picturesIn(incoming);
    const said = { ...saidOrOrdered(text), ...(files.length > 0 && { files }) };
    const asked = text === '' && files.length === 0 ? undefined : asking(incoming, said, tools);
    if (asked) await once(asked.interaction.cause, () => spoken(asked, tools));
  }

  /** Somebody has the bot now. The desk tells who of them is new in the company. */
  async function arrived(account: string, incoming: Incoming, { receive }: Tools): Promise<void> {
    // First whether the desk awaits them by their e-mail: then they are no stranger to it.
    await directory.met(account, incoming);
    const profile = directory.news(account, incoming);
    const does = { type: 'join', by: 'install' } as const;
    const cause = `${causeOf(incoming)}/join`;
    await receive({ cause, platform: 'teams', account, at: now(), does, ...(profile && { profile }) });
  }

  async function once(cause: string, what: () => Promise<void>): Promise<void> {
    const before = handled.get(cause);
    if (before) return before;
    const work = what();
    handled.set(cause, work);
    // What failed is to be tried again when Teams repeats it.
    work.catch(() => handled.delete(cause));
    return work;
  }

  async function click(incoming: Incoming, tools: Tools): Promise<ClickAnswer> {
    const { data } = executed.safeParse(incoming.value);
    const isView = data?.action.verb === VIEW;
    const does = pressed(isView ? 'act' : data?.action.verb, data?.action.data);
    const asked = does && asking(incoming, does, tools);
    if (asked && isView) return viewed(asked, tools);
    return asked ? clicked(asked, tools) : toast(unknown(incoming, tools));
  }

  async function inside(incoming: Incoming, data: unknown, tools: Tools): Promise<DialogAnswer> {
    const does = pressed(undefined, data);
    const asked = does && asking(incoming, does, tools);
    return asked ? inDialog(asked, tools) : ended(incoming, tools);
  }

  async function action(incoming: Incoming, tools: Tools): Promise<DialogAnswer> {
    const { data } = extended.safeParse(incoming.value);
    if (data?.commandId !== MESSAGE_ACTION) return ended(incoming, tools);
    const does = { type: 'open', form: REPORT_FORM, args: fromMessage(data) } as const;
    const asked = asking(incoming, does, tools);
    return asked ? inDialog(asked, tools) : ended(incoming, tools);
  }

  const stranger = (incoming: Incoming): Asked => {
    const interaction = { cause: '', platform: 'teams', account: '', at: '', does: { type: 'home' } } as const;
    return { incoming, interaction, personal: true };
  };
  const unknown = (incoming: Incoming, { reader }: Tools): string =>
    teamsWords[reader(stranger(incoming)).locale].unknown;
  const ended = (incoming: Incoming, tools: Tools): DialogAnswer =>
    closing(stranger(incoming), tools, 'warning', unknown(incoming, tools));

  async function invoke(incoming: Incoming, tools: Tools): Promise<InvokeAnswer> {
    switch (incoming.name) {
      case 'adaptiveCard/action':
        return { status: 200, body: await click(incoming, tools) };
      case 'task/fetch':
      case 'task/submit':
      case 'composeExtension/submitAction': {
        const { data } = tasked.safeParse(incoming.value);
        return { status: 200, body: await inside(incoming, data?.data, tools) };
      }
      case 'composeExtension/fetchTask':
        return { status: 200, body: await action(incoming, tools) };
      default:
        return { status: 501 };
    }
  }

  return async (incoming, tools) => {
    const account = accountOf(incoming);
    const isNew = await presence.seen(incoming, account, tools);
    if (isNew && account !== undefined && isPersonal(incoming)) tools.background(arrived(account, incoming, tools));
    switch (incoming.type) {
      case 'message':
        await message(incoming, tools);
        return undefined;
      case 'invoke':
        return invoke(incoming, tools);
      default:
        return undefined;
    }
  };
}

/** With a slash it is certainly a command; without one the desk sees whether it begins with one. */
function saidOrOrdered(text: string): Extract<Interaction['does'], { type: 'message' | 'command' }> {
  const [, name, rest = ''] = /^[/／]([^\s\u3000：]+)[\s\u3000：]*([\s\S]*)$/.exec(text) ?? [];
  return name === undefined ? { type: 'message', text } : { type: 'command', name, text: rest };
}

/** Ids of activities are told apart only within their conversation. */
const causeOf = ({ conversation, id }: Incoming): string => `teams/${conversation.id}/${id ?? crypto.randomUUID()}`;
