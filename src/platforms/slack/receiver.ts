/** Slack over HTTP: signed requests to one address, each answered once it is durable. */
import { type Answer, type Handle, HttpFault, json, type Request } from '#src/server/answer.ts';
import type { Routes } from '#src/server/router.ts';
import type { Take } from './app.ts';
import { verify } from './signature.ts';

export type ReceiverOptions = {
  readonly signingSecret: string;
  /** Undefined until the platform has started. */
  readonly take: () => Take | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

export const slackRoutes = (options: ReceiverOptions): Routes => ({ 'POST /slack/events': receiver(options) });

function receiver({ signingSecret, take, clock }: ReceiverOptions): Handle {
  return async (request) => {
    const raw = await request.body();
    const { headers } = request;
    const timestamp = one(headers['x-slack-request-timestamp']);
    verify(signingSecret, { timestamp, signature: one(headers['x-slack-signature']) }, raw, clock());
    const body = parsed(request, raw);
    if (body['ssl_check'] !== undefined) return { status: 200 };
    if (body['type'] === 'url_verification') return json({ challenge: String(body['challenge'] ?? '') });
    const hand = take();
    if (!hand) throw new HttpFault(503, 'Goodword is not running yet.', { 'retry-after': '5' });
    const retry = one(headers['x-slack-retry-num']);
    return said(await hand({ body, ...(retry !== undefined && { retryNum: Number(retry) }) }));
  };
}

function parsed({ headers }: Request, raw: Buffer): { readonly [key: string]: unknown } {
  const text = raw.toString('utf8');
  const type = headers['content-type'] ?? '';
  if (/^application\/json(?:;|$)/i.test(type)) return object(text);
  if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(type))
    throw new HttpFault(415, 'Send JSON or a form, as Slack does.');
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : object(payload);
}

function object(text: string): { readonly [key: string]: unknown } {
  const value = tried(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpFault(400, 'The body is not what Slack sends.');
  return { ...value };
}

function tried(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'The body is not JSON.');
  }
}

/** What was acknowledged: nothing, or a message, or what a dialog should do. */
const said = (payload: unknown): Answer => (payload === undefined ? { status: 200 } : json(payload));

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);
