/** Words of good news that staff may share. */
import type { GoodNewsRefusal } from '#src/core/good-news/refusal.ts';
import type { Role } from '#src/core/role.ts';
import type { Reader } from '#src/view/reader.ts';

export const goodNews = {
  usage: 'good news about us that you may share, if you like',
  title: 'Good news to share',
  intro: 'Share what you like, in these words, where you like. Nobody is asked to, and nobody sees who did.',
  none: 'There is nothing to share at the moment.',
  join: 'Offer me good news',
  leave: 'Stop offering me any',
  joined: 'You will be offered good news now and then.',
  left: 'You will be offered no more.',
  suggest: 'Suggest one…',
  offered: (title: string) => `Good news you may share: ${title}`,
  wording: 'In these words',
  picture: 'With this picture: ',
  until: 'Until ',
  link: 'Open the link',
  shared: 'I shared it',
  counted: (count: number) => (count === 0 ? 'not shared yet' : `shared ${count === 1 ? 'once' : `${count} times`}`),
  thanks: 'Thank you! It counts once; your name is not kept with it.',
  question: (title: string) => `May our people share this? “${title}”`,
  from: (name: string) => `Suggested by ${name}`,
  approve: 'Approve',
  reject: 'Not this one…',
  approvedBy: (title: string, name: string) => `“${title}” may be shared: ${name} approved it.`,
  rejectedBy: (title: string, name: string) => `“${title}” is not offered: ${name} decided so.`,
  proposed: 'Thank you. Somebody else looks at it before it is offered.',
  withdraw: 'Withdraw',
  withdrawn: 'It is offered no more.',
  findings: 'Please look at this before you approve it:',
  form: {
    title: 'Suggest good news',
    submit: 'Suggest',
    name: 'What is it about?',
    wordingEn: 'Wording in English',
    wordingZh: 'Wording in Chinese',
    wordingHint: 'One language is enough. People share exactly these words.',
    link: 'Link',
    picture: 'Picture',
    pictureHint: 'Which picture goes with it, and what it shows.',
    until: 'Last day to share it',
  },
  rejectForm: { title: 'Not this one', reason: 'Why?', submit: 'Send' },
  home: (count: number) => (count === 1 ? '1 piece of good news to share' : `${count} pieces of good news to share`),
  show: 'Show',
};

export function goodNewsRefusal(r: GoodNewsRefusal, { t, name, when }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'news_unknown':
      return 'This is not known any more.';
    case 'news_needs_role':
      return `This needs a role: ${roles(r.need)}.`;
    case 'news_own':
      return 'You suggested this yourself, so somebody else must approve it.';
    case 'news_decided':
      return `${name(r.by)} decided this on ${when(r.at)}.`;
    case 'news_wording_missing':
      return 'Please write the wording in at least one language.';
    case 'news_until_past':
      return 'The last day must be in the future.';
    case 'news_over':
      return 'This is not to be shared any more.';
  }
}
