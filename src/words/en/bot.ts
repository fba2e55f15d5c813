/** What the bot itself says: when it did not understand, when something failed, and on the way to a report. */
export const bot = {
  unknownCommand: (word: string) => `I don’t know “${word}”.`,
  didYouMean: (name: string) => `Did you mean “${name}”?`,
  runInstead: (name: string) => `Run “${name}”`,
  seeHelp: 'Type “desk help” to see what I can do.',
  unknownButton: 'This button no longer works. Please open the card again from a newer message.',
  unknownForm: 'This form no longer exists. Please start again from a newer message.',
  fault: (id: string) =>
    `Something went wrong on our side. Please try again in a minute. If it happens again, tell an administrator this number: ${id}.`,
  storeFull: (id: string) =>
    `This could not be saved, because the disk of the Goodword server is full. Please tell an administrator (number ${id}) and try again later.`,
  storeReadonly: (id: string) =>
    `This could not be saved, because the Goodword server may not write to its disk. Please tell an administrator (number ${id}) and try again later.`,
  /** After the sentence that refused it. */
  whoCan: (refusal: string, names: string) => `${refusal} You can ask ${names}.`,
  offer: 'Is this about us?',
  offerText: 'I can take this as a report, and the right people will see to it. Please don’t answer it yourself.',
  offerLong: 'This is too long to take over with one click. Please open the form and paste it there.',
  offerPictures:
    'Pictures are not kept yet. Send them to me again by themselves: they join the last report that you made.',
  report: 'Report it',
  reportForm: 'Report…',
  help: 'What I can do',
  notUnderstood: 'I am not sure what you need.',
  notUnderstoodHelp: 'To report something, send me its link, or type “report” and what you saw.',
  home: 'Your Goodword home',
  homeEmpty: 'Nothing is waiting for you.',
};
