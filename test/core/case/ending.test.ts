/** How a case ends, and begins again: effect, close, praise, dismiss, reopen (K12, K13). */
import { describe, expect, test } from 'vitest';
import { days } from '#test/given.ts';
import {
  answered,
  approve,
  approvedBy,
  claimed,
  close,
  closed,
  dismiss,
  does,
  drafted,
  given,
  held,
  holding,
  inReview,
  judged,
  mention,
  publish,
  published,
  reopen,
  report,
  reported,
  reportedAs,
  submitted,
  thanks,
  verified,
} from './stories.ts';

const worse = { type: 'effect', effect: 'worse', note: 'they wrote again' } as const;

describe('closing', () => {
  test('asks root cause, team and lesson, and keeps them', () => {
    const story = given(...answered, judged, does('rita', { ...close, lesson: 'Check the kettle' }));
    expect(story.state).toMatchObject({
      ...{ status: 'closed', rootCause: 'service', team: 'Shops', lesson: 'Check the kettle' },
      ended: { by: 'rita' },
    });
  });

  test('waits for the effect review', () => {
    given(...answered)
      .when('rita', close)
      .isRefused({ code: 'case_effect_missing' });
  });

  test('needs no effect review for a low case', () => {
    given(...inReview, approvedBy('ada'), published())
      .when('rita', close)
      .yieldsTypes('closed');
  });

  test('needs an answer', () => {
    given(reported, claimed).when('rita', close).isRefused({ code: 'case_not_now', status: 'working' });
    given(reported, claimed, ...held)
      .when('rita', close)
      .isRefused({ code: 'case_not_now', status: 'working' });
  });

  test('is possible after a second answer was begun and given up', () => {
    const story = given(...inReview, approvedBy('ada'), published(), drafted('rita', { text: 'Also …' }));
    story.when('rob', close).isRefused({ code: 'case_not_owner', owner: 'rita' });
    story.when('rita', close).yieldsTypes('closed');
  });
});

describe('the effect review', () => {
  test('may find anything, and is kept', () => {
    const story = given(...answered, does('rita', worse));
    expect(story.state).toMatchObject({ status: 'published', effects: [{ effect: 'worse', by: 'rita' }] });
  });

  test('is owed anew for each answer', () => {
    const again = [drafted('rita', { text: 'We were wrong.' }), submitted, approvedBy('ada'), published()];
    given(...answered, does('rita', worse), ...again)
      .when('rita', close)
      .isRefused({ code: 'case_effect_missing' });
  });

  test('can be done while a second answer is being written', () => {
    const story = given(...answered, drafted('rita', { text: 'Also …' }));
    story.when('rita', close).isRefused({ code: 'case_effect_missing' });
    story.when('rita', worse).when('rita', close).yieldsTypes('closed');
  });

  test('needs an answer', () => {
    given(reported, claimed, ...held)
      .when('rita', worse)
      .isRefused({ code: 'case_not_now' });
  });
});

describe('praise', () => {
  const praised = does('eve', report({ mention: mention({ text: 'Thank you, great tea, love it' }) }));
  const thanked = [praised, claimed, drafted('rita', thanks), submitted, approvedBy('ada')];

  test('is thanked, approved once, and done', () => {
    const story = given(...thanked);
    const done = story.when('rita', publish(story));
    done.yieldsTypes('published', 'closed');
    expect(done.state).toMatchObject({ status: 'closed', rootCause: 'unknown', team: '' });
    expect(done.state).not.toHaveProperty('effectDue');
  });

  test('stays open when something else was published than approved', () => {
    const story = given(...thanked);
    story.when('rita', publish(story, { changedText: 'Thx' })).yieldsTypes('published');
  });

  test('stays open while an earlier deviation is unsettled', () => {
    const held = [drafted('rita', holding), submitted, approvedBy('ada'), published({ changedText: 'Hm.' })];
    const story = given(praised, claimed, ...held, drafted('rita', thanks), submitted, approvedBy('ada'));
    story.when('rita', publish(story)).yieldsTypes('published');
  });

  test('stays open while the effect of an earlier answer is not reviewed', () => {
    const recategorised = { type: 'correct', field: 'category', value: 'praise', reason: 'they came round' } as const;
    const thankYou = [drafted('rita', thanks), submitted, approvedBy('ada')];
    const story = given(...answered, does('rita', recategorised), ...thankYou);
    const done = story.when('rita', publish(story));
    done.yieldsTypes('published').when('rita', close).isRefused({ code: 'case_effect_missing' });
  });

  test('answered with something else than thanks is an ordinary case', () => {
    const story = given(praised, claimed, verified, drafted(), submitted, approvedBy('ada'));
    story.when('rita', publish(story)).yieldsTypes('published');
  });

  test('a thank-you for something else than praise is an ordinary answer', () => {
    const story = given(reportedAs('medium'), claimed, drafted('rita', thanks), submitted, approvedBy('ada'));
    const out = story.when('rita', publish(story));
    out.yieldsTypes('published');
    expect(out.state).toHaveProperty('effectDue');
  });
});

describe('dismissing', () => {
  test('needs a coded reason, and words for “other”', () => {
    expect(given(reported, does('rita', dismiss)).state).toMatchObject({ status: 'dismissed', why: 'spam' });
    given(reported)
      .when('rita', { ...dismiss, why: 'other', note: 'hm' })
      .isRefused({ code: 'case_reason_short', min: 10 });
  });

  test('is for a case that is not before an approver or out', () => {
    given(...inReview)
      .when('rita', dismiss)
      .isRefused({ code: 'case_not_now', status: 'review' });
    given(...answered)
      .when('rita', dismiss)
      .isRefused({ code: 'case_not_now', status: 'published' });
  });

  test('does not spare an answered case its effect review', () => {
    given(...answered, drafted('rita', { text: 'Also …' }))
      .when('rita', dismiss)
      .isRefused({ code: 'case_effect_missing' });
  });

  test('is possible after a holding statement that was enough', () => {
    given(reported, claimed, ...held)
      .when('rita', { ...dismiss, why: 'no_answer_needed' })
      .yieldsTypes('dismissed');
  });
});

describe('reopening', () => {
  const ended = [...answered, judged, closed];

  test('needs a coded reason and at least ten characters of why', () => {
    given(...ended)
      .when('rita', { ...reopen, note: 'again' })
      .isRefused({ code: 'case_reason_short', min: 10 });
    given(...ended)
      .when('rita', reopen)
      .yieldsTypes('reopened');
  });

  test('brings it back to the one who had it, or to everybody', () => {
    expect(given(...ended, does('rob', reopen)).state).toMatchObject({ status: 'working', owner: 'rita' });
    expect(given(reported, does('rita', dismiss), does('rob', reopen)).state).toMatchObject({ owner: 'rita' });
  });

  test('starts the service level anew', () => {
    const at = days(30);
    const story = given(...ended, does('rita', reopen, { at }));
    expect(story.state).toMatchObject({ due: '2026-04-01T13:00:00.000Z' });
    expect(story.state).not.toHaveProperty('answered');
  });

  test('does not make the answer of before a second one: it is judged late or not by the new time', () => {
    const again = given(
      ...ended,
      does('rita', reopen, { at: days(30) }),
      drafted('rita', { text: 'Again.' }),
      submitted,
    );
    const approved = again.when('ada', approve(again), { at: days(35) });
    const out = approved.when('rita', publish(approved));
    expect(out.state).toMatchObject({ answered: { late: true } });
  });

  test('by mistake can be closed again at once', () => {
    given(...ended, does('rita', reopen))
      .when('rita', close)
      .yieldsTypes('closed');
  });

  test('is only for what has ended, and not for what was merged', () => {
    given(reported).when('rita', reopen).isRefused({ code: 'case_not_now', status: 'new' });
    const into = { id: 'a', number: 'RM-1', openedAt: '2026-03-01T00:00:00.000Z', confidential: false, open: true };
    given(reported)
      .when('rita', { type: 'merge', into: { ...into, concerns: [] }, self: 'b' })
      .when('rita', reopen)
      .isRefused({ code: 'case_not_now', status: 'merged', by: 'rita' });
  });
});
