/** Payloads as interactions. The cause is what Slack repeats when it repeats itself. */
import type { z } from 'zod';
import { HttpFault } from '#src/server/answer.ts';
import { pressed } from './buttons.ts';
import { carried, channelIn } from './metadata.ts';
import { CARD, FORM } from './modal.ts';
import {
  blockActions,
  command,
  homeOpened,
  messageAction,
  type SentView,
  said,
  shortcut,
  viewSubmission,
} from './payload.ts';
import { fromMessage, permalinkOf, shortcutOf } from './shortcuts.ts';
import { sentFile, valuesIn } from './submitted.ts';
import type { Incoming, Surface } from './surface.ts';
import { type NameOf, typed } from './typed.ts';
import { written } from './written.ts';

/** Throws 400 with the first thing that is wrong. */
export function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new HttpFault(400, `The payload is not what Slack sends: ${first?.path.join('.') || 'body'}.`);
}

/** Direct messages begin with D; what happens there happens in no channel. */
const isDirect = (channel: string): boolean => channel.startsWith('D');
const inChannel = (channel: string | undefined) =>
  channel === undefined || isDirect(channel) ? {} : ({ channel } as const);

/** Commands that take a person get the mention itself, not the name in it. */
const TAKES_PEOPLE = ['desk'];

export function fromCommand(body: unknown, nameOf: NameOf): Incoming {
  const sent = read(command, body);
  const name = sent.command.slice(1);
  const text = typed(sent.text, TAKES_PEOPLE.includes(name) ? 'keep' : nameOf);
  return {
    interaction: {
      cause: `slack/${sent.trigger_id}`,
      account: sent.user_id,
      ...inChannel(sent.channel_id),
      does: { type: 'command', name, text },
    },
    surface: { type: 'command', trigger: sent.trigger_id, responseUrl: sent.response_url },
  };
}

/** Undefined for a link, which asks for nothing, and for what is no button of ours. */
export function fromActions(body: unknown): Incoming | undefined {
  const sent = read(blockActions, body);
  const [action] = sent.actions;
  const does = action && pressed(action.action_id, action.value ?? undefined);
  if (!does) return undefined;
  const { view, trigger_id: trigger } = sent;
  const channel = sent.channel?.id ?? (view ? channelIn(view.private_metadata) : undefined);
  return {
    interaction: { cause: `slack/${trigger}`, account: sent.user.id, ...inChannel(channel), does },
    surface: view ? viewSurface(view, trigger) : buttonSurface(sent, trigger),
  };
}

function viewSurface(view: SentView, trigger: string): Surface {
  if (view.type === 'home') return { type: 'home', trigger };
  const { root_view_id: root, previous_view_id: previous } = view;
  const depth = !previous ? 1 : previous === root ? 2 : 3;
  return { type: 'dialog', trigger, view: view.id, depth };
}

function buttonSurface(sent: z.infer<typeof blockActions>, trigger: string): Surface {
  const direct = isDirect(sent.channel?.id ?? '');
  const own = direct || sent.container?.is_ephemeral === true;
  return {
    type: 'button',
    trigger,
    responseUrl: sent.response_url,
    own,
    direct: direct && !sent.container?.is_ephemeral,
    thread: sent.container?.thread_ts ?? undefined,
  };
}

/** Undefined for a dialog that only shows a card. */
export function fromSubmission(body: unknown): Incoming | undefined {
  const sent = read(viewSubmission, body);
  const { view } = sent;
  if (view.callback_id === CARD) return undefined;
  const form = view.callback_id === FORM ? carried(view.private_metadata) : undefined;
  if (!form) throw new HttpFault(400, 'The dialog is none of ours.');
  const does = { type: 'submit', form: form.form, args: form.args, values: valuesIn(view.state.values) } as const;
  return {
    // The hash changes with every new version of a dialog: what is sent twice from one version is one act.
    interaction: { cause: `slack/${view.id}/${view.hash}`, account: sent.user.id, ...inChannel(form.channel), does },
    surface: { type: 'form', view: view.id, state: view.state.values, fromHome: form.home === true },
  };
}

export function fromShortcut(body: unknown): Incoming | undefined {
  const sent = read(shortcut, body);
  const found = shortcutOf(sent.callback_id);
  return found && opening(sent.trigger_id, sent.user.id, found.form, {}, undefined);
}

export function fromMessageAction(body: unknown, nameOf: NameOf): Incoming | undefined {
  const sent = read(messageAction, body);
  const found = shortcutOf(sent.callback_id);
  const { message, team, channel } = sent;
  const ts = sent.message_ts ?? message.ts;
  const permalink = permalinkOf({ domain: team?.domain, channel: channel.id, ts, thread: message.thread_ts });
  const args = fromMessage(written(message), permalink, nameOf);
  return found && opening(sent.trigger_id, sent.user.id, found.form, args, sent.response_url);
}

/** Not in a channel, though it was clicked in one: that somebody reports is nobody else's business there. */
const opening = (
  trigger: string,
  account: string,
  form: string,
  args: { readonly [name: string]: string },
  responseUrl: string | undefined,
): Incoming => ({
  interaction: { cause: `slack/${trigger}`, account, does: { type: 'open', form, args } },
  surface: { type: 'shortcut', trigger, responseUrl },
});

/** Of messages that a person writes: a plain one has none. */
const SPOKEN = ['file_share', 'thread_broadcast'];

/** Undefined for what a bot said, and for what is no message of a person: edits, joins, deletions. */
export function fromMessageEvent(id: string, event: unknown): Incoming | undefined {
  const message = read(said, event);
  const { user, subtype, bot_id, channel, channel_type, thread_ts: thread, files } = message;
  const spoken = subtype === undefined || SPOKEN.includes(subtype);
  if (!user || bot_id || !spoken || channel_type !== 'im') return undefined;
  const sent = files && files.length > 0 ? { files: files.map(sentFile) } : {};
  const does = { type: 'message', text: typed(written(message), 'keep'), ...sent } as const;
  return {
    interaction: { cause: `slack/${id}`, account: user, does },
    surface: { type: 'direct', channel, thread },
  };
}

/** Help, whatever was said: a channel is not the place to talk about a case that others should not know. */
export function fromMention(id: string, event: unknown): Incoming | undefined {
  const { user, bot_id, channel, thread_ts: thread } = read(said, event);
  if (!user || bot_id) return undefined;
  const does = { type: 'command', name: 'desk', text: 'help' } as const;
  return {
    interaction: { cause: `slack/${id}`, account: user, ...inChannel(channel), does },
    surface: { type: 'mention', channel, thread },
  };
}

export function fromHome(id: string, event: unknown): Incoming | undefined {
  const { user, tab } = read(homeOpened, event);
  if (tab !== 'home') return undefined;
  return {
    interaction: { cause: `slack/${id}`, account: user, does: { type: 'home' } },
    surface: { type: 'tab' },
  };
}
