/** Words of remembering: a question now and then, so that what was learnt stays. */
export const memory = {
  title: 'A question to keep it fresh',
  intro: 'One tap is enough. It counts for nothing but yourself.',
  later: (days: number) => (days === 1 ? 'Tomorrow' : `In ${days} days`),
  pause: (days: number) => `No questions for ${days} days`,
  resume: 'Questions again from now on',
  snoozed: 'Gladly. You get a question again from ',
  paused: 'No questions until ',
  resumed: 'You get a question now and then again.',
  notPaused: 'You are not on a break from questions.',
  comesBack: 'It comes back ',
  over: 'This question is closed; a newer one may be waiting further down.',
};
