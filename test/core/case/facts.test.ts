/** Never answer on unproven information: verify first (K6). */
import { describe, expect, test } from 'vitest';
import type { ReplyKind } from '#src/core/case/vocabulary.ts';
import {
  approve,
  approvedBy,
  claimed,
  does,
  drafted,
  fact,
  given,
  holding,
  inReview,
  inReviewAs,
  published,
  reported,
  submit,
  submitted,
  verified,
} from './stories.ts';

const open = does('rob', fact({ verdict: 'unknown', evidence: '' }));
const revoke = { type: 'revokeFact', fact: 'fact-1', reason: 'the receipt was forged' } as const;

describe('the facts gate', () => {
  test('stops a reply while no fact is recorded', () => {
    const story = given(reported, claimed, drafted());
    story.when('rita', submit(story)).isRefused({ code: 'case_facts_none' });
  });

  test('stops a reply while a fact is open, and says which', () => {
    const story = given(
      reported,
      claimed,
      verified,
      does('rob', fact({ fact: 'fact-2', verdict: 'unknown' })),
      drafted(),
    );
    story.when('rita', submit(story)).isRefused({ code: 'case_facts_open' });
  });

  test('lets a reply pass once every fact is known, whatever was found', () => {
    for (const verdict of ['true', 'partly', 'false'] as const) {
      const story = given(reported, claimed, does('rob', fact({ verdict })), drafted());
      story.when('rita', submit(story)).yieldsTypes('submitted');
    }
  });

  test('stops what asserts, and lets pass what asserts nothing', () => {
    const stopped = (kind: ReplyKind) => {
      const story = given(reported, claimed, open, drafted('rita', { kind }));
      return story.when('rita', submit(story));
    };
    for (const kind of ['reply', 'clarification', 'apology'] as const)
      stopped(kind).isRefused({ code: 'case_facts_open' });
    for (const kind of ['holding', 'thanks', 'private'] as const) stopped(kind).yieldsTypes('submitted');
  });

  test('stops an approval when a fact opened again in the meantime', () => {
    const story = given(...inReview, does('rob', fact({ verdict: 'unknown' })));
    story.when('ada', { ...approve(story), acknowledged: 99 }).isRefused({ code: 'case_facts_open' });
  });
});

describe('a fact', () => {
  test('is recorded with who verified it and on what evidence', () => {
    expect(given(reported, claimed, verified).state).toMatchObject({
      facts: [{ id: 'fact-1', verdict: 'true', evidence: 'Asked the shop, saw the receipt', by: 'rob' }],
    });
  });

  test('that is known needs evidence; one not yet known does not', () => {
    given(reported, claimed)
      .when('rob', fact({ evidence: ' ' }))
      .isRefused({ code: 'case_evidence_missing' });
    given(reported, claimed)
      .when('rob', fact({ verdict: 'unknown', evidence: '' }))
      .yieldsTypes('factRecorded');
  });

  test('needs a claim', () => {
    given(reported, claimed)
      .when('rob', fact({ claim: '?' }))
      .isRefused({ code: 'case_reason_short', field: 'claim' });
  });

  test('recorded again replaces what stood, and the new verifier answers for it', () => {
    const story = given(reported, claimed, verified, does('ada', fact({ verdict: 'partly' })));
    expect(story.state).toMatchObject({ facts: [{ id: 'fact-1', verdict: 'partly', by: 'ada' }] });
  });

  test('recorded again without a change makes nothing new', () => {
    given(reported, claimed, verified).when('ada', fact()).yields();
  });

  test('keeps claim and evidence apart, so that they can be erased', () => {
    given(reported, claimed)
      .when('rob', fact())
      .yields({
        ...{ type: 'factRecorded', fact: 'fact-1', verdict: 'true' },
        private: { claim: 'The tea was cold', evidence: 'Asked the shop, saw the receipt' },
      });
  });

  test('is for those who may verify', () => {
    given(reported).when('eve', fact()).isRefused({ code: 'case_needs_role', step: 'verify' });
  });

  test('recorded while a reply is under review lets the approvals so far lapse', () => {
    given(...inReviewAs('critical'), approvedBy('ada'))
      .when('rob', fact({ fact: 'fact-2' }))
      .yieldsTypes('factRecorded', 'lapsed');
  });

  test('recorded before anybody approved leaves the reply under review', () => {
    given(...inReview)
      .when('rob', fact({ fact: 'fact-2' }))
      .yieldsTypes('factRecorded');
  });

  test('recorded on an approved reply takes it back under review, with no approval left', () => {
    const story = given(...inReview, approvedBy('ada'), does('rob', fact({ fact: 'fact-2' })));
    expect(story.state).toMatchObject({ status: 'review', submission: { approvals: [] } });
  });

  test('recorded under a holding statement changes nothing about its approval', () => {
    const story = given(reported, claimed, drafted('rita', holding), submitted, approvedBy('ada'), verified);
    expect(story.state).toMatchObject({ status: 'approved' });
  });
});

describe('revoking a fact', () => {
  test('withdraws a running submission', () => {
    const story = given(...inReview).when('rob', revoke);
    story.yieldsTypes('factRevoked', 'withdrawn');
    expect(story.state).toMatchObject({ status: 'working', facts: [] });
  });

  test('withdraws a given approval', () => {
    const story = given(...inReview, approvedBy('ada')).when('ada', revoke);
    expect(story.state).toMatchObject({ status: 'working', facts: [] });
  });

  test('leaves what is out as it is', () => {
    given(...inReview, approvedBy('ada'), published())
      .when('rob', revoke)
      .yieldsTypes('factRevoked');
  });

  test('needs a reason', () => {
    given(...inReview)
      .when('rob', { ...revoke, reason: '' })
      .isRefused({ code: 'case_reason_short', field: 'reason' });
  });

  test('of a fact that is not there is refused', () => {
    given(...inReview)
      .when('rob', { ...revoke, fact: 'fact-9' })
      .isRefused({ code: 'case_fact_unknown' });
  });
});

describe('who verified', () => {
  test('does not approve a grave case', () => {
    const story = given(...inReviewAs('high'), does('leo', fact({ evidence: 'Called the shop myself' })));
    story.when('leo', { ...approve(story), acknowledged: 99 }).isRefused({ code: 'case_own_fact' });
    story.when('lea', { ...approve(story), acknowledged: 99 }).yieldsTypes('approved');
  });

  test('may approve a small case, where the company allows it', () => {
    const story = given(reported, claimed, does('ada', fact()), drafted(), submitted);
    story.when('ada', approve(story)).yieldsTypes('approved');
  });

  test('may approve a holding statement, which rests on no fact', () => {
    const early = [...inReviewAs('high').slice(0, 2), does('lea', fact()), drafted('rita', holding), submitted];
    const story = given(...early);
    story.when('lea', approve(story)).yieldsTypes('approved');
  });
});
