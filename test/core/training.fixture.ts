/** What an imagined company decides about its training. */
import type { TrainingRules } from '#src/core/training/rules.ts';

export const trainingRules: TrainingRules = {
  quiz: {
    joining: { policy: 2, 'information-security': 1, etiquette: 1, 'public-opinion': 1 },
    topic: 3,
    passMark: 80,
    attempts: 2,
    pauseHours: 4,
  },
  joining: { days: 5, remindBefore: 2, managerAfter: 1, urgeHours: 20, rolloutDays: 30 },
  memory: { perWeek: 3, retention: 90, longest: 365, snoozeDays: 3, pauseDays: 30 },
  smallestGroup: 5,
};
