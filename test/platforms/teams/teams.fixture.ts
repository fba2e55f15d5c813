/** A small Teams: gives tokens, keeps conversations and messages, answers the connector as documented, and fails on request. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasSchema, phoneErrors, schemaErrors } from '#test/view/adaptive/schema.ts';

export const APP = '6f0e2c1a-0000-4000-8000-00000000b071';
export const TENANT = '6f0e2c1a-0000-4000-8000-0000000c0de0';
export const BOT = `28:${APP}`;
/** The team whose channels the activities come from; its roster goes by this id. */
export const TEAM = '19:team@thread.tacv2';
/** Begins the ids of chats that people have among themselves: Teams names them to us, and lets us do nothing there. */
export const AMONG_OTHERS = 'a:among-others:';
const ISSUER = 'https://api.botframework.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };
export type Message = {
  readonly conversation: string;
  readonly id: string;
  summary: string;
  card: Card;
  edits: number;
  /** Who alone sees it; undefined when everybody there does. */
  readonly only: string | undefined;
};
type Json = { readonly [key: string]: unknown };
export type Call = {
  readonly method: string;
  readonly conversation: string;
  readonly activity: string;
  /** Whether it is for one person among those who talk there. */
  readonly targeted: boolean;
  readonly body: Json;
  readonly at: number;
  readonly token: string | undefined;
};
/** A status with its word; `arrived` happens and then breaks off; `hangs` never answers. */
export type Failure =
  | { readonly status: number; readonly code?: string; readonly after?: number }
  | 'arrived'
  | 'hangs';
type Member = {
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly userRole?: string;
  readonly tenantId?: string;
};

export type Teams = Awaited<ReturnType<typeof teams>>;

export async function teams() {
  const messages: Message[] = [];
  const calls: Call[] = [];
  const wrong: string[] = [];
  const members = new Map<string, Member>();
  /** Pasted pictures, by the ids by which messages name them. */
  const pictures = new Map<string, Uint8Array>();
  /** Private and shared channels, which have members of their own. */
  const apart = new Set<string>();
  const waiting = new Set<() => void>();
  let count = 0;

  const state = {
    ...{ messages, calls, wrong, members, pictures, apart },
    /** How the next call fails; asked before each. */
    fails: (_call: Call): Failure | undefined => undefined,
    /** Milliseconds: for measuring how calls are paced. */
    clock: () => Date.now(),
    url: '',
    /** What a conversation shows, oldest first. */
    at: (conversation: string) => messages.filter((message) => message.conversation === conversation),
    newest(conversation: string): Message {
      const found = state.at(conversation).at(-1);
      if (!found)
        throw new Error(`nothing in ${conversation}, only in ${messages.map((one) => one.conversation).join()}`);
      return found;
    },
    /** Resolves once so many messages stand in a conversation. */
    reaches: (conversation: string, most: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (state.at(conversation).length < most) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Resolves after the next call that fits was answered. */
    next: (fits: (call: Call) => boolean) =>
      new Promise<void>((resolve) => {
        const from = calls.length;
        const look = () => {
          if (!calls.slice(from).some(fits)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      }),
    /** What Teams puts into the header of a request to the bot. */
    token: (claims: Json = {}, by: 'teams' | 'stranger' = 'teams') =>
      `Bearer ${jwt({ serviceurl: state.url, ...claims }, by === 'teams' ? privateKey : stranger.privateKey)}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function checked(body: Json): Card {
    const [attachment] = (body['attachments'] ?? []) as { content?: Card }[];
    const card = attachment?.content;
    if (!card || 'text' in body) throw new Error('a message is one card and no text');
    const bytes = JSON.stringify(card).length * 2;
    if (bytes > 25 * 1024) wrong.push(`${bytes} bytes`);
    if (hasSchema) wrong.push(...schemaErrors(card));
    wrong.push(...phoneErrors(card));
    return card;
  }

  /** Why Teams tells nothing of a conversation's members: a thread has none, and that of a common channel is not whole. */
  function rosterless(conversation: string): { status: number; body: unknown } | undefined {
    if (conversation.includes(';messageid=')) return refusal(404, 'ThreadNotFound');
    const isTold = !conversation.startsWith('19:') || conversation === TEAM || state.apart.has(conversation);
    return isTold ? undefined : refusal(404, 'MemberNotFoundInConversation');
  }

  /** Whom alone a message is for; throws what Teams refuses. */
  function onlyFor({ targeted, conversation, body }: Call): string | undefined {
    const { id, isTargeted } = (body['recipient'] ?? {}) as { id?: string; isTargeted?: boolean };
    if (!targeted && isTargeted) throw new Error('a whisper that everybody hears');
    if (!targeted) return undefined;
    if (!id || !conversation.startsWith('19:')) throw new Error('a whisper to nobody, or in a chat of one’s own');
    return id;
  }

  function happen(call: Call): { status: number; body: unknown } {
    const { method, conversation, activity, body } = call;
    if (conversation.startsWith(AMONG_OTHERS)) return refusal(403, 'BotNotInConversationRoster');
    if (method === 'GET' && activity === 'original') return refusal(404, 'NotFound');
    const untold = method === 'GET' ? rosterless(conversation) : undefined;
    if (untold) return untold;
    if (method === 'GET') return { status: 200, body: { id: activity, name: 'x', ...members.get(activity) } };
    if (method === 'POST' && conversation === '') {
      const [{ id } = { id: '' }] = body['members'] as { id: string }[];
      return { status: 201, body: { id: `a:${id}` } };
    }
    const card = checked(body);
    const summary = String(body['summary']);
    if (method === 'POST') {
      count += 1;
      messages.push({ conversation, id: `1700000000${count}`, summary, card, edits: 0, only: onlyFor(call) });
      return { status: 201, body: { id: `1700000000${count}` } };
    }
    const message = messages.find((one) => one.conversation === conversation && one.id === activity);
    if (!message) return refusal(404, 'ActivityNotFoundInConversation');
    Object.assign(message, { card, summary, edits: message.edits + 1 });
    return { status: 200, body: { id: activity } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const say = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
      for (const look of waiting) look();
    };
    if (path === '/openid') return say(200, { issuer: ISSUER, jwks_uri: `${state.url}/keys` });
    if (path === '/keys')
      return say(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', endorsements: ['msteams'] }] });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(path, state.url);
    const [, , kind = '', conversation = '', , activity = ''] = pathname.split('/').map(decodeURIComponent);
    const targeted = searchParams.get('isTargetedActivity') === 'true';
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const token = request.headers.authorization;
    const call = { method: request.method ?? '', conversation, activity, targeted, body, at: state.clock(), token };
    calls.push(call);
    const failure = state.fails(call);
    if (failure === 'hangs') return;
    if (failure === 'arrived') {
      happen(call);
      request.socket.destroy();
      for (const look of waiting) look();
      return;
    }
    if (failure) {
      const { status, body: why } = refusal(failure.status, failure.code ?? 'Failed');
      return say(status, why, failure.after === undefined ? {} : { 'retry-after': String(failure.after) });
    }
    const picture = kind === 'attachments' ? pictures.get(conversation) : undefined;
    if (picture) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      return;
    }
    const { status, body: said } = happen(call);
    say(status, said);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

const refusal = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });

function jwt(claims: Json, key: typeof privateKey): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const usual = { iss: ISSUER, aud: APP, nbf: now - 60, exp: now + 600 };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${part({ ...usual, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}
