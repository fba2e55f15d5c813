/** Words of the reminders that are posted in a channel now and then. */
import type { ReminderRefusal } from '#src/core/reminder/refusal.ts';
import type { Reader } from '#src/view/reader.ts';

export const channelReminder = {
  usage: 'reminders of the rules in a channel: when the next one comes, and post one now',
  title: 'Reminders of the rules',
  kinds: { good: 'Well done: ', warning: 'Careful: ' },
  clause: (policy: string, number: string) => `${policy}, ${number}`,
  found: (count: number) => `${count} found this useful`,
  useful: 'Useful',
  notForMe: 'Not for me',
  read: 'Read the clause',
  thanks: 'Thank you. Such reminders will come oftener.',
  thanksAnyway: 'Thank you. This one will come less often.',
  next: 'Next one',
  never: 'none planned',
  stock: 'Reminders',
  counted: (all: number, seen: number) =>
    seen === 0 ? `${all}, none shown yet` : `${all}, ${seen} of them shown so far`,
  where: 'Days and time stand in policies/desk.yaml, the texts in policies/reminders.yaml.',
  noChannel: (name: string) =>
    `No channel gets them yet. Go to the channel where they should appear and type “desk here ${name}”.`,
  paused: 'Reminders wait, because an emergency is declared.',
  now: 'Post one now',
  posted: 'Posted.',
};

export function reminderRefusal(r: ReminderRefusal, { t }: Reader): string {
  switch (r.code) {
    case 'reminder_needs_role':
      return `This needs a role: ${t.people.or(r.need.map((role) => t.people.roles[role]))}.`;
    case 'reminder_no_channel':
      return channelReminder.noChannel(r.channel);
    case 'reminder_nothing_new':
      return 'There is no other reminder to post. Add some in policies/reminders.yaml.';
    case 'reminder_emergency':
      return 'An emergency is declared, so reminders wait until it is over.';
    case 'reminder_unknown':
      return 'This reminder is not known any more.';
  }
}
