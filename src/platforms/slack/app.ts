/** Bolt's app around one function: what comes in by HTTP or by socket is taken by it, whatever it is. */
import { App, type Logger, LogLevel, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { HttpFault } from '#src/server/answer.ts';

/** A request or an envelope, its body already read. Resolves with what is to be acknowledged, once it is durable. */
export type Take = (incoming: Incoming) => Promise<unknown>;
export type Incoming = { readonly body: { readonly [key: string]: unknown }; readonly retryNum?: number };

/** Handles a body; `ack` may be called before it resolves, which lets Slack go on while we still work. */
export type Handle = (body: { readonly [key: string]: unknown }, ack: (payload?: unknown) => void) => Promise<void>;

export type Identity = { readonly token: string; readonly botId: string; readonly botUserId: string };

/** Bolt's own waits, stores and listeners are left out: one middleware stands for all of them. */
export function boltTake(
  { token, botId, botUserId }: Identity,
  handle: Handle,
  clientOptions: WebClientOptions,
  logger: Logger,
): Take {
  const receiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const app = new App({
    ...{ receiver, token, botId, botUserId, clientOptions, logger, logLevel: LogLevel.WARN },
    // Without these two, each request would cost an exception or a call of auth.test.
    ...{ convoStore: false, tokenVerificationEnabled: false, processBeforeResponse: false },
  });
  app.use(async ({ body, context }) => {
    const taken: unknown = context['taken'];
    const ack = typeof taken === 'function' ? (payload?: unknown) => void taken(payload) : () => undefined;
    await handle({ ...body }, ack);
  });
  // The default handler throws too, but logs before: a refusal of ours is no error of the app.
  app.error(async (error) => {
    throw 'original' in error && error.original instanceof Error ? error.original : error;
  });
  return ({ body, retryNum }) =>
    new Promise((resolve, reject) => {
      const retry = retryNum === undefined ? {} : { retryNum };
      // Bolt acknowledges events before they are handled; we do when they are durable, so that Slack repeats the rest.
      let reached = body['type'] === 'event_callback';
      const taken = (payload: unknown) => {
        reached = true;
        resolve(payload);
      };
      const event = { body, ack: async () => undefined, customProperties: { taken }, ...retry };
      app.processEvent(event).then(() => {
        // Bolt passes over what it does not know, and over what we said ourselves. Neither reaches us.
        if (reached) resolve(undefined);
        else reject(new HttpFault(400, 'This is nothing that Goodword takes.'));
      }, reject);
    });
}
