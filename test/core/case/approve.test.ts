/** Four eyes, on exactly this text (K8, K10). */
import { describe, expect, test } from 'vitest';
import { requireStatus } from '#src/core/case/now.ts';
import {
  approve,
  approvedBy,
  claimed,
  digestOf,
  does,
  drafted,
  fact,
  given,
  inReview,
  inReviewAs,
  rejectedBy,
  reported,
  submitted,
  verified,
} from './stories.ts';

const reject = (digest: string) => ({ type: 'reject', digest, reason: 'too cool' }) as const;

describe('approving', () => {
  test('records who, in which role, and the digest of exactly this text', () => {
    const story = given(...inReview);
    const digest = digestOf(story);
    story.when('ada', approve(story)).yields({ type: 'approved', digest, as: 'approver', complete: true });
    expect(given(...inReview, approvedBy('ada')).state).toMatchObject({
      status: 'approved',
      submission: { approvals: [{ by: 'ada', as: 'approver', digest }] },
    });
  });

  test('is for approvers and leaders', () => {
    const story = given(...inReview);
    for (const who of ['rob', 'eve', 'hana'])
      story
        .when(who, approve(story))
        .isRefused({ code: 'case_needs_role', step: 'approve', need: ['approver', 'leader'] });
  });

  test('as one who is approver and leader counts as leader', () => {
    const story = given(...inReviewAs('high'));
    story.when('zoe', approve(story), { roles: ['approver', 'leader'] }).yields({
      ...{ type: 'approved', digest: digestOf(story), as: 'leader', complete: true },
    });
  });

  test('of a high case needs a leader', () => {
    const story = given(...inReviewAs('high'));
    story.when('ada', approve(story)).isRefused({ code: 'case_needs_leader' });
    story.when('lea', approve(story)).yieldsTypes('approved');
  });

  test('of a critical case needs two', () => {
    const first = given(...inReviewAs('critical'), approvedBy('lea'));
    expect(first.state).toMatchObject({ status: 'review' });
    first.when('lea', approve(first)).isRefused({ code: 'case_already_approved' });
    expect(first.when('ada', approve(first)).state).toMatchObject({ status: 'approved' });
  });

  test('of a critical case needs a leader among the two', () => {
    const first = given(...inReviewAs('critical'), approvedBy('ada'));
    first.when('amy', approve(first)).isRefused({ code: 'case_needs_leader' });
    expect(first.when('lea', approve(first)).state).toMatchObject({ status: 'approved' });
  });

  test('of nothing is refused', () => {
    const story = given(reported, claimed, verified, drafted());
    story.when('ada', approve(story)).isRefused({ code: 'case_not_now', status: 'working' });
  });
});

describe('nobody approves', () => {
  test('what they drafted', () => {
    const own = [reported, verified, does('rob', { type: 'handOver', to: 'ada' }), drafted('ada')];
    const story = given(...own, (so) => so.when('ada', { type: 'submit', version: 1 }));
    story.when('ada', approve(story)).isRefused({ code: 'case_own_draft' });
    story.when('amy', approve(story)).yieldsTypes('approved');
  });
});

describe('the digest', () => {
  const changes: readonly [what: string, change: Parameters<typeof drafted>[1]][] = [
    ['text', { text: 'Other words.' }],
    ['kind', { kind: 'apology' }],
    ['account', { account: 'Another account' }],
    ['platform', { media: 'x' }],
  ];
  test.each(changes)('changes with the %s, so that an old card cannot approve', (_what, change) => {
    const before = digestOf(given(...inReview));
    const story = given(...inReview, drafted('rita', change), submitted);
    story.when('ada', { type: 'approve', digest: before }).isRefused({ code: 'case_text_changed', by: 'rita' });
    story.when('ada', reject(before)).isRefused({ code: 'case_text_changed' });
    story.when('ada', approve(story)).yieldsTypes('approved');
  });

  test('changes with the facts, and the refusal says who changed them', () => {
    const before = digestOf(given(...inReview));
    const story = given(...inReview, does('rob', fact({ verdict: 'partly' })));
    story
      .when('ada', { type: 'approve', digest: before, acknowledged: 99 })
      .isRefused({ code: 'case_text_changed', by: 'rob' });
  });

  test('is the same for the same reply', () => {
    const story = given(...inReview, rejectedBy('ada'), submitted);
    expect(digestOf(story)).toBe(digestOf(given(...inReview)));
  });
});

describe('two people pressing at once', () => {
  test('make one decision; the other is told what happened and by whom', () => {
    const approved = given(...inReview, approvedBy('ada'));
    approved.when('amy', reject(digestOf(approved))).isRefused({ code: 'case_not_now', status: 'approved', by: 'ada' });
    approved.when('amy', approve(approved)).isRefused({ code: 'case_not_now', status: 'approved', by: 'ada' });

    const digest = digestOf(given(...inReview));
    const rejected = given(...inReview, rejectedBy('amy'));
    rejected.when('ada', { type: 'approve', digest }).isRefused({ code: 'case_not_now', status: 'working', by: 'amy' });
    rejected.when('ada', reject(digest)).isRefused({ code: 'case_not_now', status: 'working', by: 'amy' });
  });
});

describe('rejecting', () => {
  test('goes back to whoever works on it, with the reason on the draft', () => {
    const story = given(...inReview, rejectedBy('ada'));
    expect(requireStatus(story.state, 'working')).toMatchObject({
      owner: 'rita',
      drafts: [{ version: 1, rejected: { by: 'ada', reason: 'too cool' } }],
    });
  });

  test('needs a reason', () => {
    const story = given(...inReview);
    story.when('ada', { ...reject(digestOf(story)), reason: ' ' }).isRefused({ code: 'case_reason_short' });
  });

  test('needs the role to approve', () => {
    const story = given(...inReview);
    story.when('rob', reject(digestOf(story))).isRefused({ code: 'case_needs_role', step: 'approve' });
  });

  test('takes the approvals so far with it', () => {
    const story = given(...inReviewAs('critical'), approvedBy('ada'), rejectedBy('lea'), submitted);
    expect(story.state).toMatchObject({ status: 'review', submission: { approvals: [] } });
  });
});

describe('withdrawing', () => {
  test('takes a reply back, and its approvals with it', () => {
    const back = does('rita', { type: 'withdraw' });
    for (const chapters of [inReview, [...inReview, approvedBy('ada')]])
      expect(given(...chapters, back, submitted).state).toMatchObject({
        status: 'review',
        submission: { approvals: [] },
      });
  });

  test('is for the one who has the case', () => {
    given(...inReview)
      .when('rob', { type: 'withdraw' })
      .isRefused({ code: 'case_not_owner', owner: 'rita' });
  });

  test('is too late once it is rejected', () => {
    given(...inReview, rejectedBy('ada'))
      .when('rita', { type: 'withdraw' })
      .isRefused({ code: 'case_not_now', status: 'working', by: 'ada' });
  });
});
