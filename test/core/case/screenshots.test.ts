/** Screenshots of a case: sent with a report or as evidence, kept once they are there, never shown to whom they are not for. */
import { describe, expect, test } from 'vitest';
import { errands } from '#src/core/case/errands.ts';
import { awaited, keptOf, type NewScreenshot } from '#src/core/case/screenshots.ts';
import { visible } from '#src/core/case/visible.ts';
import { DESK } from '#src/core/event.ts';
import { rules } from '#test/core/rules.fixture.ts';
import {
  another,
  type CaseStory,
  claimed,
  confidential,
  dismiss,
  does,
  given,
  mention,
  report,
  reported,
} from './stories.ts';

const file = { name: '截图.png', media: 'image/png', size: 70 };
const kept = { ...file, digest: 'd1', width: 4, height: 2 } as const;
const here: NewScreenshot = { id: 's1', file: kept };
const there: NewScreenshot = { id: 's2', file: { ...file, platform: 'slack', ref: 'F1' } };
const fetched = {
  type: 'keepScreenshot',
  screenshot: 's2',
  media: 'image/png',
  size: 70,
  digest: 'd2',
  width: 1,
  height: 1,
} as const;
const lost = { type: 'loseScreenshot', screenshot: 's2', why: 'gone' } as const;

const withBoth = does('ed', report({ mention: mention({ screenshots: [here, there] }) }));
const shots = ({ state }: CaseStory) => (state.status === 'none' ? [] : state.screenshots);

describe('a report with screenshots', () => {
  test('is one act: the case and what came with it, names apart from the rest', () => {
    const story = given().when('ed', report({ mention: mention({ screenshots: [here, there] }) }));
    const { name, ...bare } = kept;
    story.yields(
      expect.objectContaining({ type: 'reported' }),
      { type: 'screenshotSent', screenshot: 's1', file: bare, private: { name } },
      expect.objectContaining({ type: 'screenshotSent', screenshot: 's2' }),
    );
    expect(keptOf({ screenshots: shots(story) }).map(({ id }) => id)).toEqual(['s1']);
    expect(awaited(story.state).map(({ id }) => id)).toEqual(['s2']);
  });

  test('of a post that the case has brings them all the same, also from who reported it before', () => {
    const again = { type: 'addMention', mention: mention({ screenshots: [here] }) } as const;
    const story = given(reported).when('ed', again);
    story.yields(
      expect.objectContaining({ type: 'reporterJoined' }),
      expect.objectContaining({ type: 'screenshotSent' }),
    );
    story
      .when('ed', { type: 'addMention', mention: mention({ screenshots: [there] }) })
      .yields(expect.objectContaining({ type: 'screenshotSent', screenshot: 's2' }));
  });
});

describe('how many screenshots a case takes', () => {
  const many = (count: number, from = 0): readonly NewScreenshot[] =>
    Array.from({ length: count }, (_, index) => ({ id: `m${from + index}`, file: kept }));
  const add = (screenshots: readonly NewScreenshot[]) => ({ type: 'addScreenshots', screenshots }) as const;
  const again = (screenshots: readonly NewScreenshot[]) =>
    ({ type: 'addMention', mention: mention({ screenshots }) }) as const;
  const evidence = { type: 'recordFact', fact: 'f1', claim: 'The bolt is loose', verdict: 'true' } as const;
  const refused = (left: number) => ({ code: 'case_screenshots_many', field: 'shots', most: 30, left }) as const;
  const nearlyFull = [reported, does('eve', add(many(29)))];
  const full = [...nearlyFull, does('eve', add(many(1, 29)))];

  test('is bounded for those who reported it, however they send them', () => {
    given(...nearlyFull)
      .when('eve', add(many(2, 50)))
      .isRefused(refused(1));
    given(...nearlyFull)
      .when('eve', again(many(2, 50)))
      .isRefused(refused(1));
    given(...nearlyFull)
      .when('eve', add(many(1, 50)))
      .yieldsTypes('screenshotSent');
    given(...full)
      .when('eve', add(many(1, 50)))
      .isRefused(refused(0));
    given(...full)
      .when('eve', again([]))
      .yields();
  });

  test('is bounded for evidence, too', () => {
    const fact = { ...evidence, evidence: 'Seen on site', screenshots: many(1, 50) };
    given(...full, claimed)
      .when('rita', fact)
      .isRefused(refused(0));
  });

  test('never keeps anybody from their first report', () => {
    given(...full)
      .when('ed', again(many(3, 50)))
      .yieldsTypes('reporterJoined', ...threeSent);
    const other = { type: 'addMention', mention: another({ screenshots: many(3, 50) }) } as const;
    given(...full)
      .when('ed', other)
      .yieldsTypes('mentionAdded', ...threeSent);
  });

  test('tells nobody who may not know of a case what others sent', () => {
    const secret = [
      confidential(),
      does('ed', again(many(3))),
      does('hana', again([])),
      does('hana', add(many(27, 3))),
    ];
    given(...secret)
      .when('ed', add(many(3, 50)))
      .yieldsTypes(...threeSent);
    given(...secret)
      .when('hana', add(many(1, 50)))
      .isRefused(refused(0));
  });
});
const threeSent = ['screenshotSent', 'screenshotSent', 'screenshotSent'] as const;

describe('a screenshot that comes after its report', () => {
  const more = { type: 'addScreenshots', screenshots: [here] } as const;

  test('is taken from whoever reported it, and from nobody else, whom there is no such case for', () => {
    const story = given(reported);
    story.when('eve', more).yields(expect.objectContaining({ type: 'screenshotSent', screenshot: 's1' }));
    for (const other of ['ed', 'rita', 'lea']) story.when(other, more).isRefused({ code: 'case_unknown', what: '' });
  });

  test('is taken by a confidential case, which its reporter need not know of', () => {
    given(confidential()).when('eve', more).yieldsTypes('screenshotSent');
  });

  test('is not taken by a case that is over', () => {
    given(reported, does('rita', dismiss)).when('eve', more).isRefused({ code: 'case_ended' });
  });
});

describe('an awaited screenshot', () => {
  test('is kept when the desk has fetched it, under its name, and only once', () => {
    const story = given(withBoth).when(DESK, fetched);
    story.yields({ ...fetched, type: 'screenshotKept' });
    expect(shots(story)[1]).toMatchObject({ by: 'ed', file: { name: '截图.png', digest: 'd2' } });
    story.when(DESK, fetched).yields();
    story.when(DESK, lost).yields();
  });

  test('that never came is there no more, and it is said whose it was', () => {
    const story = given(withBoth).when(DESK, lost);
    story.yields({ type: 'screenshotLost', screenshot: 's2', sender: 'ed', why: 'gone' });
    expect(shots(story).map(({ id }) => id)).toEqual(['s1']);
  });

  test('cannot be claimed to be there by a person', () => {
    given(withBoth).when('rita', fetched).yields();
    given(withBoth).when('ed', lost).yields();
  });

  test('comes also when the case is over', () => {
    const over = given(withBoth, does('rita', { type: 'dismiss', why: 'spam', note: 'a bot' }));
    over.when(DESK, fetched).yields({ ...fetched, type: 'screenshotKept' });
  });
});

test('evidence of a fact is sent with the fact, and more of it without repeating the fact', () => {
  const fact = {
    type: 'recordFact',
    fact: 'f1',
    claim: 'The tea is cold',
    verdict: 'true',
    evidence: 'tasted',
  } as const;
  const story = given(reported, claimed).when('rita', { ...fact, screenshots: [here] });
  story.yields(
    expect.objectContaining({ type: 'factRecorded' }),
    expect.objectContaining({ type: 'screenshotSent', fact: 'f1' }),
  );
  story
    .when('rita', { ...fact, screenshots: [there] })
    .yields(expect.objectContaining({ screenshot: 's2', fact: 'f1' }));
});

describe('a merged case', () => {
  const into = {
    id: 'older',
    number: 'RM-2026-0000',
    openedAt: '2026-01-01T00:00:00.000Z',
    confidential: false,
    concerns: [],
    open: true,
  };
  const merged = given(withBoth, does('rita', { type: 'merge', into, self: 'younger' }));
  const owes = ({ state, history }: CaseStory) => errands({ id: 'younger', state, history })[0]?.command;

  test('shows its channel none of them: they are the older one’s now', () => {
    if (merged.state.status === 'none') throw new Error('there is no case');
    expect(merged.state.screenshots).not.toEqual([]);
    expect(visible(merged.state, { channel: true }, rules)?.screenshots).toEqual([]);
  });

  test('hands over what it has, and what it gets later', () => {
    expect(owes(merged)).toMatchObject({ type: 'absorb', screenshots: [{ id: 's1' }] });
    const later = merged.when(DESK, { type: 'handed', upTo: 99 }).when(DESK, fetched);
    const command = owes(later);
    expect(command).toMatchObject({ type: 'absorb', screenshots: [{ id: 's1' }, { id: 's2' }] });
    if (command?.type !== 'absorb') throw new Error('it owes nothing');
    const elder = given(does('eve', report({ mention: another() })));
    const both = elder.when(DESK, command);
    expect(shots(both).map(({ id }) => id)).toEqual(['s1', 's2']);
    both.when(DESK, command).yields();
  });
});

test('a name kept back is kept back from screenshots, too', () => {
  const hidden = given(does('ed', report({ mention: mention({ hidden: true, screenshots: [here] }) })));
  if (hidden.state.status === 'none') throw new Error('there is no case');
  const seen = visible(hidden.state, { channel: true }, rules);
  expect(seen?.screenshots).toMatchObject([{ id: 's1', by: 'withheld' }]);
});
