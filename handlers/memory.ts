/** Remembering: a question now and then, in somebody's hours, a tap to answer (K19). `quiz pause` and `quiz resume` rule it. */

import type { MemoryCommand } from '#src/core/memory/command.ts';
import type { MemoryEvent } from '#src/core/memory/event.ts';
import type { MemoryState } from '#src/core/memory/state.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { Deadline, Wants } from '#src/desk/wanted.ts';
import { type Handler, replace, show } from '#src/handler.ts';
import { PAUSE, RECALL, RECALL_MARK, RECALL_ON, RESUME, recallCard, SNOOZE } from './quiz/memory-card.ts';
import { goOn, mark, pause, recall, resume, snooze } from './quiz/recalling.ts';

export const memory = {
  actions: {
    [RECALL]: async (ctx, args) => replace(await recall(ctx, args)),
    [RECALL_MARK]: async (ctx, args) => replace(await mark(ctx, args)),
    [RECALL_ON]: async (ctx, args) => replace(await goOn(ctx, args)),
    [SNOOZE]: async (ctx, args) => replace(await snooze(ctx, args)),
    [PAUSE]: async (ctx) => replace(await pause(ctx)),
    [RESUME]: async (ctx) => show(await resume(ctx)),
  },
  watch({ desk, outbox, clock }) {
    const { memories } = desk.training;
    outbox.watch(memories, memoryWants(desk), ({ open }) => open !== undefined);
    clock.watch(memories, memoryDue(desk));
  },
} satisfies Handler;

/** The newest question, while it waits: once it is answered, the card that was clicked says what it taught. */
const memoryWants =
  (desk: Desk): Wants<MemoryState, MemoryEvent> =>
  ({ id, state: { open }, history }, team) => {
    const question = open && desk.training.bank.ofVersion(open.sitting.version);
    const sent = history.findLast(({ event }) => event.type === 'asked');
    if (!open || !question || !sent || team.person(id)?.id !== id) return { cards: [], notices: [] };
    const { id: event, number } = sent.meta;
    const { rules, policies } = desk;
    // As it was sent: how far somebody is with it since is not news.
    const untouched = { ...open, taken: [] };
    return {
      cards: [],
      notices: [
        {
          ...{ key: 'recall', event: { id: event, number }, to: id, lane: 'bulk' },
          card: (reader) => recallCard(untouched, question, { reader, rules, policies }),
        },
      ],
    };
  };

/** Asked when the time has come, so that an absence or an emergency counts that began since. */
const memoryDue =
  ({ signing }: Desk) =>
  ({ next, asked, person }: MemoryState): readonly Deadline<MemoryCommand>[] =>
    next === undefined || person === undefined
      ? []
      : [{ key: `ask/${asked + 1}`, at: next, command: { type: 'ask', to: signing.reach(person) } }];
