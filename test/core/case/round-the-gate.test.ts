/** Ways that might lead round the four eyes, the facts or the plan, and do not (K6, K8, K10). */
import { describe, expect, test } from 'vitest';
import {
  approve,
  approvedBy,
  claimed,
  confirmed,
  corrected,
  does,
  draft,
  drafted,
  fact,
  given,
  handedTo,
  held,
  inReview,
  inReviewAs,
  planned,
  publish,
  published,
  reported,
  reportedAs,
  submit,
  submitted,
  submittedBy,
  verified,
} from './stories.ts';

const text = { text: 'The tea was cold, and we are sorry for it.' };

describe('the author of a reply does not approve it', () => {
  test('after handing it over to somebody who submits it', () => {
    const story = given(reported, verified, handedTo('ada', 'ada'), drafted('ada'), handedTo('rita', 'ada'), submitted);
    story.when('ada', approve(story)).isRefused({ code: 'case_own_draft' });
  });

  test('after a colleague edited it', () => {
    const story = given(
      ...[reported, verified, handedTo('ada', 'ada'), drafted('ada'), handedTo('rita', 'ada')],
      ...[drafted('rita', text), submitted],
    );
    story.when('ada', approve(story)).isRefused({ code: 'case_own_draft' });
  });

  test('when they took the case over to edit what waited for them', () => {
    const story = given(...inReview, handedTo('ada', 'ada'), drafted('ada', text), submittedBy('ada'));
    story.when('ada', approve(story)).isRefused({ code: 'case_own_draft' });
  });

  test('when they only submitted it', () => {
    const story = given(reported, claimed, verified, drafted(), handedTo('ada'), submittedBy('ada'));
    story.when('ada', approve(story)).isRefused({ code: 'case_own_draft' });
  });

  test('when a holding statement by somebody else went out in between', () => {
    const mine = [reported, verified, handedTo('ada', 'ada'), drafted('ada', text), handedTo('rita', 'ada')];
    const same = given(...mine, ...held, drafted('rita', text), submitted);
    same.when('ada', { ...approve(same), acknowledged: 99 }).isRefused({ code: 'case_own_draft' });
    const edited = given(...mine, ...held, drafted('rita', { text: `${text.text}!` }), submitted);
    edited.when('ada', { ...approve(edited), acknowledged: 99 }).isRefused({ code: 'case_own_draft' });
  });

  test('when somebody else brings their very words again after an answer', () => {
    const mine = [reported, verified, handedTo('ada', 'ada'), drafted('ada', text), handedTo('rita', 'ada')];
    const story = given(
      ...[...mine, drafted(), submitted, approvedBy('amy'), published()],
      ...[drafted('rita', { text: ` ${text.text}\n` }), submitted],
    );
    story.when('ada', { ...approve(story), acknowledged: 99 }).isRefused({ code: 'case_own_draft' });
  });
});

describe('a stranger to the reply is not kept from approving it', () => {
  test('because they wrote the holding statement before it', () => {
    const holding = { kind: 'holding', text: 'We have seen this.' } as const;
    const story = given(
      ...[reported, verified, handedTo('ada', 'ada'), drafted('ada', holding), submittedBy('ada')],
      ...[approvedBy('amy'), published(), handedTo('rita', 'ada'), drafted('rita', text), submitted],
    );
    story.when('ada', approve(story)).yieldsTypes('approved');
  });

  test('because they wrote the answer before this one', () => {
    const story = given(
      ...[
        reported,
        verified,
        handedTo('ada', 'ada'),
        drafted('ada'),
        submittedBy('ada'),
        approvedBy('amy'),
        published(),
      ],
      ...[handedTo('rita', 'ada'), drafted('rita', text), submitted],
    );
    story.when('ada', approve(story)).yieldsTypes('approved');
  });
});

describe('a verifier who approved a small case', () => {
  const small = [reported, claimed, does('lea', fact()), drafted(), submitted, approvedBy('lea')];

  test('does not count once it is grave', () => {
    const story = given(...small).when('rob', { type: 'correct', field: 'severity', value: 'high', reason: 'grave' });
    story.yieldsTypes('corrected', 'lapsed');
  });

  test('does not stand in the way of somebody who does', () => {
    const story = given(...small, corrected('rob', 'high'), planned, confirmed);
    story.when('lea', approve(story)).isRefused({ code: 'case_own_fact' });
    const sure = given(() => story, approvedBy('leo'));
    sure.when('rita', publish(sure)).yieldsTypes('published');
  });

  test('does not take the place of the first of two', () => {
    const story = given(...small, corrected('rob', 'critical'), planned, confirmed);
    const first = story.when('ada', approve(story));
    expect(first.state).toMatchObject({ status: 'review' });
    expect(first.when('leo', approve(first)).state).toMatchObject({ status: 'approved' });
  });
});

describe('severity', () => {
  test('raised in between asks for the approvals that are missing', () => {
    const story = given(...inReview, approvedBy('ada'), corrected('rob', 'critical'), planned, confirmed);
    story.when('rita', publish(story)).isRefused({ code: 'case_not_now', status: 'review' });
    expect(story.when('lea', approve(story)).state).toMatchObject({ status: 'approved' });
  });

  test('lowered while one of two approvals is there lets that person finish', () => {
    const story = given(...inReviewAs('critical'), approvedBy('ada'), corrected('lea', 'low'));
    const done = story.when('ada', approve(story));
    expect(done.state).toMatchObject({ status: 'approved', submission: { approvals: [{ by: 'ada' }] } });
  });
});

describe('an approval', () => {
  test('of a holding statement is none of the reply that follows', () => {
    const story = given(reportedAs('high'), claimed, verified, ...held, planned, drafted(), submitted);
    expect(story.state).toMatchObject({ status: 'review', submission: { approvals: [] } });
  });

  test('does not survive an edit, even when the old words come back', () => {
    const story = given(...inReview, approvedBy('ada'));
    const edited = story.when('rita', draft(story));
    expect(edited.when('rita', submit(edited)).state).toMatchObject({
      status: 'review',
      submission: { approvals: [] },
    });
  });

  test('does not survive a revoked fact that is recorded again', () => {
    const revoke = { type: 'revokeFact', fact: 'fact-1', reason: 'to be seen' } as const;
    const story = given(...inReview, approvedBy('ada'), does('rob', revoke), verified);
    expect(story.state).toMatchObject({ status: 'working' });
  });

  test('of a lost role keeps the role in which it was given', () => {
    const story = given(...inReviewAs('high'), approvedBy('lea'));
    story.when('rita', publish(story), { roles: ['responder'] }).yieldsTypes('published');
  });
});
