/** The deadlines of a case: a pure function of what happened, each recorded once (K7, K13). */
import { describe, expect, test } from 'vitest';
import { due } from '#src/core/case/due.ts';
import { summarise } from '#src/core/case/summary.ts';
import { CLOCK } from '#src/core/event.ts';
import { days, hours } from '#test/given.ts';
import {
  answered,
  approvedBy,
  type CaseStory,
  claimed,
  closed,
  correct,
  corrected,
  dismiss,
  does,
  drafted,
  given,
  held,
  inReview,
  judged,
  published,
  reopen,
  reported,
  reportedAs,
  submitted,
} from './stories.ts';

const falling = ({ state }: CaseStory) => due(state).map(({ command, at }) => [command.what, at]);
const answerFalls = (at: string) => ({ type: 'fallDue', what: 'answer', key: `answer/${at}` }) as const;

describe('the answer', () => {
  test('falls due by severity, counted from the report', () => {
    expect(falling(given(reportedAs('low')))).toEqual([['answer', hours(24)]]);
    expect(falling(given(reportedAs('medium')))).toEqual([['answer', hours(12)]]);
    expect(falling(given(reportedAs('high')))).toEqual([['answer', hours(4)]]);
    expect(falling(given(reportedAs('critical')))).toEqual([['answer', hours(1)]]);
  });

  test('does not fall due any more once one is out, a holding statement being one', () => {
    expect(falling(given(...inReview, approvedBy('ada'), published()))).toEqual([]);
    expect(falling(given(reported, claimed, ...held))).toEqual([]);
  });

  test('falls due while one is on its way', () => {
    expect(falling(given(...inReview, approvedBy('ada')))).toEqual([['answer', hours(24)]]);
  });

  test('does not fall due for a case that has ended', () => {
    expect(falling(given(reported, does('rita', dismiss)))).toEqual([]);
    expect(falling(given())).toEqual([]);
  });

  test('falls due anew after reopening', () => {
    const story = given(reported, does('rita', dismiss), does('rita', reopen, { at: days(9) }));
    expect(falling(story)).toEqual([['answer', hours(24, days(9))]]);
  });
});

describe('a deadline that came', () => {
  test('is recorded once', () => {
    const story = given(reported).when(CLOCK, answerFalls(hours(24)));
    story.yields({ type: 'fellDue', what: 'answer', key: `answer/${hours(24)}` });
    expect(falling(story)).toEqual([]);
    story.when(CLOCK, answerFalls(hours(24))).yields();
  });

  test('is not recorded when it stands no longer', () => {
    given(reported, corrected('rita', 'high'))
      .when(CLOCK, answerFalls(hours(24)))
      .yields();
    given(...inReview, approvedBy('ada'), published())
      .when(CLOCK, answerFalls(hours(24)))
      .yields();
  });

  test('comes again when the due time moved', () => {
    const story = given(reported, does(CLOCK, answerFalls(hours(24))), corrected('rita', 'high'));
    expect(falling(story)).toEqual([['answer', hours(4)]]);
  });
});

describe('a case in a list', () => {
  const late = given(reported, does(CLOCK, answerFalls(hours(24))));
  const listed = ({ state, history }: CaseStory) => summarise({ id: 'case', state, history });

  test('is overdue once its time came', () => {
    expect(listed(given(reported))).toMatchObject({ overdue: false });
    expect(listed(late)).toMatchObject({ overdue: true });
  });

  test('is not overdue any more once the time was moved, or an answer is out', () => {
    const grave = given(reportedAs('critical'), does(CLOCK, answerFalls(hours(1))));
    expect(listed(grave.when('lea', correct('severity', 'low')))).toMatchObject({ overdue: false });
    expect(listed(given(() => late, claimed, ...held))).toMatchObject({ overdue: false });
  });

  test('waits for the effect of each answer', () => {
    const again = [drafted('rita', { text: 'Also …' }), submitted, approvedBy('ada'), published()];
    expect(listed(given(...answered, judged))).not.toHaveProperty('effectDue');
    expect(listed(given(...answered, judged, ...again))).toHaveProperty('effectDue');
  });
});

describe('the effect review', () => {
  test('falls due some days after the answer, until it is done', () => {
    const [first] = due(given(...answered).state);
    expect(first?.command.what).toBe('effect');
    expect(falling(given(...answered, judged))).toEqual([]);
    expect(falling(given(...answered, judged, closed))).toEqual([]);
  });

  test('falls due also while a second answer is being written', () => {
    expect(falling(given(...answered, drafted('rita', { text: 'Also …' })))).toEqual(falling(given(...answered)));
  });
});
