/** The tools of one answer: where to say something, and what goes on once Teams was answered. */
import type { TurnContext } from 'botbuilder';
import { DeliveryFault, type Receive } from '../platform.ts';
import type { Incoming } from './activity.ts';
import type { Connector, Content } from './connector.ts';
import type { TeamsReader } from './content.ts';
import { deliveryFault } from './faults.ts';
import type { Mail } from './mail.ts';
import type { Wait } from './pace.ts';
import type { Tools } from './tools.ts';

export type Kit = {
  readonly receive: Receive;
  readonly readerOf: (incoming: Incoming, account: string | undefined) => TeamsReader;
  readonly connector: Connector;
  readonly post: Mail['post'];
  readonly viewers: Tools['viewers'];
  readonly draw: Tools['draw'];
  readonly background: (work: Promise<void>) => void;
  readonly log: (what: string, error: unknown) => void;
  readonly wait: Wait;
  readonly stop: AbortSignal;
};

/** Answers that could not be sent are tried again after so many milliseconds, then given up: the person asks again. */
const TRIES = [1_000, 4_000];

/** `flush` resolves when what must be said within the turn is said. */
export function toolsFor(
  incoming: Incoming,
  context: TurnContext,
  kit: Kit,
): { readonly tools: Tools; readonly flush: () => Promise<void> } {
  const { serviceUrl, conversation } = incoming;
  const thread = { serviceUrl, conversation: conversation.id };
  const within: Promise<unknown>[] = [];
  const fault = (what: string) => (error: unknown) => kit.log(what, error);

  /** Only what Teams certainly did not take is tried again: an answer must not come twice. */
  async function tried(call: () => Promise<unknown>): Promise<void> {
    for (const ms of [...TRIES, undefined]) {
      try {
        await call();
        return;
      } catch (error) {
        const why = deliveryFault(error, 'doubles');
        if (ms === undefined || !(why instanceof DeliveryFault) || why.why !== 'later') throw why;
        await kit.wait(Math.max(ms, why.retryAfter ?? 0), kit.stop).catch(() => undefined);
        if (kit.stop.aborted) throw why;
      }
    }
  }

  const arrives = (sending: Promise<unknown>): Promise<boolean> =>
    sending.then(
      () => true,
      (error: unknown) => {
        const isRefused = error instanceof DeliveryFault && error.why === 'forbidden';
        if (!isRefused) kit.log('an answer', error);
        return false;
      },
    );

  const tools: Tools = {
    ...{ receive: kit.receive, viewers: kit.viewers, draw: kit.draw },
    reader: ({ interaction }) => kit.readerOf(incoming, interaction.account || undefined),
    background: (work) => {
      // Whoever wants the replies in the answer itself waits for them.
      if (incoming.deliveryMode === 'expectReplies') within.push(work.catch(fault('answering')));
      else kit.background(work.catch(fault('answering')));
    },
    say(content: Content) {
      if (incoming.deliveryMode === 'expectReplies') within.push(context.sendActivity({ ...content }));
      else kit.background(tried(() => kit.connector.post(thread, content)).catch(fault('an answer')));
    },
    async whisper(content) {
      const { from, id: activity } = incoming;
      if (!from) return false;
      const question = { user: from.id, activity };
      return arrives(tried(() => kit.connector.whisper(thread, content, question)));
    },
    tell: (account, content) => arrives(kit.post({ platform: 'teams', kind: 'direct', id: account }, content)),
    rewrite(of, activity, content) {
      kit.background(tried(() => kit.connector.edit(of, activity, content)).catch(fault('a card after its answer')));
    },
  };
  return {
    tools,
    async flush() {
      // What is said leads to more being said.
      while (within.length > 0) await within.shift();
    },
  };
}
