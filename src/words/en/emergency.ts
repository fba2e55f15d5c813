/** Words of the emergency switch. */
export const emergency = {
  usage: 'declare an emergency or end it: routine messages wait, only approved lines go out',
  title: 'Emergency',
  on: 'An emergency is declared',
  since: (name: string) => `Declared by ${name}, `,
  reason: 'Reason',
  meaning: [
    'Reminders and requests for signatures wait.',
    'Only approved lines go out. Please publish nothing of your own.',
    'Reports come in and are handled as always; alerts are not delayed.',
  ] as readonly string[],
  off: 'No emergency is declared.',
  offNow: 'The emergency is over. Routine messages go on, in working hours.',
  declare: 'Declare an emergency…',
  end: 'End the emergency',
  endTitle: 'End the emergency?',
  endText: 'Routine messages go on, each in people’s working hours.',
  yes: 'Yes, it is over',
  no: 'Not yet',
  form: {
    title: 'Declare an emergency',
    submit: 'Declare',
    reason: 'What has happened?',
    reasonHint: 'Everybody reads this on their home. Say nothing here that must stay confidential.',
  },
  home: 'Emergency: only approved lines go out, and routine messages wait.',
};
