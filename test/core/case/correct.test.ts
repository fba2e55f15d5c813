/** A person's correction of what triage said (K4). */
import { describe, expect, test } from 'vitest';
import { requireStatus } from '#src/core/case/now.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { hours } from '#test/given.ts';
import {
  another,
  approvedBy,
  claimed,
  closed,
  correct,
  corrected,
  dismiss,
  does,
  given,
  inReview,
  joined,
  judged,
  published,
  reopen,
  reported,
  reportedAs,
} from './stories.ts';

describe('a correction', () => {
  test('wins, with its reason, and both values stay visible', () => {
    const story = given(reported, claimed).when('rita', correct('cause', 'service'));
    expect(story.state).toMatchObject({
      triage: { cause: { value: 'service' } },
      corrections: [{ field: 'cause', was: 'unknown', value: 'service', reason: 'read in full', by: 'rita' }],
    });
  });

  test('claims a case that nobody has', () => {
    given(reported).when('rita', correct('cause', 'service')).yieldsTypes('claimed', 'corrected');
  });

  test('may come from a colleague of the one who has the case', () => {
    given(reported, claimed).when('rob', correct('cause', 'service')).yieldsTypes('corrected');
  });

  test('needs a reason', () => {
    given(reported, claimed)
      .when('rita', { ...correct('cause', 'service'), reason: '  ' })
      .isRefused({ code: 'case_reason_short', field: 'reason' });
  });

  test('needs another value', () => {
    given(reported, claimed).when('rita', correct('severity', 'low')).isRefused({ code: 'case_same_value' });
  });

  test('needs a value that is offered', () => {
    for (const field of ['severity', 'category', 'media'] as const)
      given(reported, claimed)
        .when('rita', correct(field, 'toString'))
        .isRefused({ code: 'input_not_offered', field, value: 'toString' });
  });

  test('is not for everybody', () => {
    given(reported).when('eve', correct('severity', 'high')).isRefused({ code: 'case_needs_role', step: 'correct' });
  });

  test('is too late once the case has ended', () => {
    given(reported, does('rita', dismiss))
      .when('rita', correct('severity', 'high'))
      .isRefused({ code: 'case_not_now', status: 'dismissed' });
  });

  test('to “by a colleague” goes by way of confidence', () => {
    given(reported, claimed).when('rita', correct('category', 'colleague')).isRefused({ code: 'case_confide_first' });
  });
});

describe('a corrected severity', () => {
  test('moves the due time, counted from the report', () => {
    expect(given(reported, corrected('rita', 'high')).state).toMatchObject({ due: hours(4) });
    expect(given(reportedAs('critical'), corrected('lea', 'low')).state).toMatchObject({ due: hours(24) });
  });

  test('is lowered past a leader, a plan and a second approval by leaders alone', () => {
    const grave = given(reportedAs('critical'));
    grave.when('rita', correct('severity', 'low')).isRefused({ code: 'case_needs_role', need: ['leader'] });
    grave.when('ada', correct('severity', 'high')).isRefused({ code: 'case_needs_role', need: ['leader'] });
    expect(grave.when('lea', correct('severity', 'low')).state).toMatchObject({ due: hours(24) });
    given(reportedAs('medium')).when('rita', correct('severity', 'low')).yieldsTypes('claimed', 'corrected');
  });

  test('moves the due time of a reopened case counted from the reopening', () => {
    const at = hours(100);
    const story = given(reported, does('rita', dismiss), does('rita', reopen, { at }), corrected('rita', 'high'));
    expect(story.state).toMatchObject({ due: hours(4, at) });
  });

  test('that more mentions raise moves the due time of a reopened case in the same way', () => {
    const at = hours(100);
    const fire = another({ text: 'Their kettle exploded, two injured', audience: 200_000 });
    const story = given(reported, does('rita', dismiss), does('rita', reopen, { at }), joined('ed', fire));
    expect(story.state).toMatchObject({ due: hours(1, at) });
  });

  test('alone moves the due time, even where the company changed its service levels since', () => {
    const changed = { rules: { ...rules, serviceLevel: { low: 2, medium: 2, high: 2, critical: 2 } } };
    const story = given(reported, claimed).when('rita', correct('cause', 'service'), changed);
    expect(story.state).toMatchObject({ due: hours(24) });
  });

  test('lets an approval lapse that does not suffice any more', () => {
    given(...inReview, approvedBy('ada'))
      .when('rob', correct('severity', 'high'))
      .yieldsTypes('corrected', 'lapsed');
  });

  test('leaves an approval that suffices still', () => {
    const story = given(...inReview, approvedBy('lea'), corrected('rob', 'high'));
    expect(story.state).toMatchObject({ status: 'approved' });
  });

  test('does not bring an answered case its deadline back', () => {
    const story = given(...inReview, approvedBy('ada'), published(), corrected('rita', 'high'));
    expect(requireStatus(story.state, 'published').answered).toMatchObject({ late: false });
  });

  test('leaves a closed case closed', () => {
    given(...inReview, approvedBy('ada'), published(), judged, closed)
      .when('rita', correct('severity', 'high'))
      .isRefused({ code: 'case_not_now', status: 'closed' });
  });
});
