/**
 * Calls to Teams. Not by the vendor's client: that one repeats a post after a 5xx by itself, which doubles messages,
 * and waits on a limit inside the call, where nobody can put something more urgent first.
 */
import { z } from 'zod';
import { TIMEOUT } from './limits.ts';

/** Teams refused, or did not answer: `status` 0. */
export class ConnectorFault extends Error {
  override readonly name = 'ConnectorFault';
  readonly status: number;
  /** Teams' own word for why. */
  readonly code: string | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
  /** True when the request certainly never arrived. */
  readonly unsent: boolean;
  constructor(
    status: number,
    what: { code?: string | undefined; retryAfter?: number | undefined; unsent?: boolean; cause?: unknown } = {},
  ) {
    super(`Teams ${status === 0 ? 'was not reached' : `answered ${status}`}${what.code ? `: ${what.code}` : ''}.`, {
      cause: what.cause,
    });
    this.status = status;
    this.code = what.code;
    this.retryAfter = what.retryAfter;
    this.unsent = what.unsent === true;
  }
}

/** A conversation and where it is reached. */
export type Thread = { readonly serviceUrl: string; readonly conversation: string };
export type Content = { readonly [key: string]: unknown };
export type Member = z.output<typeof member>;

/** Every call throws `ConnectorFault`; none is repeated. */
export type Connector = {
  /** Posts into a conversation and returns the id of the new activity. */
  post(to: Thread, content: Content): Promise<string>;
  /** Posts what `user` alone sees where others talk, in answer to what they so wrote to us. Teams keeps it for a day. */
  whisper(to: Thread, content: Content, question: { user: string; activity: string | undefined }): Promise<string>;
  edit(to: Thread, activity: string, content: Content): Promise<void>;
  /** The conversation with one person, made if there is none; asking twice gives the same. */
  open(serviceUrl: string, who: { bot: string; user: string; tenant: string | undefined }): Promise<string>;
  member(of: Thread, user: string): Promise<Member>;
  /** A picture that somebody pasted, by the id that Teams keeps it by; undefined when it has more than `most` bytes. */
  picture(serviceUrl: string, id: string, most: number): Promise<Uint8Array | undefined>;
};

const made = z.looseObject({ id: z.string().min(1) });
const member = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
});
const refusal = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** Connections that never came to be. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

export function connector(token: () => Promise<string | undefined>, timeout = TIMEOUT): Connector {
  async function call(method: 'GET' | 'POST' | 'PUT', serviceUrl: string, path: string, body?: Content) {
    const asked = { method, ...(body && { body: JSON.stringify(body) }) };
    return answered(serviceUrl, `/v3/conversations${path}`, asked, async (answer) => parsed(await answer.text()));
  }

  async function answered<T>(
    serviceUrl: string,
    path: string,
    asked: { readonly method: string; readonly body?: string },
    read: (answer: Response) => Promise<T>,
  ): Promise<T> {
    const bearer = await token().catch((cause: unknown) => {
      throw new ConnectorFault(401, { code: 'no token', cause });
    });
    const headers = { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) };
    // Our token goes to nobody to whom an answer would lead it.
    const how = { ...asked, headers, signal: AbortSignal.timeout(timeout), redirect: 'manual' } as const;
    try {
      const answer = await fetch(`${serviceUrl.replace(/\/+$/, '')}${path}`, how);
      if (!answer.ok) throw refused(answer, await answer.text());
      return await read(answer);
    } catch (cause) {
      if (cause instanceof ConnectorFault) throw cause;
      throw new ConnectorFault(0, { code: codeOf(cause), unsent: UNSENT.includes(codeOf(cause) ?? ''), cause });
    }
  }
  const at = ({ conversation }: Thread) => `/${encodeURIComponent(conversation)}`;

  return {
    post: async (to, content) => idIn(await call('POST', to.serviceUrl, `${at(to)}/activities`, content)),
    async whisper(to, content, { user, activity }) {
      const entities = activity === undefined ? [] : [{ type: 'targetedMessageInfo', messageId: activity }];
      const whispered = { ...content, recipient: { id: user, isTargeted: true }, entities };
      return idIn(await call('POST', to.serviceUrl, `${at(to)}/activities?isTargetedActivity=true`, whispered));
    },
    async edit(to, id, content) {
      await call('PUT', to.serviceUrl, `${at(to)}/activities/${encodeURIComponent(id)}`, { ...content, id });
    },
    async open(serviceUrl, { bot, user, tenant }) {
      const whose = tenant && { tenantId: tenant, channelData: { tenant: { id: tenant } } };
      const asked = { isGroup: false, bot: { id: bot }, members: [{ id: user }], ...whose };
      return idIn(await call('POST', serviceUrl, '', asked));
    },
    member: async (of, user) =>
      member.parse(await call('GET', of.serviceUrl, `${at(of)}/members/${encodeURIComponent(user)}`)),
    picture: (serviceUrl, id, most) =>
      answered(serviceUrl, `/v3/attachments/${encodeURIComponent(id)}/views/original`, { method: 'GET' }, (answer) =>
        within(answer, most),
      ),
  };
}

/** The whole of an answer, unless there is too much of it. */
async function within(answer: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function idIn(answer: unknown): string {
  const { success, data } = made.safeParse(answer);
  if (!success) throw new ConnectorFault(0, { code: 'no id' });
  return data.id;
}

function refused(answer: Response, text: string): ConnectorFault {
  const { data } = refusal.safeParse(parsed(text));
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new ConnectorFault(answer.status, {
    code: data?.error.code,
    ...(Number.isFinite(seconds) && { retryAfter: seconds * 1000 }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of a network error, wherever fetch has put it. */
function codeOf(error: unknown): string | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return error instanceof Error ? error.name : undefined;
}
