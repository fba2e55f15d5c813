/** Slack waits three seconds. When we need longer, it is told so, and the answer goes another way. */
import { message } from './card.ts';
import { refilled } from './dialog.ts';
import { cardModal } from './modal.ts';
import { say } from './say.ts';
import type { Surface } from './surface.ts';
import type { Answering, Tools } from './tools.ts';

export type Late = Pick<Tools, 'client' | 'respond' | 'reader'> & {
  /** Milliseconds. */
  readonly patience: number;
  readonly account: string;
};

/** Acknowledges in time, and returns what is left to do. `answer` is told whether it comes too late to be acknowledged. */
export async function acknowledged(
  surface: Surface,
  answer: (isLate: () => boolean) => Promise<Answering>,
  ack: (payload?: unknown) => void,
  tools: Late,
): Promise<(() => Promise<void>) | undefined> {
  let isLate = false;
  const working = answer(() => isLate);
  // An event is never acknowledged before it is durable: Slack is to repeat it if we fall over.
  const event = surface.type === 'direct' || surface.type === 'mention' || surface.type === 'tab';
  const inTime = event ? await working : await within(tools.patience, working);
  if (inTime) {
    ack(inTime.ack);
    return inTime.after;
  }
  isLate = true;
  const saving = surface.type === 'form' && cardModal(say(tools.reader(tools.account), 'saving'));
  ack(saving ? { response_action: 'update', view: saving } : undefined);
  return async () => {
    const late = await working;
    await byAnotherWay(surface, late, tools);
    await late.after?.();
  };
}

/** Where it was asked for; into the direct messages of somebody who has closed the dialog, since nobody would know else. */
async function byAnotherWay(surface: Surface, { ack, card }: Answering, tools: Late): Promise<void> {
  const { client, respond, account: channel } = tools;
  if (ack && 'response_type' in ack && surface.type === 'command') await respond(surface.responseUrl, ack);
  if (!(ack && 'view' in ack && surface.type === 'form')) return;
  if (await refilled(client, { view_id: surface.view, view: ack.view })) return;
  if (card) await client.chat.postMessage({ channel, ...message(card), unfurl_links: false, unfurl_media: false });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
