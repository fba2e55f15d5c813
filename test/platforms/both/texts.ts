/** What people type into forms, by the names of the inputs; whatever is not named here stays as it was preset. */
import type { Dice } from '#test/road/dice.ts';

export const marksFor = (luck: Dice): { readonly [name: string]: string | boolean } => ({
  claim: `The lid is loose ${luck.roll(4)}`,
  evidence: 'Ticket 88213',
  verdict: luck.often(85) ? 'true' : 'unknown',
  text: luck.often(90) ? `We are sorry, and mend it. ${luck.roll(100)}` : '',
  account: '@northwind',
  action: 'Recall the lids',
  reason: 'Because it is so, and was checked twice',
  note: 'It is over, as far as anybody can tell',
  link: `https://weibo.com/1234567/R${luck.roll(50)}`,
  said: `One more of them ${luck.roll(100)}`,
  team: 'Lids',
  lesson: '',
  now: luck.often(50),
});
