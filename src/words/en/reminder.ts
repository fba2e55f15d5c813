/** What is running out, said to whoever must see to it; and how to hear of it later. */
export const reminder = {
  title: 'Waiting for you',
  /** The most urgent by number, and how many there are besides. */
  summary: (numbers: readonly string[], more: number) =>
    numbers.length + more === 1
      ? `${numbers[0]} is waiting for you.`
      : `${numbers.length + more} cases are waiting for you: ${numbers.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  confidential: 'confidential',
  waits: {
    claim: 'Nobody has taken it yet. Please claim it.',
    answer: 'It still needs its first answer.',
    answerOf: (name: string) => `It still needs its first answer. ${name} has it.`,
    decide: 'A reply waits for your decision.',
    deciding: 'Its reply still waits for approval.',
    publish: 'The reply is approved. Please publish it and record the link.',
    publishOf: (name: string) => `The reply is approved, and ${name} has not published it yet.`,
    effect: 'Please look at what the answer has brought about.',
  },
  due: 'First answer due ',
  left: (duration: string) => `, less than ${duration} left`,
  overdue: 'Overdue since ',
  late: (at: string) => `This reminder was due ${at}; I was not running then.`,
  more: (count: number) =>
    count === 1 ? 'There is one more: “desk mine” shows it.' : `There are ${count} more: “desk mine” shows them.`,
  later: 'Later…',
  snooze: {
    title: 'Remind me later',
    submit: 'Save',
    intro: (number: string) =>
      `I will not remind you of ${number} until then. Others are reminded as ever, and so are you when its next deadline comes.`,
    until: 'When',
    after: (duration: string) => `In ${duration}`,
    morning: (at: string) => `When I am next at work (${at})`,
    reason: 'Why it can wait',
    reasonHint: 'Stands in the timeline of the case.',
    done: (number: string, at: string) => `I will remind you of ${number} ${at}.`,
  },
  /** A length of time in words, rounded up, from minutes. */
  duration(minutes: number): string {
    if (minutes > 48 * 60) return `${Math.ceil(minutes / 1440)} days`;
    if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
    if (minutes === 60) return 'an hour';
    const rounded = Math.max(1, Math.ceil(minutes));
    return rounded === 1 ? 'a minute' : `${rounded} minutes`;
  },
};
