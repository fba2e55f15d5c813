/** A small Slack: keeps people, channels, messages and dialogs, answers the Web API as documented, and fails on request. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackFiles } from './files.fixture.ts';
import { isWithheld, SCOPES } from './granted.ts';
import { each, wrongBlocks, wrongView } from './valid.ts';

export const TEAM = 'T0GOODWORD';
export const BOT = 'U0GOODWORD';
export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export type Message = {
  readonly channel: string;
  readonly ts: string;
  text: string;
  blocks: unknown;
  metadata: { readonly event_type: string; readonly event_payload: { readonly key: string } } | undefined;
  edits: number;
};
export type User = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly email?: string;
  readonly confirmed?: boolean;
  readonly deleted?: boolean;
  /** Of another company's workspace, or of another one of ours, with the organisation that it is of. */
  readonly team?: string;
  readonly organisation?: string;
  readonly guest?: boolean;
  readonly bot?: boolean;
};
/** `member: false`: we are not in it; then Slack does not even say that there is a private one. */
type Channel = { archived?: true; member?: false; private?: true; shared?: true };
type Args = { readonly [name: string]: unknown };
export type Call = { readonly method: string; readonly args: Args; readonly at: number };
/** `arrived` and `stuck` happen, and then the line breaks or stays silent; `reset` and `hangs` never happen. */
export type Failure = 'limited' | 'broken' | 'arrived' | 'stuck' | 'reset' | 'hangs';
type Said = { readonly [name: string]: unknown };

export type Slack = Awaited<ReturnType<typeof slack>>;

export async function slack() {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>([['C0RESPONSE', {}]]);
  /** Who is in a channel, and the user groups by their handles. */
  const inside = new Map<string, readonly string[]>();
  const groups = new Map<string, readonly string[]>();
  const messages: Message[] = [];
  const ephemerals: { channel: string; user: string; text: string; blocks: unknown }[] = [];
  const views: { id: string; how: string; view: Said }[] = [];
  /** Dialogs that somebody has closed, which Slack does not tell us. */
  const closed = new Set<string>();
  const homes = new Map<string, Said>();
  const responses: Args[] = [];
  const calls: Call[] = [];
  const waiting = new Set<() => void>();
  const used = new Set<string>();
  let stamp = 1_770_000_000_000_000;
  const ts = () => {
    stamp += 1_000_100;
    return `${Math.floor(stamp / 1_000_000)}.${String(stamp % 1_000_000).padStart(6, '0')}`;
  };

  const files = slackFiles(() => state.url);
  const state = {
    ...{ users, channels, messages, ephemerals, views, closed, homes, responses, calls, files, inside, groups },
    scopes: SCOPES,
    /** The organisation that our workspace is of, if any. */
    organisation: undefined as string | undefined,
    /** How the next call of a method fails; asked before each. */
    fails: (_call: Call): Failure | undefined => undefined,
    /** A refusal of Slack's own, by its word. */
    refuses: (_call: Call): string | undefined => undefined,
    retryAfter: 1,
    socketUrl: '',
    /** Milliseconds: for measuring how calls are paced. */
    clock: () => Date.now(),
    url: '',
    /** What a channel or a person's direct messages show, oldest first. */
    at: (channel: string) => messages.filter((message) => message.channel === channel),
    /** Resolves after the next call that fits. */
    next: (fits: (call: Call) => boolean) =>
      new Promise<void>((resolve) => {
        const from = calls.length;
        const before = responses.length;
        const look = () => {
          const responded = responses.slice(before).map((args) => ({ method: 'response_url', args, at: 0 }));
          if (![...calls.slice(from), ...responded].some(fits)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const refused = (error: string): Said => ({ ok: false, error });
  const withheld = (method: string): boolean => isWithheld(state.scopes, method);
  const seen = (channel: string): Channel | undefined => {
    const known = channels.get(channel);
    return known?.private && known.member === false ? undefined : known;
  };
  const place = (channel: string): string | undefined => {
    const known = seen(channel);
    if (!known && !channel.startsWith('D')) return 'channel_not_found';
    if (known?.archived) return 'is_archived';
    return known?.member === false ? 'not_in_channel' : undefined;
  };
  const checked = (blocks: unknown): string | undefined =>
    wrongBlocks(blocks).length > 0 || missesFile(blocks) ? 'invalid_blocks' : undefined;
  /** A picture that Slack does not have, or has not looked at yet. */
  function missesFile(shown: unknown): boolean {
    let misses = false;
    each(shown, (key, id, within) => {
      if (key === 'id' && Object.keys(within).length === 1 && !files.usable(id)) misses = true;
    });
    return misses;
  }

  function view(how: string, id: string, given: unknown, trigger: string | undefined): Said {
    if (trigger !== undefined && used.has(trigger)) return refused('exchanged_trigger_id');
    if (trigger !== undefined) used.add(trigger);
    const wrong = [...wrongView(given), ...(missesFile(given) ? ['a file that is not there'] : [])];
    if (withheld('files.info') && JSON.stringify(given).includes('"file_input"'))
      wrong.push('files that we may not read');
    if (wrong.length > 0) return { ok: false, error: 'invalid_arguments', response_metadata: { messages: wrong } };
    views.push({ id, how, view: given as Said });
    return { ok: true, view: { ...(given as Said), id, hash: hashOf(id) } };
  }
  /** Changes with every change of the dialog. */
  const hashOf = (id: string) => `${views.findLastIndex((one) => one.id === id)}.hash`;

  const api: { readonly [method: string]: (args: Args) => Said } = {
    'auth.test': () => ({
      ok: true,
      team: 'Northwind',
      team_id: TEAM,
      user_id: BOT,
      bot_id: 'B0GOODWORD',
      user: 'goodword',
      ...(state.organisation && { enterprise_id: state.organisation }),
      is_enterprise_install: false,
    }),
    'apps.connections.open': () => ({ ok: true, url: state.socketUrl }),
    'chat.postMessage'({ channel, text, blocks, metadata }) {
      // Named by themselves, somebody is written to in their messages with us.
      const id = users.has(String(channel)) ? `D${String(channel).slice(1)}` : String(channel);
      const why = place(id) ?? checked(blocks);
      if (why) return refused(why);
      const message = {
        channel: id,
        ts: ts(),
        text: String(text),
        blocks,
        metadata: metadata as Message['metadata'],
        edits: 0,
      };
      messages.push(message);
      return { ok: true, channel: id, ts: message.ts, message: { text } };
    },
    'chat.update'({ channel, ts: at, text, blocks }) {
      const why = place(String(channel)) ?? checked(blocks);
      if (why) return refused(why);
      const message = messages.find((one) => one.channel === channel && one.ts === at);
      if (!message) return refused('message_not_found');
      Object.assign(message, { text: String(text), blocks, edits: message.edits + 1 });
      return { ok: true, channel, ts: at };
    },
    'chat.postEphemeral'({ channel, user, text, blocks }) {
      const why = (channels.has(String(channel)) ? place(String(channel)) : undefined) ?? checked(blocks);
      if (why) return refused(why);
      ephemerals.push({ channel: String(channel), user: String(user), text: String(text), blocks });
      return { ok: true, message_ts: ts() };
    },
    'conversations.open'({ users: user }) {
      const known = users.get(String(user));
      if (!known) return refused('user_not_found');
      if (known.deleted) return refused('user_disabled');
      if (known.bot) return refused('cannot_dm_bot');
      return { ok: true, channel: { id: `D${String(user).slice(1)}` } };
    },
    'conversations.info'({ channel }) {
      const known = seen(String(channel));
      if (!known) return refused('channel_not_found');
      const is = { is_archived: known.archived === true, is_ext_shared: known.shared === true };
      return { ok: true, channel: { id: channel, name: 'response', ...is, is_member: known.member !== false } };
    },
    'conversations.history'({ channel, include_all_metadata }) {
      const found = state.at(String(channel)).toReversed();
      const shown = found.map(({ metadata, ...rest }) =>
        include_all_metadata === true ? { ...rest, metadata } : rest,
      );
      return { ok: true, messages: shown, has_more: false };
    },
    'conversations.members'({ channel, cursor }) {
      const all = inside.get(String(channel));
      if (!all) return refused('channel_not_found');
      // A page of two, so that there is always a next one to forget.
      const from = Number(cursor ?? 0);
      const next = from + 2 < all.length ? String(from + 2) : '';
      return { ok: true, members: all.slice(from, from + 2), response_metadata: { next_cursor: next } };
    },
    'usergroups.list': () => ({
      ok: true,
      usergroups: [...groups.keys()].map((handle, index) => ({ id: `S${index + 1}`, handle, name: handle })),
    }),
    'usergroups.users.list'({ usergroup }) {
      const users = [...groups.values()][Number(String(usergroup).slice(1)) - 1];
      return users ? { ok: true, users } : refused('no_such_subteam');
    },
    'users.info'({ user }) {
      const known = users.get(String(user));
      return known ? { ok: true, user: userOf(known) } : refused('user_not_found');
    },
    'users.list': () => ({
      ok: true,
      members: [...users.values()].map(userOf),
      response_metadata: { next_cursor: '' },
    }),
    ...files.api,
    'views.open': (args) => view('open', `V${views.length + 1}`, args['view'], String(args['trigger_id'])),
    'views.push': (args) => view('push', `V${views.length + 1}`, args['view'], String(args['trigger_id'])),
    'views.update'({ view_id, hash, view: given }) {
      const id = String(view_id);
      if (closed.has(id) || !views.some((one) => one.id === id)) return refused('not_found');
      if (hash !== undefined && hash !== hashOf(id)) return refused('hash_conflict');
      return view('update', id, given, undefined);
    },
    'views.publish'({ user_id, view: given }) {
      const wrong = wrongView(given);
      if (wrong.length > 0) return refused('invalid_arguments');
      homes.set(String(user_id), given as Said);
      return { ok: true };
    },
  };

  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const path = new URL(request.url ?? '', 'http://slack').pathname;
    const file = files.serve(path, bytes, request.headers.authorization);
    if (file) {
      response.writeHead(file.status, file.status === 302 ? { location: '/login' } : {}).end(file.body);
      return;
    }
    const body = bytes.toString();
    if (path.startsWith('/respond/')) {
      const said = JSON.parse(body) as Args;
      const why = said['blocks'] === undefined ? undefined : checked(said['blocks']);
      if (!why) responses.push({ ...said, url: path });
      response.end(why ? JSON.stringify(refused(why)) : 'ok');
      for (const look of waiting) look();
      return;
    }
    const method = path.slice('/api/'.length);
    const call = { method, args: argsOf(body), at: state.clock() };
    calls.push(call);
    const failure = state.fails(call);
    const why = state.refuses(call) ?? (withheld(method) ? 'missing_scope' : undefined);
    const run = api[method];
    const happens = failure === undefined || failure === 'arrived' || failure === 'stuck';
    const said = why ? refused(why) : happens ? (run?.(call.args) ?? refused('unknown_method')) : {};
    for (const look of waiting) look();
    switch (failure) {
      case 'limited':
        response.writeHead(429, { 'retry-after': String(state.retryAfter) }).end();
        return;
      case 'broken':
        response.writeHead(500).end('upstream broke');
        return;
      case 'arrived':
      case 'reset':
        request.socket.destroy();
        return;
      case 'stuck':
      case 'hangs':
        return;
      case undefined:
        response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': state.scopes });
        response.end(JSON.stringify(said));
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

/** A form body with JSON in it, as the SDK sends it. */
function argsOf(body: string): Args {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => {
      try {
        return [name, /^[[{]|^(?:true|false)$/.test(value) ? JSON.parse(value) : value];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** Whoever is in a channel with us is no stranger for Slack, though of another company. */
const userOf = ({ id, name, locale, email, confirmed = true, deleted = false, guest, bot, ...more }: User) => ({
  ...{ id, team_id: more.team ?? TEAM, name: name.toLowerCase(), deleted, real_name: name, tz: 'Europe/London' },
  ...{ locale, is_bot: bot === true, is_email_confirmed: confirmed, is_stranger: false },
  ...(guest && { is_restricted: true }),
  ...(more.organisation && {
    enterprise_user: { id, enterprise_id: more.organisation, enterprise_name: 'All', teams: [more.team ?? TEAM] },
  }),
  profile: { real_name: name, display_name: name, ...(email && { email }) },
});
