/** Four eyes are counted in people: on a desk with two platforms somebody unproven does not approve (K10). */
import { describe, test } from 'vitest';
import { approve, approvedBy, given, inReview, publish } from './stories.ts';

const unproven = { has: (id: string) => id === 'ada' };

describe('on a desk with several platforms, somebody who may have a second account', () => {
  test('does not approve, and somebody else does', () => {
    const story = given(...inReview);
    story.when('ada', approve(story), { unproven }).isRefused({ code: 'case_identity_unproven', who: 'ada' });
    story.when('amy', approve(story), { unproven }).yieldsTypes('approved');
  });

  test('does not let a reply out by an approval given while there was one platform', () => {
    const story = given(...inReview, approvedBy('ada'));
    story.when('rita', publish(story), { unproven }).isRefused({ code: 'case_identity_unproven', who: 'ada' });
    story.when('rita', publish(story)).yieldsTypes('published');
  });
});
