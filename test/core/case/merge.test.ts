/** Two cases about one thing become one, and nothing of either is lost. */
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '#src/core/case/command.ts';
import { requireStatus } from '#src/core/case/now.ts';
import { keptOf } from '#src/core/case/screenshots.ts';
import { DESK } from '#src/core/event.ts';
import { hours, minutes, START } from '#test/given.ts';
import {
  another,
  answered,
  approvedBy,
  type CaseStory,
  type Chapter,
  closed,
  confidential,
  corrected,
  dismiss,
  does,
  given,
  inReview,
  joined,
  judged,
  mention,
  reopen,
  report,
  reported,
  reportedAs,
} from './stories.ts';

type Merge = Extract<CaseCommand, { type: 'merge' }>;

const older: Merge['into'] = {
  ...{ id: 'older', number: 'RM-2026-0000', openedAt: minutes(-60), confidential: false, concerns: [], open: true },
};
const merge = (more: Partial<Merge['into']> = {}): Merge => ({
  type: 'merge',
  into: { ...older, ...more },
  self: 'younger',
});
/** The older case takes over what this story's case has, as the follower tells it. */
const absorbs =
  (story: CaseStory, id = 'younger'): Chapter =>
  (elder) =>
    elder.when(DESK, absorb(story, id));
const absorb = ({ state }: CaseStory, id = 'younger'): CaseCommand => {
  if (state.status === 'none') throw new Error('this story has no case');
  const { number, mentions, reporters, triage } = state;
  return {
    type: 'absorb',
    from: { id, number },
    mentions,
    reporters,
    screenshots: keptOf(state),
    severity: triage.severity,
  };
};

const younger = given(
  does('ed', report({ number: 'RM-2026-0002', mention: another({ follow: true, hidden: true }) })),
  joined('eve', another({ id: 'mention-3', key: 'link:c' })),
);

describe('merging', () => {
  test('ends the younger case and says where it went', () => {
    const story = given(reported).when('rita', merge());
    story.yields({ type: 'merged', into: { id: 'older', number: 'RM-2026-0000' } });
    expect(story.state).toMatchObject({ status: 'merged', ended: { by: 'rita' }, handed: false });
  });

  test('goes only into the older case, so that crossing merges cannot make a ring', () => {
    given(reported)
      .when('rita', merge({ openedAt: hours(1) }))
      .isRefused({ code: 'case_merge_older' });
    given(reported)
      .when('rita', merge({ openedAt: START, id: 'zzz' }))
      .isRefused({ code: 'case_merge_older' });
    given(reported)
      .when('rita', merge({ openedAt: START, id: 'aaa' }))
      .yieldsTypes('merged');
  });

  test('goes into an open case, and not into itself', () => {
    given(reported)
      .when('rita', merge({ open: false }))
      .isRefused({ code: 'case_ended', number: 'RM-2026-0000' });
    given(reported)
      .when('rita', merge({ id: 'younger' }))
      .isRefused({ code: 'case_merge_self' });
  });

  test('is for a case on which no reply is under way', () => {
    for (const chapters of [inReview, [...inReview, approvedBy('ada')], answered])
      given(...chapters)
        .when('rita', merge())
        .isRefused({ code: 'case_not_now' });
  });

  test('is for the desk', () => {
    given(reported).when('eve', merge()).isRefused({ code: 'case_needs_role', step: 'merge' });
  });
});

describe('merging in confidence', () => {
  const secret = { confidential: true } as const;

  test('is for cases of the same confidentiality', () => {
    given(reported).when('lea', merge(secret)).isRefused({ code: 'case_merge_kind' });
    given(confidential()).when('lea', merge()).isRefused({ code: 'case_merge_kind' });
    given(confidential()).when('lea', merge(secret)).yieldsTypes('merged');
  });

  test('does not tell those who may not know that there is such a case', () => {
    const into = { ...secret, concerns: ['leo'] };
    for (const who of ['rita', 'leo'])
      given(reported).when(who, merge(into)).isRefused({ code: 'case_unknown', what: 'RM-2026-0000' });
  });

  test('does not bring a case before the eyes of whom it is about', () => {
    given(confidential('leo')).when('hana', merge(secret)).isRefused({ code: 'case_merge_kind' });
    given(confidential('leo'))
      .when('hana', merge({ ...secret, concerns: ['leo', 'ada'] }))
      .yieldsTypes('merged');
  });
});

describe('absorbing', () => {
  test('keeps every mention and reporter of both', () => {
    const { mentions, reporters, absorbed } = requireStatus(given(reported, absorbs(younger)).state, 'new');
    expect(mentions).toMatchObject([
      { id: 'mention-1', reportedBy: 'eve' },
      { id: 'mention-2', reportedBy: 'ed' },
      { id: 'mention-3', reportedBy: 'eve' },
    ]);
    expect(reporters).toMatchObject([{ person: 'eve' }, { person: 'ed', follow: true, hidden: true }]);
    expect(absorbed).toEqual([{ id: 'younger', number: 'RM-2026-0002' }]);
  });

  test('twice makes nothing new', () => {
    given(reported, absorbs(younger)).when(DESK, absorb(younger)).yields();
  });

  test('goes on whatever became of the older case, so that nothing is lost', () => {
    const cases = [inReview, answered, [reported, does('rita', dismiss)], [reported, does('rita', merge())]];
    for (const chapters of cases)
      given(...chapters)
        .when(DESK, absorb(younger))
        .yieldsTypes('absorbed');
    given().when(DESK, absorb(younger)).yields();
  });

  test('brings news to those who are about to answer', () => {
    const story = given(...inReview, absorbs(younger));
    expect(requireStatus(story.state, 'review').mentions.map(({ event }) => event)).toEqual([0, 5, 5]);
  });

  test('makes the older case as grave as the younger was, and due sooner', () => {
    const grave = given(does('ed', report({ mention: another(), severity: 'critical' })));
    const story = given(...inReview, approvedBy('ada')).when(DESK, absorb(grave));
    story.yieldsTypes('absorbed', 'retriaged', 'lapsed');
    expect(story.state).toMatchObject({ triage: { severity: { value: 'critical' } }, due: hours(1) });
  });

  test('does not overrule a person, and makes nothing smaller', () => {
    const grave = given(does('ed', report({ mention: another(), severity: 'critical' })));
    given(reported, corrected('rita', 'medium')).when(DESK, absorb(grave)).yieldsTypes('absorbed');
    given(reportedAs('high')).when(DESK, absorb(younger)).yieldsTypes('absorbed');
  });

  test('is told back to the younger case once', () => {
    const story = given(reported, does('rita', merge())).when(DESK, { type: 'handed', upTo: 1 });
    story.yields({ type: 'handed' });
    story.when(DESK, { type: 'handed', upTo: 1 }).yields();
    given(reported).when(DESK, { type: 'handed', upTo: 1 }).yields();
  });
});

describe('a chain of merges', () => {
  /** A middle case that was merged already when the youngest comes to it. */
  const middle = given(reported, does('rita', merge()), does(DESK, { type: 'handed', upTo: 1 }), absorbs(younger));

  test('hands on what arrives late', () => {
    expect(middle.state).toMatchObject({ status: 'merged', handed: false });
    const first = given(does('amy', report({ mention: mention({ id: 'mention-0', key: 'link:0' }) })));
    const elder = given(() => first, absorbs(given(reported), 'middle'), absorbs(middle, 'middle'));
    const { mentions, absorbed } = requireStatus(elder.state, 'new');
    expect(mentions.map(({ id }) => id)).toEqual(['mention-0', 'mention-1', 'mention-2', 'mention-3']);
    expect(absorbed).toEqual([{ id: 'middle', number: 'RM-2026-0001' }]);
  });

  test('is not over when something arrived after the follower looked', () => {
    middle.when(DESK, { type: 'handed', upTo: 1 }).yields();
    middle.when(DESK, { type: 'handed', upTo: 3 }).yieldsTypes('handed');
  });
});

test('a reopened case whose answer was judged can be merged', () => {
  given(...answered, judged, closed, does('rita', reopen))
    .when('rita', merge())
    .yieldsTypes('merged');
});
