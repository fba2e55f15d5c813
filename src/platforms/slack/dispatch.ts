/** What comes from Slack, to where it belongs: interactions to the desk, facts about people and channels to those who keep them. */
import { LRUCache } from 'lru-cache';
import { HttpFault } from '#src/server/answer.ts';
import type { Interaction } from '../platform.ts';
import { answering } from './answer.ts';
import type { Handle } from './app.ts';
import { message } from './card.ts';
import type { Directory } from './directory.ts';
import {
  fromActions,
  fromCommand,
  fromHome,
  fromMention,
  fromMessageAction,
  fromMessageEvent,
  fromShortcut,
  fromSubmission,
  read,
} from './incoming.ts';
import { acknowledged } from './late.ts';
import type { Log } from './log.ts';
import { event, joined, type SlackUser, userEvent } from './payload.ts';
import { say } from './say.ts';
import type { Incoming } from './surface.ts';
import type { Tools } from './tools.ts';
import { accountIn, type Workspace, whoseIs } from './workspace.ts';

export type DispatchOptions = Tools & {
  readonly workspace: Workspace;
  readonly directory: Directory;
  readonly log: Log;
  readonly now: () => string;
  /** After so many milliseconds Slack is told that we got it, and the answer comes by another way. */
  readonly patience: number;
  /** Work that goes on after Slack was answered; a stop waits for it. */
  readonly background: (work: Promise<void>) => void;
  /** We are in a channel that we were not in. */
  readonly onJoined: (channel: string) => void;
  /** Somebody came into a channel or a user group, or left one. */
  readonly onMembers: () => void;
  /** The app was removed from the workspace. */
  readonly onRemoved: () => void;
};

type Body = Parameters<Handle>[0];
type Ack = Parameters<Handle>[1];

/** Events that were handled: Slack sends one up to three times, perhaps while the first is still being handled. */
const REMEMBERED = 20_000;

export function dispatcher(options: DispatchOptions): Handle {
  const { workspace, directory, log, background } = options;
  const handled = new LRUCache<string, Promise<void>>({ max: REMEMBERED });
  const fault = (what: string) => (error: unknown) => log(what, error);

  async function act(incoming: Incoming | undefined, ack: Ack): Promise<void> {
    if (!incoming) return ack();
    const { account } = incoming.interaction;
    const stranger = directory.isStranger(account);
    const profile = directory.news(account);
    background(directory.look(account));
    const interaction: Interaction = {
      ...incoming.interaction,
      platform: 'slack',
      at: options.now(),
      ...(profile && { profile }),
    };
    const reply = stranger
      ? Promise.resolve({ type: 'show', card: say(options.reader(account), 'stranger') } as const)
      : options.receive(interaction);
    const { surface } = incoming;
    const answer = async (isLate: () => boolean) =>
      answering(surface, interaction, await reply, { ...options, isLate });
    const after = await acknowledged(surface, answer, ack, { ...options, account });
    if (after) background(after().catch(fault(`answering a ${surface.type}`)));
  }

  async function once(id: string, what: () => Promise<void>): Promise<void> {
    const before = handled.get(id);
    if (before) return before;
    const now = what();
    handled.set(id, now);
    // What failed is to be tried again when Slack repeats it.
    now.catch(() => handled.delete(id));
    return now;
  }

  const none: Ack = () => undefined;
  const events = new Map<string, (id: string, body: unknown) => Promise<void>>([
    ['message', (id, body) => act(fromMessageEvent(id, body), none)],
    ['app_mention', (id, body) => act(fromMention(id, body), none)],
    ['app_home_opened', (id, body) => act(fromHome(id, body), none)],
    ['user_change', (_, body) => directory.told(read(userEvent, body).user)],
    ['team_join', (id, body) => newcomer(id, read(userEvent, body).user)],
    ['member_joined_channel', async (_, body) => cameIn(read(joined, body))],
    ['member_left_channel', async () => options.onMembers()],
    ['subteam_updated', async () => options.onMembers()],
    ['subteam_members_changed', async () => options.onMembers()],
    ['app_uninstalled', async () => options.onRemoved()],
    ['tokens_revoked', async () => undefined],
  ]);

  /** Somebody joined the company. Whoever was there when we came is learned of otherwise, and is no newcomer. */
  async function newcomer(id: string, user: SlackUser): Promise<void> {
    await directory.told(user);
    const account = user.id;
    // A guest of a single channel is a visitor; one of several works with us, as contractors do.
    if (user.is_bot || user.deleted || user.is_ultra_restricted || directory.isStranger(account)) return;
    const profile = directory.news(account);
    const does = { type: 'join', by: 'company' } as const;
    const at = options.now();
    await options.receive({ cause: `slack/${id}`, platform: 'slack', account, at, does, ...(profile && { profile }) });
  }

  /** Whoever brought us in is told what to do next; what could not be posted there before is tried again. */
  function cameIn({ user, channel, inviter }: { user: string; channel: string; inviter?: string | undefined }): void {
    options.onMembers();
    if (user !== workspace.botUserId) return;
    options.onJoined(channel);
    if (inviter === undefined) return;
    const said = message(say(options.reader(inviter), 'joined'));
    const posted = options.client.chat.postEphemeral({ channel, user: inviter, ...said });
    background(posted.then(() => undefined, fault('greeting a channel')));
  }

  const routes = new Map<string, (body: Body, ack: Ack) => Promise<void>>([
    ['block_actions', (body, ack) => act(fromActions(body), ack)],
    ['view_submission', (body, ack) => act(fromSubmission(body), ack)],
    ['view_closed', async (_, ack) => ack()],
    ['shortcut', (body, ack) => act(fromShortcut(body), ack)],
    ['message_action', (body, ack) => act(fromMessageAction(body, directory.nameOf), ack)],
    [
      'event_callback',
      async (body) => {
        const { event_id: id, event: inner } = read(event, body);
        const handle = events.get(inner.type);
        if (handle) await once(id, () => handle(id, inner));
      },
    ],
  ]);

  async function isOurs(body: Body): Promise<boolean> {
    const whose = whoseIs(workspace, body);
    if (whose !== 'unsaid') return whose === 'ours';
    const account = accountIn(body);
    return account !== undefined && directory.isOurs(account);
  }

  return async (body, ack) => {
    const { type } = body;
    if (!(await isOurs(body))) {
      // In a shared channel that is as it should be, and whoever refuses too many events gets none any more.
      if (type === 'event_callback') return;
      throw new HttpFault(403, 'This is not of our workspace.', { 'x-slack-no-retry': '1' });
    }
    if (typeof body['command'] === 'string') return act(fromCommand(body, directory.nameOf), ack);
    const route = routes.get(typeof type === 'string' ? type : '');
    if (!route) throw new HttpFault(400, 'This is nothing that Goodword takes.');
    await route(body, ack);
  };
}
