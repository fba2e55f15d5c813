/** When an answer is about to be forgotten is what the library itself says, for the same answers. */
import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { Memory } from '#src/core/memory/schedule.ts';
import { recallBy } from '#src/desk/recall.ts';
import { days, START } from '#test/given.ts';

const answers = fc.array(fc.record({ right: fc.boolean(), late: fc.integer({ min: 0, max: 90 }) }), {
  minLength: 1,
  maxLength: 30,
});
const settings = fc.record({
  retention: fc.integer({ min: 70, max: 97 }),
  longest: fc.integer({ min: 30, max: 3650 }),
});

describe('over any answers, early or late', () => {
  test('due, stability, difficulty and lapses are those of the library', () => {
    fc.assert(
      fc.property(answers, settings, (all, { retention, longest }) => {
        const library = fsrs({
          request_retention: retention / 100,
          maximum_interval: longest,
          enable_fuzz: false,
          enable_short_term: false,
        });
        const scheduler = recallBy({ retention, longest });
        let card = createEmptyCard(new Date(START));
        let memory: Memory | undefined;
        let at = START;
        for (const { right, late } of all) {
          card = library.next(card, at, right ? Rating.Good : Rating.Again).card;
          memory = scheduler.after(memory, right, at);
          expect(memory).toMatchObject({
            due: card.due.toISOString(),
            stability: card.stability,
            difficulty: card.difficulty,
            lapses: card.lapses,
            reviews: card.reps,
          });
          at = days(late, card.due.toISOString());
          expect(scheduler.recall(memory, at)).toBe(library.get_retrievability(card, at, false));
        }
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  test('the same answers lead to the same days, every time', () => {
    const run = () =>
      [true, false, true, true].reduce<Memory | undefined>(
        (memory, right) => recallBy({ retention: 90, longest: 365 }).after(memory, right, memory?.due ?? START),
        undefined,
      );
    expect(run()).toEqual(run());
  });

  test('what is known returns later each time, and hardly later than the longest', () => {
    const scheduler = recallBy({ retention: 90, longest: 60 });
    let memory = scheduler.after(undefined, true, START);
    const gaps: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const { due } = memory;
      memory = scheduler.after(memory, true, due);
      gaps.push((Date.parse(memory.due) - Date.parse(due)) / 86_400_000);
    }
    expect(gaps.slice(0, 2)).toEqual(gaps.slice(0, 2).toSorted((a, b) => a - b));
    // The library keeps the four ratings a day apart, even beyond the longest.
    expect(gaps.at(-1)).toBeLessThanOrEqual(62);
  });

  test('an answer that comes before the last one, because a clock went back or a crash held it up, counts as of then', () => {
    const scheduler = recallBy({ retention: 90, longest: 365 });
    const known = scheduler.after(scheduler.after(undefined, true, START), true, days(9));
    for (const right of [true, false])
      expect(scheduler.after(known, right, days(1))).toEqual(scheduler.after(known, right, days(9)));
    expect(scheduler.recall(known, days(1))).toBe(1);
  });
});
