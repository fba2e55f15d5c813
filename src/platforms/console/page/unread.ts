/** Up to when this tab's person has read each place. */
import type { Place, ShownMessage } from '../protocol.ts';

const mark = (account: string, { kind, id }: Place) => `read ${account} ${kind} ${id}`;

export function isUnread(account: string, place: Place, messages: Iterable<ShownMessage>): boolean {
  const read = sessionStorage.getItem(mark(account, place)) ?? '';
  for (const message of messages)
    if (message.place.kind === place.kind && message.place.id === place.id && message.at > read) return true;
  return false;
}

export function setRead(account: string, place: Place, until: string): void {
  sessionStorage.setItem(mark(account, place), until);
}
