/** One attempt to deliver one task to a platform: what it proves is returned, to be written down by the outbox. */
import { randomUUID } from 'node:crypto';
import { DeliveryFault, type Platform } from '#src/platforms/platform.ts';
import type { Card } from '#src/view/card.ts';
import type { DeliveryEvent, Trying } from './delivery.ts';
import type { Task } from './owed.ts';
import { addressKey, digestOf } from './place.ts';

/** What is remembered between the attempts of one delivery. */
export type Attempt = {
  tries: number;
  /** False when the platform said that what was last tried was not sent, so that nothing needs looking up. */
  unsure: boolean;
  /** What was last tried was to edit or to clear what stands there. */
  edits?: boolean;
  /** Delivered, but not yet written down. */
  proved?: readonly DeliveryEvent[];
};

/** Writes down, durably, that a message is about to be sent. */
type Mark = (event: DeliveryEvent) => Promise<void>;

/** Delivers, or throws a `DeliveryFault`. A message that may have arrived is looked up before it is sent again. */
export async function deliver(
  platform: Platform,
  task: Task,
  trying: Trying | undefined,
  attempt: Attempt,
  mark: Mark,
): Promise<readonly DeliveryEvent[]> {
  switch (task.does) {
    case 'edit':
      return edit(platform, task, task.ref);
    case 'clear': {
      const ref = task.ref ?? (trying && (await lookUp(platform, trying)));
      return ref === undefined ? [{ type: 'lost', slot: task.slot }] : edit(platform, task, ref);
    }
    case 'post':
    case 'tell': {
      const found = trying && attempt.unsure ? await lookUp(platform, trying) : undefined;
      return trying && found !== undefined ? arrived(task, trying, found) : send(platform, task, trying, attempt, mark);
    }
  }
}

async function edit(platform: Platform, task: Task, ref: string): Promise<readonly DeliveryEvent[]> {
  const card = task.card();
  try {
    const now = await platform.update(task.address, ref, card);
    const cleared = task.does === 'clear' && { cleared: true as const };
    return [{ type: 'shown', slot: task.slot, ref: now, ...cleared, ...facts(task, card) }];
  } catch (error) {
    // The message was deleted, or its channel: posting anew will tell which. Nothing is left to clear.
    if (error instanceof DeliveryFault && error.why === 'gone') return [{ type: 'lost', slot: task.slot }];
    throw error;
  }
}

async function send(
  platform: Platform,
  task: Task,
  trying: Trying | undefined,
  attempt: Attempt,
  mark: Mark,
): Promise<readonly DeliveryEvent[]> {
  const card = task.card();
  const same = trying && addressKey(trying.address) === addressKey(task.address) ? trying : undefined;
  const next: Trying = { ...facts(task, card), key: same?.key ?? randomUUID() };
  if (same?.digest !== next.digest) await mark({ type: 'trying', slot: task.slot, ...next });
  attempt.unsure = true;
  try {
    return arrived(task, next, await platform.send(task.address, card, next.key));
  } catch (error) {
    if (error instanceof DeliveryFault && error.why === 'later') attempt.unsure = false;
    throw error;
  }
}

async function lookUp(platform: Platform, { address, key }: Trying): Promise<string | undefined> {
  const found = await platform.find(address, key);
  return found === 'cannot' ? undefined : found;
}

function arrived({ slot, does }: Task, { key: _, ...facts }: Trying, ref: string): readonly DeliveryEvent[] {
  return [does === 'tell' ? { type: 'sent', slot } : { type: 'shown', slot, ref, ...facts }];
}

const facts = ({ address }: Task, card: Card) => ({
  address,
  digest: digestOf(card),
  locale: card.locale,
  timeZone: card.timeZone,
});
