/** When an answer is about to be forgotten: FSRS, by ts-fsrs, in whole days and without chance. */
import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import type { Instant } from '#src/core/event.ts';
import type { Memory, Scheduler } from '#src/core/memory/schedule.ts';
import { DAY } from '#src/core/time.ts';
import type { TrainingRules } from '#src/core/training/rules.ts';

/** Nothing is drawn, so that the same answers always lead to the same days. */
export function recallBy({ retention, longest }: Pick<TrainingRules['memory'], 'retention' | 'longest'>): Scheduler {
  const library = fsrs({
    request_retention: retention / 100,
    maximum_interval: longest,
    enable_fuzz: false,
    // A question is not asked twice on one day: there are no minutes to reckon with.
    enable_short_term: false,
  });
  return {
    after(before, right, at) {
      // The clock may have gone back, and what a crash held up may come after later answers: no answer precedes the last.
      const when = before && at < before.last ? before.last : at;
      const card = before ? cardOf(before) : createEmptyCard(when);
      return memoryOf(library.next(card, when, right ? Rating.Good : Rating.Again).card, when);
    },
    // As the library does it for a card, without making one: a company has hundreds of thousands.
    recall: ({ stability, last }, at) => library.forgetting_curve(daysBetween(last, at), Number(stability.toFixed(8))),
  };
}

const daysBetween = (last: Instant, at: Instant): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(last)) / DAY));

const cardOf = ({ due, stability, difficulty, reviews, lapses, last }: Memory): Card => ({
  due: new Date(due),
  last_review: new Date(last),
  scheduled_days: Math.round((Date.parse(due) - Date.parse(last)) / DAY),
  reps: reviews,
  state: State.Review,
  learning_steps: 0,
  elapsed_days: 0,
  ...{ stability, difficulty, lapses },
});

const memoryOf = ({ due, stability, difficulty, reps, lapses }: Card, last: Instant): Memory => ({
  due: due.toISOString(),
  reviews: reps,
  ...{ stability, difficulty, lapses, last },
});
