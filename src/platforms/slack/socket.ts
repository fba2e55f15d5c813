/** Socket Mode: two connections, each opened again as soon as it is lost, so that Slack always has one to send to. */

import type { Logger } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIPlatformError, type WebClientOptions } from '@slack/web-api';
import { HttpFault } from '#src/server/answer.ts';
import type { Take } from './app.ts';
import type { Log } from './log.ts';
import type { Wait } from './pace.ts';

export type SocketOptions = {
  readonly appToken: string;
  readonly take: Take;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  readonly wait: Wait;
  /** Called once when no connection can ever be opened again: the token is no longer valid. */
  readonly onFatal: (error: unknown) => void;
};

export type Sockets = { start(): Promise<void>; stop(): Promise<void> };

const CONNECTIONS = 2;
/** Milliseconds between tries, doubled each time. */
const SOONEST = 250;
const LATEST = 30_000;
const FATAL = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'user_removed_from_team',
  'team_disabled',
];

type Envelope = {
  readonly ack: (payload?: unknown) => Promise<void>;
  readonly body: { readonly [key: string]: unknown };
  readonly retry_num?: number;
  readonly accepts_response_payload?: boolean;
};

export function sockets(options: SocketOptions): Sockets {
  const all = Array.from({ length: CONNECTIONS }, () => connection(options));
  return {
    // The first tells whether it works at all; a token that does not must stop the start.
    async start() {
      for (const one of all) await one.start();
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

function connection({ appToken, take, clientOptions, logger, log, wait, onFatal }: SocketOptions): Sockets {
  const stopping = new AbortController();
  // Its own way to reconnect waits five seconds, and its failures end as unhandled rejections.
  const client = new SocketModeClient({ appToken, autoReconnectEnabled: false, clientOptions, logger });
  client.on('slack_event', (envelope: Envelope) => void taken(envelope));
  let connected = false;

  async function taken({ ack, body, retry_num, accepts_response_payload }: Envelope): Promise<void> {
    try {
      const payload = await take({ body, ...(retry_num !== undefined && { retryNum: retry_num }) });
      await ack(accepts_response_payload && payload !== undefined ? payload : undefined);
    } catch (error) {
      log('an envelope of Slack', error);
      // What is not for us will not be for us the next time; all else is left to be sent again.
      if (error instanceof HttpFault && error.status < 500) await ack().catch(() => undefined);
    }
  }

  async function keep(): Promise<void> {
    for (let tries = 0; !stopping.signal.aborted; tries += 1) {
      try {
        await client.start();
        return;
      } catch (error) {
        if (isFatal(error)) return onFatal(error);
        log('the connection to Slack', error);
        await wait(Math.min(LATEST, SOONEST * 2 ** tries), stopping.signal).catch(() => undefined);
      }
    }
  }

  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    if (!connected) return;
    connected = false;
    void keep();
  });

  return {
    async start() {
      await client.start();
    },
    async stop() {
      stopping.abort();
      if (connected) await client.disconnect();
    },
  };
}

const isFatal = (error: unknown): boolean => error instanceof WebAPIPlatformError && FATAL.includes(error.data.error);
