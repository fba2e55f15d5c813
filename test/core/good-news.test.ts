/** Four eyes on good news are counted in people, whatever accounts they write from. */
import { test } from 'vitest';
import type { Identity } from '#src/core/decider.ts';
import { goodNews } from '#src/core/good-news/good-news.ts';
import { givenFor } from '#test/given.ts';

const given = givenFor(goodNews, { ada: ['approver'], 'ada-elsewhere': ['approver'], amy: ['approver'] });
const proposed = given().when('ada', {
  type: 'propose',
  news: {
    title: { en: 'Repair day', zh: '维修日' },
    wording: { en: 'Come on Saturday', zh: '' },
    picture: { en: '', zh: '' },
    link: '',
  },
});
const known = (same: 'one' | 'unsure'): Identity => ({
  isProven: () => true,
  compare: (a, b) => (a === b ? 'one' : [a, b].includes('amy') ? 'two' : same),
});

test('whoever suggested something does not decide on it from another account', () => {
  const identity = known('one');
  for (const command of [{ type: 'approve' }, { type: 'reject', reason: 'No' }] as const)
    proposed.when('ada-elsewhere', command, { identity }).isRefused({ code: 'news_own' });
  proposed.when('amy', { type: 'approve' }, { identity }).yieldsTypes('approved');
});

test('nor does somebody of whom nobody can say that they are somebody else', () => {
  const identity = known('unsure');
  proposed.when('ada-elsewhere', { type: 'approve' }, { identity }).isRefused({ code: 'case_maybe_one', other: 'ada' });
  proposed.when('amy', { type: 'approve' }, { identity }).yieldsTypes('approved');
});
