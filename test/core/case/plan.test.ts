/** High and critical cases carry a response plan that a leader confirms (K8). */
import { describe, expect, test } from 'vitest';
import { START } from '#test/given.ts';
import {
  approve,
  approvedBy,
  claimed,
  confidential,
  confirmed,
  corrected,
  does,
  drafted,
  given,
  holding,
  inReviewAs,
  plan,
  planned,
  publish,
  reportedAs,
  submit,
  submitted,
  verified,
} from './stories.ts';

const grave = [reportedAs('high'), claimed, verified];

describe('a grave case', () => {
  test('is submitted only with a plan', () => {
    const story = given(...grave, drafted());
    story.when('rita', submit(story)).isRefused({ code: 'case_plan_missing' });
  });

  test('is approved only with a confirmed plan', () => {
    const story = given(...grave, planned, drafted(), submitted);
    story.when('lea', approve(story)).isRefused({ code: 'case_plan_unconfirmed' });
    const sure = confirmed(story);
    sure.when('lea', approve(sure)).yieldsTypes('approved');
  });

  test('may send a holding statement first', () => {
    const story = given(...grave, drafted('rita', holding), submitted);
    story.when('lea', approve(story)).yieldsTypes('approved');
  });
});

test('a small case needs no plan', () => {
  for (const severity of ['low', 'medium'] as const) {
    const story = given(reportedAs(severity), claimed, verified, drafted(), submitted);
    story.when('ada', approve(story)).yieldsTypes('approved');
  }
});

describe('a plan', () => {
  test('says action, owner and due', () => {
    expect(given(...grave, planned).state).toMatchObject({
      plan: { action: 'Answer today, refund, call back', owner: 'rob', by: 'rita' },
    });
  });

  test('needs an action, and a time in the future', () => {
    given(...grave)
      .when('rita', plan({ action: ' ' }))
      .isRefused({ code: 'case_reason_short', field: 'action' });
    given(...grave)
      .when('rita', plan({ due: START }))
      .isRefused({ code: 'case_plan_due_past' });
  });

  test('is confirmed by a leader', () => {
    given(...grave, planned)
      .when('ada', { type: 'confirmPlan' })
      .isRefused({ code: 'case_needs_role', step: 'confirmPlan', need: ['leader'] });
    expect(given(...grave, planned, confirmed).state).toMatchObject({ plan: { confirmed: { by: 'lea' } } });
  });

  test('confirmed twice makes nothing new', () => {
    given(...grave, planned, confirmed)
      .when('leo', { type: 'confirmPlan' })
      .yields();
  });

  test('that is not there cannot be confirmed', () => {
    given(...grave)
      .when('lea', { type: 'confirmPlan' })
      .isRefused({ code: 'case_plan_missing' });
  });

  test('that changes has to be confirmed anew', () => {
    const story = given(...grave, planned, confirmed).when('rita', plan({ owner: 'rita' }));
    story.yieldsTypes('planned');
    expect(story.state).not.toHaveProperty('plan.confirmed');
  });

  test('saved without a change stays confirmed', () => {
    given(...grave, planned, confirmed)
      .when('rita', plan())
      .yields();
  });

  test('is not given to whom the case is about', () => {
    given(confidential('leo'), does('hana', { type: 'claim' }))
      .when('hana', plan({ owner: 'leo' }))
      .isRefused({ code: 'case_unknown' });
  });
});

describe('publication', () => {
  test('is refused when the plan was changed after the approval', () => {
    const story = given(...inReviewAs('high'), approvedBy('lea'), does('rita', plan({ owner: 'rita' })));
    story.when('rita', publish(story)).isRefused({ code: 'case_plan_unconfirmed' });
  });

  test('is refused without a plan when the case has become grave after a leader approved it', () => {
    const small = [reportedAs('low'), claimed, verified, drafted(), submitted, approvedBy('lea')];
    const story = given(...small, corrected('rita', 'high'));
    story.when('rita', publish(story)).isRefused({ code: 'case_plan_missing' });
    const sure = given(...small, corrected('rita', 'high'), planned, confirmed);
    sure.when('rita', publish(sure)).yieldsTypes('published');
  });
});
