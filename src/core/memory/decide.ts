/** The rules of remembering: one question at a time, in somebody's hours, and only what changed begins anew. */
import type { Deal } from '../decider.ts';
import { diceFrom, shuffled } from '../quiz/dice.ts';
import { fits, isRight, type Orders, type Sitting, stepNow, TRUTH, turnOf, wentRight } from '../quiz/sitting.ts';
import { reachedFrom } from '../signer/reach.ts';
import { DAY, plus } from '../time.ts';
import type { MemoryCommand } from './command.ts';
import type { MemoryEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { dueFirst, later, nextFor } from './plan.ts';
import type { Card, Entry, Scheduler } from './schedule.ts';
import type { MemoryState, Open } from './state.ts';

export const decideWith =
  (scheduler: Scheduler) =>
  (state: MemoryState, command: MemoryCommand, deal: Deal): readonly MemoryEvent[] => {
    switch (command.type) {
      case 'learn':
        return planned(state, learnt(state, command, scheduler), deal);
      case 'ask':
        return ask(state, command, deal);
      case 'answer': {
        const { question, given } = command;
        if (state.open?.number !== command.number || question.kind === 'scenario' || !fits(question, given)) return [];
        return planned(state, [answered(state, state.open, given, isRight(question, given), scheduler, deal)], deal);
      }
      case 'take':
        return state.open?.number === command.number ? take(state, state.open, command, scheduler, deal) : [];
      case 'snooze':
        return state.open?.number === command.number ? planned(state, [snoozed(state.open, deal)], deal) : [];
      case 'pause': {
        const until = plus(deal.at, deal.rules.training.memory.pauseDays * DAY);
        return planned(state, [{ type: 'paused', until }], deal);
      }
      case 'resume':
        return state.pausedUntil === undefined ? [] : planned(state, [{ type: 'resumed' }], deal);
      case 'renew':
        return planned(state, renewed(state, command.bank, scheduler, deal), deal);
    }
  };

/** Sets in the last event when the next question is due after all of them. */
function planned(
  state: MemoryState,
  events: readonly MemoryEvent[],
  { at, by, cause, rules }: Deal,
): readonly MemoryEvent[] {
  const last = events.at(-1);
  if (!last) return [];
  const meta = { id: '', number: 0, at, by, cause };
  const after = events.reduce((now, event) => evolve(now, event, meta), state);
  return [...events.slice(0, -1), { ...last, ...nextFor(after, rules) }];
}

type Learn = Extract<MemoryCommand, { type: 'learn' }>;

/** Each question once, by the last answer to it. */
function learnt({ cards }: MemoryState, { person, learnt: all }: Learn, { after }: Scheduler): readonly MemoryEvent[] {
  const made = new Map<string, Card>();
  for (const { right, at, ...entry } of all) {
    const before = made.get(entry.question) ?? cards[entry.question];
    const same = before?.version === entry.version && before.clauseVersion === entry.clauseVersion;
    made.set(entry.question, { ...entry, memory: after(same ? before.memory : undefined, right, at) });
  }
  return made.size === 0 ? [] : [{ type: 'learnt', person, private: { cards: [...made.values()] } }];
}

function ask(state: MemoryState, { to }: Extract<MemoryCommand, { type: 'ask' }>, deal: Deal): readonly MemoryEvent[] {
  const { at, rules, cause } = deal;
  const { next } = nextFor(state, rules);
  const card = dueFirst(state);
  if (next === undefined || !card) return [];
  const free = reachedFrom(later(next, at), to, rules);
  if (free > at) return state.next === free ? [] : [{ type: 'postponed', next: free }];
  const { question, version, topic, clause, parts } = card;
  const sitting: Sitting = { question, version, topic, clause, orders: mixed(parts, cause) };
  return [{ type: 'asked', number: state.asked + 1, sitting }];
}

/** True and false keep their places; all else is shuffled anew each time. */
function mixed(parts: Orders, seed: string): Orders {
  const dice = diceFrom(seed);
  const isTruth = (ids: readonly string[]) =>
    ids.length === TRUTH.length && TRUTH.every((truth, at) => ids[at] === truth);
  return Object.fromEntries(
    Object.entries(parts).map(([step, ids]) => [step, isTruth(ids) ? ids : shuffled(ids, dice)]),
  );
}

function answered(
  { cards }: MemoryState,
  { number, sitting }: Open,
  given: readonly string[],
  right: boolean,
  { after }: Scheduler,
  { at }: Deal,
): MemoryEvent {
  const memory = after(cards[sitting.question]?.memory, right, at);
  return { type: 'answered', number, private: { given, right, memory } };
}

function take(
  state: MemoryState,
  open: Open,
  { number, question, step, option }: Extract<MemoryCommand, { type: 'take' }>,
  scheduler: Scheduler,
  deal: Deal,
): readonly MemoryEvent[] {
  const taken = { step, option };
  const turn = turnOf(question, taken);
  if (stepNow(question, open.taken)?.id !== step || !turn) return [];
  const took: MemoryEvent = { type: 'took', number, private: taken };
  if (turn.next !== undefined) return [took];
  const way = [...open.taken, taken];
  const given = way.map((one) => one.option);
  return planned(state, [took, answered(state, open, given, wentRight(question, way), scheduler, deal)], deal);
}

const snoozed = ({ number }: Open, { at, rules }: Deal): MemoryEvent => ({
  type: 'snoozed',
  number,
  until: plus(at, rules.training.memory.snoozeDays * DAY),
});

function renewed(
  state: MemoryState,
  bank: ReadonlyMap<string, Entry>,
  { after }: Scheduler,
  { at }: Deal,
): readonly MemoryEvent[] {
  const all = Object.values(state.cards);
  const gone = all.filter(({ question }) => !bank.has(question)).map(({ question }) => question);
  const changed = all.flatMap((card): readonly Card[] => {
    const now = bank.get(card.question);
    return now && isOther(card, now) ? [{ ...now, memory: { ...after(undefined, false, at), due: at } }] : [];
  });
  return [
    ...(gone.length > 0 ? [{ type: 'retired', questions: gone } as const] : []),
    ...(changed.length > 0 ? [{ type: 'renewed', cards: changed } as const] : []),
  ];
}

/** Whether a question, or the rule behind it, reads otherwise than when it was learnt. */
export const isOther = (
  card: Pick<Entry, 'version' | 'clauseVersion'>,
  now: Pick<Entry, 'version' | 'clauseVersion'>,
): boolean => card.version !== now.version || card.clauseVersion !== now.clauseVersion;
