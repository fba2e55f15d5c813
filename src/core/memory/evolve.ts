/** What each event makes of somebody's memory. */
import type { Instant, Meta } from '../event.ts';
import type { MemoryEvent } from './event.ts';
import type { Card } from './schedule.ts';
import type { MemoryState } from './state.ts';

/** More than a week can have, whatever a company decides. */
const KEPT = 7;

export function evolve(state: MemoryState, event: MemoryEvent, { at }: Meta): MemoryState {
  switch (event.type) {
    case 'learnt':
      return planned({ ...state, person: event.person, cards: withCards(state, event.private.cards) }, event.next);
    case 'renewed':
      return planned({ ...without(state, event.cards), cards: withCards(state, event.cards) }, event.next);
    case 'retired': {
      const kept = Object.entries(state.cards).filter(([question]) => !event.questions.includes(question));
      const gone = event.questions.map((question) => ({ question }));
      return planned({ ...without(state, gone), cards: Object.fromEntries(kept) }, event.next);
    }
    case 'asked': {
      const { number, sitting } = event;
      const { last: _, ...rest } = state;
      const now = {
        ...rest,
        asked: number,
        sent: [...state.sent, at].slice(-KEPT),
        open: { number, sitting, taken: [] },
      };
      return planned(now, undefined);
    }
    case 'took':
      return state.open ? { ...state, open: { ...state.open, taken: [...state.open.taken, event.private] } } : state;
    case 'answered': {
      const { open, ...rest } = state;
      const { memory, ...answer } = event.private;
      const card = open && state.cards[open.sitting.question];
      const cards = card ? withCards(state, [{ ...card, memory }]) : state.cards;
      return planned({ ...rest, cards, ...(open && { last: { ...open, ...answer } }) }, event.next);
    }
    case 'snoozed': {
      const { open: _, ...rest } = state;
      return planned({ ...rest, snoozedUntil: event.until }, event.next);
    }
    case 'paused':
      return planned({ ...state, pausedUntil: event.until }, event.next);
    case 'resumed': {
      const { pausedUntil: _, ...rest } = state;
      return planned(rest, event.next);
    }
    case 'postponed':
      return planned(state, event.next);
  }
}

function planned({ next: _, ...state }: MemoryState, next: Instant | undefined): MemoryState {
  return { ...state, ...(next !== undefined && { next }) };
}

const withCards = ({ cards }: MemoryState, changed: readonly Card[]): MemoryState['cards'] => ({
  ...cards,
  ...Object.fromEntries(changed.map((card) => [card.question, card])),
});

/** A question that was sent and then changed is no longer waited for. */
function without(state: MemoryState, changed: readonly { readonly question: string }[]): MemoryState {
  const { open, ...rest } = state;
  return open && changed.some(({ question }) => question === open.sitting.question) ? rest : state;
}
