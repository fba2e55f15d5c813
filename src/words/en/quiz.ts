/** Words of the quiz: one question at a time, what it teaches, and how it ended. */
import type { Topic } from '#src/core/quiz/question.ts';

const topics: { readonly [T in Topic]: string } = {
  policy: 'Our policies',
  'information-security': 'Information security',
  etiquette: 'Etiquette online',
  'public-opinion': 'Public opinion',
};
const questions = (count: number): string => (count === 1 ? 'one question' : `${count} questions`);

export const quiz = {
  usage: 'a short quiz about our rules; goes on where you left off',
  title: 'Quiz',
  topics,
  joining: 'All you need to begin',
  menu: {
    intro:
      'Pick a topic. You answer one question at a time and see at once why; you can stop and go on whenever you like.',
    passed: 'passed ',
    failed: 'not passed yet',
    never: 'not tried yet',
    under: 'you are in the middle of it',
    past: 'My earlier answers',
    none: 'There are no questions yet. Please tell the reputation desk.',
  },
  intro: {
    what: (count: number, mark: number) => `${questions(count)}, one at a time. You pass with ${mark}% right.`,
    attempts: (count: number) =>
      count === 1
        ? 'This is your last attempt before your manager has to give you another.'
        : `You have ${count} attempts.`,
    stop: 'You can stop at any time and go on later, here or on another device.',
    start: 'Start',
  },
  progress: (index: number, of: number, topic: string) => `Question ${index} of ${of} · ${topic}`,
  step: (index: number) => `Step ${index}`,
  pickOne: 'Pick one.',
  pickSeveral: 'Pick all that are right, then hand in.',
  pickNext: 'Tap them in the right order.',
  soFar: 'So far',
  yes: 'True',
  no: 'False',
  handIn: 'Hand in',
  startOver: 'Start over',
  moved: 'This had already been answered. Here is where you are now.',
  changed: 'This card was from an earlier attempt. Here is where you are now.',
  right: 'That’s right.',
  wrong: 'Not quite.',
  wellDone: 'You handled that well, from beginning to end.',
  couldBeBetter: 'It could have gone better. Here is how.',
  consequence: 'What comes of it',
  yours: 'Your answer',
  rightOne: 'The right answer',
  rightOnes: 'The right answers',
  wrongOnes: 'The wrong ones',
  /** What the tick before an answer means. */
  markMeans: '☑ is what you picked.',
  rightOrder: 'The right order',
  better: 'Better here',
  clause: 'The rule',
  readClause: 'Read the rule',
  goOn: 'Go on',
  next: 'Next question',
  toResult: 'See the result',
  result: {
    passed: (right: number, of: number) => `Passed: ${right} of ${of} right.`,
    passedAll: (of: number) => `Passed with all ${of} right. Well done.`,
    failed: (right: number, of: number, mark: number) => `${right} of ${of} right; ${mark}% is needed.`,
    weak: 'Worth another look',
    again: 'You can try again from ',
    ask: 'Your attempts are used up. Your manager can give you another; please ask them.',
    returns:
      'From now on you get a question now and then, so that it stays with you. What you did not know comes back sooner.',
    retry: 'Try again',
    answers: 'Look at my answers',
    others: 'Other topics',
  },
  past: {
    title: 'My earlier answers',
    none: 'You have not finished a quiz yet.',
    only: 'Only you can see this.',
    line: (name: string, right: number, of: number) => `${name}: ${right} of ${of} right, `,
    of: (name: string) => `Your answers: ${name}`,
    asAsked: 'The questions stand here as they were asked then.',
  },
};
