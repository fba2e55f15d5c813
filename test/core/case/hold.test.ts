/** Who works on a case: claim, release, hand over; two people never answer at once (K10). */
import { describe, expect, test } from 'vitest';
import {
  approvedBy,
  claimed,
  confidential,
  dismiss,
  does,
  draft,
  fact,
  given,
  handedTo,
  inReview,
  plan,
  published,
  reported,
} from './stories.ts';

const out = [...inReview, approvedBy('ada'), published()];

describe('claiming', () => {
  test('makes the case theirs', () => {
    const story = given(reported).when('rita', { type: 'claim' }).yields({ type: 'claimed', owner: 'rita' });
    expect(story.state).toMatchObject({ status: 'working', owner: 'rita' });
  });

  test('is refused once someone else has it, saying who and since when', () => {
    given(reported, claimed)
      .when('rob', { type: 'claim' })
      .isRefused({ code: 'case_taken', owner: 'rita', since: '2026-03-02T01:01:00.000Z' });
  });

  test('twice makes nothing new', () => {
    given(reported, claimed).when('rita', { type: 'claim' }).yields();
  });

  test('needs a role, and the refusal says which', () => {
    given(reported)
      .when('eve', { type: 'claim' })
      .isRefused({ code: 'case_needs_role', step: 'claim', need: ['responder', 'approver', 'leader'] });
  });

  test('is too late once the case has ended', () => {
    given(reported, does('rita', dismiss))
      .when('rob', { type: 'claim' })
      .isRefused({ code: 'case_not_now', by: 'rita' });
  });

  test('happens by itself with the first working action', () => {
    const story = given(reported);
    story.when('rita', draft(story)).yieldsTypes('claimed', 'drafted');
    story.when('rita', fact()).yieldsTypes('claimed', 'factRecorded');
    story.when('rita', plan()).yieldsTypes('claimed', 'planned');
    story.when('rita', dismiss).yieldsTypes('claimed', 'dismissed');
  });

  test('nothing is possible on a case that does not exist', () => {
    given().when('rita', { type: 'claim' }).isRefused({ code: 'case_unknown' });
  });
});

describe('working', () => {
  test('is for the one who has the case', () => {
    const story = given(reported, claimed);
    for (const command of [draft(story), plan(), dismiss])
      story.when('rob', command).isRefused({ code: 'case_not_owner', owner: 'rita' });
  });

  test('verifying is for everybody on the desk', () => {
    given(reported, claimed).when('rob', fact()).yieldsTypes('factRecorded');
  });
});

describe('releasing', () => {
  test('gives the case back', () => {
    expect(given(reported, claimed, does('rita', { type: 'release' })).state).toMatchObject({ status: 'new' });
  });

  test('is for the one who has it, or a leader', () => {
    given(reported, claimed).when('rob', { type: 'release' }).isRefused({ code: 'case_not_owner' });
    given(reported, claimed).when('lea', { type: 'release' }).yieldsTypes('released');
  });

  test('is refused while a reply is on its way', () => {
    given(...inReview)
      .when('rita', { type: 'release' })
      .isRefused({ code: 'case_not_now', status: 'review' });
  });
});

describe('handing over', () => {
  test('is possible in every status in which somebody has the case', () => {
    for (const chapters of [[reported, claimed], inReview, [...inReview, approvedBy('ada')], out]) {
      const story = given(...chapters);
      const { status } = story.state;
      expect(story.when('rita', { type: 'handOver', to: 'rob' }).state).toMatchObject({ status, owner: 'rob' });
    }
  });

  test('by somebody else is for approvers and leaders, for when the owner is away', () => {
    given(reported, claimed).when('rob', { type: 'handOver', to: 'rob' }).isRefused({ code: 'case_not_owner' });
    given(reported, claimed).when('ada', { type: 'handOver', to: 'rob' }).yieldsTypes('handedOver');
  });

  test('to the one who has it makes nothing new', () => {
    given(reported, claimed).when('rita', { type: 'handOver', to: 'rita' }).yields();
  });

  test('lets only the new one go on', () => {
    const story = given(reported, claimed, handedTo('rob'));
    story.when('rita', draft(story)).isRefused({ code: 'case_not_owner', owner: 'rob' });
    story.when('rob', draft(story)).yieldsTypes('drafted');
  });

  test('to whom the case is about is refused as if there were no such case', () => {
    given(confidential('leo'), does('hana', { type: 'claim' }))
      .when('hana', { type: 'handOver', to: 'leo' })
      .isRefused({ code: 'case_unknown' });
  });
});
