/** Four eyes are counted in people (K10): on a desk with two platforms, and where two accounts turn out to be one human's. */
import { describe, expect, test } from 'vitest';
import type { Identity } from '#src/core/decider.ts';
import { isProven, mayBeOne, type Person } from '#src/core/team.ts';
import { approve, approvedBy, claimed, drafted, given, inReview, publish, reported } from './stories.ts';

const known: Identity = { isProven: () => true, compare: (a, b) => (a === b ? 'one' : 'two') };
const pair = (a: string, b: string, is: 'one' | 'unsure'): Identity => ({
  ...known,
  compare: (x, y) => ([a, b].every((id) => id === x || id === y) && x !== y ? is : known.compare(x, y)),
});

describe('on a desk with several platforms, somebody who may have a second account', () => {
  const identity: Identity = { ...known, isProven: (id) => id !== 'ada' };

  test('does not approve, and somebody else does', () => {
    const story = given(...inReview);
    story.when('ada', approve(story), { identity }).isRefused({ code: 'case_identity_unproven', who: 'ada' });
    story.when('amy', approve(story), { identity }).yieldsTypes('approved');
  });

  test('does not let a reply out by an approval given while there was one platform', () => {
    const story = given(...inReview, approvedBy('ada'));
    story.when('rita', publish(story), { identity }).isRefused({ code: 'case_identity_unproven', who: 'ada' });
    story.when('rita', publish(story)).yieldsTypes('published');
  });
});

describe('somebody who could be the one who drafted it, under another account', () => {
  const identity = pair('rita', 'ada', 'unsure');
  const maybe = { code: 'case_maybe_one', who: 'ada', other: 'rita' } as const;

  test('does not approve, and who certainly is somebody else does', () => {
    const story = given(...inReview);
    story.when('ada', approve(story), { identity }).isRefused(maybe);
    story.when('amy', approve(story), { identity }).yieldsTypes('approved');
  });

  test('has not let it out by approving before anybody had a doubt', () => {
    const story = given(...inReview, approvedBy('ada'));
    story.when('rita', publish(story), { identity }).isRefused(maybe);
    story.when('rita', publish(story), { identity: known }).yieldsTypes('published');
  });

  test('does not overrule what the check says of it', () => {
    const story = given(reported, claimed, drafted('rita', { text: 'Call 13812345678' }));
    const overrule = { type: 'overrule', version: 1, reason: 'it is our own number' } as const;
    story
      .when('lea', overrule, { identity: pair('rita', 'lea', 'unsure') })
      .isRefused({ code: 'case_maybe_one', other: 'rita' });
    story.when('lea', overrule, { identity }).yieldsTypes('overruled');
  });
});

describe('two accounts that turn out to be one human’s', () => {
  const identity = pair('rita', 'ada', 'one');

  test('make an approval of one’s own draft, which is refused', () => {
    const story = given(...inReview);
    story.when('ada', approve(story), { identity }).isRefused({ code: 'case_own_draft' });
  });

  test('void the approval that was given before', () => {
    const story = given(...inReview, approvedBy('ada'));
    story.when('rita', publish(story), { identity }).isRefused({ code: 'case_approval_void', who: 'ada' });
  });
});

describe('two people on record', () => {
  const person = (id: string, platform: string, email?: string): Person => ({
    ...{ id, name: id, roles: [], active: true, accounts: [{ platform, id }], ...(email && { email }) },
  });
  const both = {
    ...person('a', 'slack', 'a@x'),
    accounts: ['slack', 'teams'].map((platform) => ({ platform, id: 'a' })),
  };

  test.each([
    ['on one platform are two', person('a', 'slack'), person('b', 'slack'), false],
    ['on two platforms, each with an e-mail, are two', person('a', 'slack', 'a@x'), person('b', 'teams', 'b@x'), false],
    ['of whom one is on both platforms are two', both, person('b', 'teams'), false],
    ['of whom the one in Slack has no e-mail may be one', person('a', 'slack'), person('b', 'teams', 'b@x'), true],
    ['of whom the one in Teams has no e-mail may be one', person('a', 'slack', 'a@x'), person('b', 'teams'), true],
  ])('%s', (_, a, b, maybe) => {
    expect([mayBeOne(a, b), mayBeOne(b, a)]).toEqual([maybe, maybe]);
  });

  test('are proven by an e-mail or by their account on Teams', () => {
    const all = [person('a', 'slack'), person('b', 'slack', 'b@x'), person('c', 'teams')];
    expect(all.map(isProven)).toEqual([false, true, true]);
  });
});
