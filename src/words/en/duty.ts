/** The duty roster. */
export const duty = {
  usage: 'who is on duty, week by week; swap with somebody',
  title: 'Duty roster',
  intro:
    'Cases that nobody takes come to those on duty, on holidays too. In a week with nobody, all responders are asked.',
  thisWeek: (range: string) => `This week, ${range}`,
  nobody: 'all responders',
  off: (holiday: string, days: number) => `${holiday}: ${days === 1 ? 'one day' : `${days} days`} off`,
  worked: (days: number) => (days === 1 ? 'one weekend day is worked' : `${days} weekend days are worked`),
  unknown: (years: string) => `The holidays of ${years} are not known yet; until then I reckon with weekends only.`,
  noCalendar: 'No calendar covers the company’s time zone, so I do not know its holidays.',
  set: 'Set a week…',
  swap: 'Swap…',
  onDuty: 'You are on duty this week.',
  form: {
    title: 'Who is on duty',
    submit: 'Save',
    week: 'Week',
    first: 'On duty',
    further: 'Also on duty',
    hint: 'Leave all empty to ask all responders.',
  },
  swapForm: {
    title: 'Swap a week',
    submit: 'Swap',
    intro: 'Both of you are told.',
    mine: 'This turn',
    theirs: 'For that one',
  },
  turn: (name: string, range: string) => `${range}: ${name}`,
  assigned: (name: string, range: string) => `${name} has put you on duty for ${range}.`,
  swapped: (name: string, given: string, taken: string) =>
    `${name} has swapped duty with you: you are on duty ${taken}, and no longer ${given}.`,
  swappedFor: (name: string, given: string, taken: string) =>
    `${name} has changed your duty: you are on duty ${taken}, and no longer ${given}.`,
  began: (range: string) => `You are on duty this week, ${range}.`,
  together: (names: string) => `Together with ${names}.`,
  means: 'Cases that nobody takes come to you. If you cannot, swap with somebody: “desk duty”.',
};
