/** When somebody's next question is due: when they are about to forget it, and never more often than a week may have. */
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import { DAY, plus } from '../time.ts';
import type { Card } from './schedule.ts';
import type { MemoryState } from './state.ts';

/** The later of two instants. */
export const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

/** The card that is due first; at one instant, the one whose question comes first by name. */
export function dueFirst({ cards }: Pick<MemoryState, 'cards'>): Card | undefined {
  // A due time that was erased is none.
  const all = Object.values(cards).filter(({ memory }) => memory.due !== '');
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
}
const key = ({ memory, question }: Card): string => `${memory.due} ${question}`;

/** The earliest instant at which the next question may be sent; undefined when there is nothing to ask. */
export function nextFor(state: MemoryState, { training }: Pick<Rules, 'training'>): { readonly next?: Instant } {
  const first = dueFirst(state);
  if (state.open || !first) return {};
  const { perWeek } = training.memory;
  const { sent, snoozedUntil, pausedUntil } = state;
  const week = sent.at(-perWeek);
  const day = sent.at(-1);
  const free = [week && plus(week, 7 * DAY), day && plus(day, DAY), snoozedUntil, pausedUntil];
  return { next: free.reduce<Instant>(later, first.memory.due) };
}
