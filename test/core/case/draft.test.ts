/** Drafts, and the check that each of them passes (K9, K20). */
import { describe, expect, test } from 'vitest';
import { requireStatus } from '#src/core/case/now.ts';
import {
  approvedBy,
  claimed,
  corrected,
  does,
  draft,
  drafted,
  given,
  handedTo,
  inReview,
  published,
  rejectedBy,
  reported,
  submit,
  verified,
} from './stories.ts';

const ready = [reported, claimed, verified];
const personal = { text: 'Please call Mr Li, 13812345678.' };
const overrule = { type: 'overrule', version: 1, reason: 'He asked us to publish his number' } as const;

describe('a draft', () => {
  test('is a numbered version', () => {
    const story = given(...ready, drafted(), drafted('rita', { text: 'Shorter.' }));
    expect(story.state).toMatchObject({ drafts: [{ version: 1 }, { version: 2, text: 'Shorter.', by: 'rita' }] });
  });

  test('needs a text', () => {
    const story = given(...ready);
    story.when('rita', draft(story, { text: ' \n' })).isRefused({ code: 'case_draft_empty', field: 'text' });
  });

  test('brings a fact checked in the same breath, and both are recorded or neither', () => {
    const fact = { fact: 'leak', claim: 'It leaked on day two', verdict: 'true', evidence: 'Order 88123' } as const;
    const story = given(reported);
    story.when('rita', { ...draft(story), verified: fact }).yieldsTypes('claimed', 'factRecorded', 'drafted');
    const bare = { ...fact, evidence: '' };
    story
      .when('rita', { ...draft(story), verified: bare })
      .isRefused({ code: 'case_evidence_missing', field: 'evidence' });
    story.when('rita', { ...draft(story, { text: '' }), verified: fact }).isRefused({ code: 'case_draft_empty' });
  });

  test('does not overwrite a newer version that its author has not seen', () => {
    const story = given(
      ...ready,
      drafted(),
      handedTo('rob'),
      drafted('rob', { text: 'Mine.' }),
      handedTo('rita', 'rob'),
    );
    story
      .when('rita', draft(story, { basedOn: 1, text: 'Still mine.' }))
      .isRefused({ code: 'case_draft_moved', by: 'rob', version: 2 });
  });

  test('saved twice makes nothing new', () => {
    const story = given(...ready, drafted());
    story.when('rita', draft(story, { basedOn: 0 })).yields();
  });

  test('for another platform is another draft, even with the same words', () => {
    const story = given(...ready, drafted());
    story.when('rita', draft(story, { basedOn: 0, media: 'x' })).isRefused({ code: 'case_draft_moved' });
  });

  test('keeps text and account apart, so that they can be erased', () => {
    const story = given(...ready);
    const [event] = story.when('rita', draft(story)).events;
    expect(event).toMatchObject({
      type: 'drafted',
      private: { text: draft(story).text, account: 'Our official account' },
    });
    expect(event).not.toHaveProperty('text');
    expect(event).not.toHaveProperty('account');
  });

  test('takes a reply back that is under review or approved', () => {
    for (const chapters of [inReview, [...inReview, approvedBy('ada')]]) {
      const story = given(...chapters);
      const edited = story.when('rita', draft(story, { text: 'Better.' }));
      edited.yieldsTypes('withdrawn', 'drafted');
      expect(edited.state).toMatchObject({ status: 'working' });
    }
  });

  test('after an answer is a second answer', () => {
    const story = given(...inReview, approvedBy('ada'), published(), drafted('rita', { text: 'One thing more.' }));
    expect(story.state).toMatchObject({ status: 'working', publications: [{ draft: { version: 1 } }] });
  });
});

describe('submitting', () => {
  test('is for the newest version', () => {
    const story = given(...ready, drafted(), drafted('rita', { text: 'Shorter.' }));
    story.when('rita', { type: 'submit', version: 1 }).isRefused({ code: 'case_draft_moved', version: 2 });
  });

  test('needs a draft, and one that is not out yet', () => {
    given(...ready)
      .when('rita', { type: 'submit', version: 1 })
      .isRefused({ code: 'case_draft_missing' });
    const held = given(...ready, drafted('rita', { kind: 'holding' }), (story) => story.when('rita', submit(story)));
    const out = given(() => held, approvedBy('ada'), published());
    out.when('rita', submit(out)).isRefused({ code: 'case_draft_missing' });
  });

  test('is refused while slots of the template are open', () => {
    const story = given(...ready, drafted('rita', { text: 'Dear [name], we are sorry.' }));
    story.when('rita', submit(story)).isRefused({ code: 'case_slots_open', slots: ['name'] });
  });

  test('twice tells that it was submitted already', () => {
    const story = given(...inReview);
    story.when('rita', submit(story)).isRefused({ code: 'case_not_now', status: 'review', by: 'rita' });
  });

  test('of the same version is possible again after a rejection', () => {
    const story = given(...inReview, rejectedBy('ada'));
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });
});

describe('the check', () => {
  test('warns without stopping', () => {
    const story = given(...ready, drafted('rita', { text: 'We guarantee hot tea.' }));
    expect(requireStatus(story.state, 'working').drafts).toMatchObject([
      { findings: [{ code: 'promise', blocks: false }] },
    ]);
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });

  test('stops personal data', () => {
    const story = given(...ready, drafted('rita', personal));
    story.when('rita', submit(story)).isRefused({ code: 'case_check_blocks' });
  });

  test('knows the kind of reply: a promise stops a holding statement', () => {
    const story = given(...ready, drafted('rita', { kind: 'holding', text: 'We guarantee an answer tomorrow.' }));
    story.when('rita', submit(story)).isRefused({ code: 'case_check_blocks' });
  });

  test('lets a mended draft pass', () => {
    const story = given(...ready, drafted('rita', personal), drafted());
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });
});

describe('overruling the check', () => {
  const blocked = [...ready, drafted('rita', personal)];

  test('lets the draft pass, with a reason that stays', () => {
    const story = given(...blocked, does('lea', overrule));
    expect(story.state).toMatchObject({ drafts: [{ overruled: [{ by: 'lea', reason: overrule.reason }] }] });
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });

  test('is for leaders', () => {
    given(...blocked)
      .when('ada', overrule)
      .isRefused({ code: 'case_needs_role', step: 'overrule', need: ['leader'] });
  });

  test('needs a reason of ten characters', () => {
    given(...blocked)
      .when('lea', { ...overrule, reason: 'fine' })
      .isRefused({ code: 'case_reason_short', min: 10 });
  });

  test('is not for the drafter', () => {
    const own = [reported, does('lea', { type: 'claim' }), drafted('lea', personal)];
    given(...own)
      .when('lea', overrule)
      .isRefused({ code: 'case_own_draft' });
  });

  test('holds for that version alone', () => {
    const story = given(...blocked, does('lea', overrule), drafted('rita', personal));
    story.when('rita', submit(story)).isRefused({ code: 'case_check_blocks' });
    story.when('lea', overrule).isRefused({ code: 'case_draft_missing' });
  });

  test('twice, or of what does not block, makes nothing new', () => {
    given(...blocked, does('lea', overrule))
      .when('leo', overrule)
      .yields();
    given(...ready, drafted())
      .when('lea', overrule)
      .yields();
  });
});

test('a corrected severity does not change a draft', () => {
  expect(given(...ready, drafted(), corrected('rob', 'high')).state).toMatchObject({ drafts: [{ version: 1 }] });
});
