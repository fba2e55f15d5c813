/** When the clock calls out a case: steps of its time, a case that nobody takes, a reply that nobody decides on (K7). */
import { describe, expect, test } from 'vitest';
import { standingCalls, timeLeft } from '#src/core/case/calls.ts';
import { ringing } from '#src/core/case/remind.ts';
import { isOpen } from '#src/core/case/state.ts';
import { CLOCK } from '#src/core/event.ts';
import { HOUR } from '#src/core/time.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { hours, minutes } from '#test/given.ts';
import {
  type CaseStory,
  claimed,
  corrected,
  dismiss,
  does,
  drafted,
  given,
  held,
  holding,
  reported,
  reportedAs,
  submitted,
} from './stories.ts';

const rings = ({ state }: CaseStory) =>
  ringing(state, rules).map(({ key, at }) => [key.split('/').slice(0, -1).join('/'), at]);
const ring = (story: CaseStory, at: string) => {
  const next = ringing(story.state, rules).find((one) => one.at <= at);
  if (!next) throw new Error('nothing is to be called out by then');
  return story.when(CLOCK, next.command, { at });
};
const standing = ({ state }: CaseStory) =>
  standingCalls(state, rules).map(({ what, percent, to }) => [what, percent, to]);

describe('a case that waits for its first answer', () => {
  test('is called out at the steps of its severity, counted from the report', () => {
    expect(rings(given(reportedAs('high'), claimed))).toEqual([
      ['answer/50%', hours(2)],
      ['answer/80%', hours(3.2)],
    ]);
    expect(rings(given(reported))).toEqual([
      ['answer/80%', hours(19.2)],
      ['answer/200%', hours(48)],
    ]);
  });

  test('is called out no more once an answer is out, or it has ended', () => {
    expect(rings(given(reported, claimed, ...held))).toEqual([]);
    expect(rings(given(reported, does('rita', dismiss)))).toEqual([]);
  });

  test('is not called out for steps that lay behind it when it became more serious', () => {
    const story = given(reported, claimed, does('lea', { type: 'note', text: 'later' }, { at: hours(2.5) }));
    expect(rings(given(() => story, corrected('rita', 'high')))).toEqual([['answer/80%', hours(3.2)]]);
  });

  test('says how much is over, once, and how late that is said', () => {
    const story = ring(given(reportedAs('high'), claimed), hours(2));
    story.yields({ type: 'reminded', what: 'answer', percent: 50, key: `answer/50%/${hours(4)}` });
    expect(rings(story)).toEqual([['answer/80%', hours(3.2)]]);
    story.when(CLOCK, { type: 'remind', key: `answer/50%/${hours(4)}` }).yields();
    ring(story, hours(3.5)).yields({
      ...{ type: 'reminded', what: 'answer', percent: 80, key: `answer/80%/${hours(4)}` },
      late: hours(3.2),
    });
  });

  test('calls more people at each step, and nobody who was called before is let go', () => {
    const half = ring(given(reportedAs('high'), claimed), hours(2));
    expect(standing(half)).toEqual([['answer', 50, ['owner']]]);
    const most = ring(half, hours(3.2));
    expect(standing(most).at(-1)).toEqual(['answer', 80, ['owner', 'approver']]);
  });

  test('has as much time left as at the last step', () => {
    const left = ({ state }: CaseStory) => (isOpen(state) ? timeLeft(state) / HOUR : undefined);
    const story = given(reportedAs('high'), claimed);
    expect(left(story)).toBe(4);
    expect(left(ring(story, hours(2)))).toBe(2);
  });
});

describe('a grave case that nobody takes', () => {
  test('is called out ten minutes after it was reported, and again after it was given back', () => {
    expect(rings(given(reportedAs('critical')))[2]).toEqual(['unclaimed', minutes(10)]);
    const back = given(reportedAs('critical'), claimed, does('rita', { type: 'release' }, { at: minutes(20) }));
    expect(rings(back).at(-1)).toEqual(['unclaimed', minutes(30)]);
  });

  test('is not called out as such once it was taken, nor when it can wait', () => {
    expect(rings(given(reportedAs('critical'), claimed)).flat()).not.toContain('unclaimed');
    expect(rings(given(reported)).flat()).not.toContain('unclaimed');
  });
});

describe('a reply that waits for a decision', () => {
  const waits = given(reportedAs('medium'), claimed, drafted('rita', holding), submitted);

  test('is called out some hours after it was submitted, until somebody decides', () => {
    expect(rings(waits).at(-1)).toEqual(['decision', hours(4, minutes(3))]);
    const called = ring(
      given(() => waits),
      hours(4.1),
    );
    expect(standing(called)).toEqual([['decision', undefined, ['owner']]]);
    expect(standing(called.when('rita', { type: 'withdraw' }))).toEqual([]);
  });
});

describe('“remind me later”', () => {
  const until = hours(3);
  const snooze = { type: 'snooze', until, reason: 'The shop opens at ten' } as const;

  test('is written down with its reason', () => {
    given(reportedAs('medium'), claimed)
      .when('rita', snooze)
      .yields({ type: 'snoozed', until, private: { reason: 'The shop opens at ten' } });
  });

  test('is refused without a reason, for a time gone by, for longer than allowed, and to outsiders', () => {
    const story = given(reportedAs('critical'), claimed);
    story.when('rita', { ...snooze, reason: ' ' }).isRefused({ code: 'case_reason_short', field: 'reason' });
    story.when('rita', { ...snooze, until: minutes(0) }).isRefused({ code: 'case_snooze_past' });
    story.when('rita', snooze).isRefused({ code: 'case_snooze_long', hours: 0.5 });
    story.when('eve', snooze).isRefused({ code: 'case_needs_role' });
  });
});
