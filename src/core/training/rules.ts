/** What a company decides about its training (policies/desk.yaml, `training`). */
import type { Topic } from '../quiz/question.ts';

export type TrainingRules = {
  readonly quiz: {
    /** Questions of each topic in the quiz of new colleagues. */
    readonly joining: Readonly<Partial<Record<Topic, number>>>;
    /** Questions in a quiz on one topic. */
    readonly topic: number;
    /** Per cent of right answers from which a quiz is passed. */
    readonly passMark: number;
    /** How often somebody may fail before their manager has to give another attempt. */
    readonly attempts: number;
    /** Hours from a failed attempt to the next. */
    readonly pauseHours: number;
  };
  readonly joining: {
    /** Working days from joining until everything is done. */
    readonly days: number;
    /** Working days before the end when the person is reminded. */
    readonly remindBefore: number;
    /** Working days after the end when the manager is told. */
    readonly managerAfter: number;
    /** Hours between two reminders that a manager sends to the same person. */
    readonly urgeHours: number;
    /** Whoever gets the bot this many days after it came to a platform is new; earlier ones were there before. */
    readonly rolloutDays: number;
  };
  readonly memory: {
    /** Questions to one person in any seven days. */
    readonly perWeek: number;
    /** Per cent: how sure somebody should still be of an answer when it is asked again. */
    readonly retention: number;
    /** Days after which even the best known answer is asked again. */
    readonly longest: number;
    /** Days for which a question put off stays away. */
    readonly snoozeDays: number;
    /** Days of a pause, when somebody asks for one. */
    readonly pauseDays: number;
  };
  /** How many people a group must have before anything is said of what it knows. */
  readonly smallestGroup: number;
};
