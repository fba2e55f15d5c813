/** What is done twice happens once; where the rules cannot tell, they refuse and say what happened before. */
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '#src/core/case/command.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import type { CaseState } from '#src/core/case/state.ts';
import {
  answered,
  approve,
  approvedBy,
  type CaseStory,
  claimed,
  close,
  closed,
  dismiss,
  does,
  fact,
  given,
  handedTo,
  inReview,
  judged,
  mention,
  plan,
  planned,
  publish,
  published,
  reopen,
  reported,
  submit,
  verified,
} from './stories.ts';

describe('nothing new comes of', () => {
  const done: readonly [what: string, story: CaseStory, by: string, again: CaseCommand][] = [
    ['a claim', given(reported, claimed), 'rita', { type: 'claim' }],
    ['a report of the same post', given(reported), 'eve', { type: 'addMention', mention: mention() }],
    ['a fact', given(reported, claimed, verified), 'rob', fact()],
    ['a plan', given(reported, claimed, planned), 'rita', plan()],
    ['handing over', given(reported, claimed, handedTo('rob')), 'ada', { type: 'handOver', to: 'rob' }],
    ['an empty note', given(reported), 'rita', { type: 'note', text: ' ' }],
  ];
  test.each(done)('%s again', (_what, story, by, again) => {
    story.when(by, again).yields();
  });
});

describe('what happened before is told after', () => {
  const inStatus = (status: Exclude<CaseState['status'], 'none'>) => ({ code: 'case_not_now', status }) as const;

  test('submitting, approving, publishing, closing, dismissing and reopening again', () => {
    const review = given(...inReview);
    review.when('rita', submit(review)).isRefused(inStatus('review'));
    given(...inReview, approvedBy('ada'))
      .when('ada', approve(review))
      .isRefused(inStatus('approved'));
    const approved = given(...inReview, approvedBy('ada'));
    published()(approved).when('rita', publish(approved)).isRefused(inStatus('published'));
    given(...answered, judged, closed)
      .when('rita', close)
      .isRefused(inStatus('closed'));
    given(reported, does('rita', dismiss)).when('rita', dismiss).isRefused(inStatus('dismissed'));
    given(reported, does('rita', dismiss), does('rita', reopen)).when('rita', reopen).isRefused(inStatus('working'));
  });
});

describe('folding', () => {
  test('an event that cannot follow leaves a case as it was', () => {
    const meta = { id: 'e', number: 9, at: '2026-03-02T02:00:00.000Z', by: 'x', cause: 'c' };
    const { state } = given(reported);
    const strays = [
      { type: 'withdrawn', why: 'asked' },
      { type: 'submitted', version: 7, digest: 'd' },
      { type: 'approved', digest: 'd', as: 'leader', complete: true },
      { type: 'planConfirmed' },
      { type: 'handedOver', to: 'rob' },
      { type: 'handed' },
    ] as const;
    for (const stray of strays) expect(caseDecider.evolve(state, stray, meta)).toEqual(state);
    for (const stray of strays) expect(caseDecider.evolve({ status: 'none' }, stray, meta)).toEqual({ status: 'none' });
  });

  test('notes are kept in the order in which they came', () => {
    const story = given(
      reported,
      does('rita', { type: 'note', text: 'one' }),
      does('rob', { type: 'note', text: 'two' }),
    );
    expect(story.state).toMatchObject({
      notes: [
        { text: 'one', by: 'rita' },
        { text: 'two', by: 'rob' },
      ],
    });
  });
});
