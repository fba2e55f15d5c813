/** Reporting a post, joining a case that has it, and what more posts make of its severity (K1, K3, K4). */
import { describe, expect, test } from 'vitest';
import { requireStatus } from '#src/core/case/now.ts';
import { hours, START } from '#test/given.ts';
import {
  another,
  approvedBy,
  claimed,
  corrected,
  dismiss,
  does,
  drafted,
  given,
  inReview,
  joined,
  mention,
  published,
  report,
  reported,
  submitted,
} from './stories.ts';

describe('a report', () => {
  test('opens a case that knows its number, its post, its reporter and when it is due', () => {
    expect(given(reported).state).toMatchObject({
      status: 'new',
      number: 'RM-2026-0001',
      confidential: false,
      openedAt: START,
      due: hours(24),
      mentions: [{ id: 'mention-1', media: 'weibo', reportedBy: 'eve', text: 'Their tea is cold.' }],
      reporters: [{ person: 'eve', hidden: false, follow: false }],
    });
  });

  test('keeps what was typed apart, so that it can be erased', () => {
    const [event] = given().when('eve', report({ mention: mention({ note: 'seen on the train' }) })).events;
    expect(event).toMatchObject({
      private: {
        ...{ link: 'https://weibo.com/1/a', text: 'Their tea is cold.' },
        ...{ author: 'Tea lover', note: 'seen on the train' },
      },
    });
    for (const text of ['Their tea is cold.', 'Tea lover', 'seen on the train'])
      expect(JSON.stringify({ ...event, private: '' })).not.toContain(text);
  });

  test('can be made graver by its reporter', () => {
    expect(given(does('eve', report({ severity: 'critical' }))).state).toMatchObject({
      triage: { severity: { value: 'critical' } },
      due: hours(1),
    });
  });

  test('cannot be made smaller by its reporter', () => {
    const fire = mention({ text: 'Their kettle exploded, two injured' });
    expect(given(does('eve', report({ mention: fire, severity: 'low' }))).state).not.toMatchObject({
      triage: { severity: { value: 'low' } },
    });
  });

  test('does not overwrite a case that exists', () => {
    given(reported).when('ed', report()).isRefused({ code: 'case_exists' });
  });
});

describe('another report of the same post', () => {
  test('joins as a reporter, without a second mention', () => {
    const story = given(reported).when('ed', { type: 'addMention', mention: mention({ id: 'other' }) });
    story.yieldsTypes('reporterJoined');
    expect(story.state).toMatchObject({
      mentions: [{ id: 'mention-1' }],
      reporters: [{ person: 'eve' }, { person: 'ed' }],
    });
  });

  test('by the same person makes nothing new', () => {
    given(reported)
      .when('eve', { type: 'addMention', mention: mention({ id: 'other' }) })
      .yields();
  });

  test('by the same person can add that they want to follow, and never takes it back', () => {
    const follows = given(reported, joined('eve', mention({ follow: true })));
    expect(follows.state).toMatchObject({ reporters: [{ person: 'eve', follow: true }] });
    follows.when('eve', { type: 'addMention', mention: mention() }).yields();
  });

  test('by the same person can add that their name is to be kept back, and never takes it back', () => {
    const hides = given(reported, joined('eve', mention({ hidden: true })));
    expect(hides.state).toMatchObject({ reporters: [{ person: 'eve', hidden: true }] });
    hides.when('eve', { type: 'addMention', mention: mention() }).yields();
  });

  test('keeps one entry for each reporter', () => {
    const { reporters } = requireStatus(given(reported, joined('ed'), joined('ed', mention())).state, 'new');
    expect(reporters.map(({ person }) => person)).toEqual(['eve', 'ed']);
  });
});

describe('a report of another post', () => {
  test('joins as a mention', () => {
    const story = given(reported).when('ed', { type: 'addMention', mention: another() });
    story.yieldsTypes('mentionAdded');
    expect(story.state).toMatchObject({ mentions: [{ id: 'mention-1' }, { id: 'mention-2', reportedBy: 'ed' }] });
  });

  test('joins also while a reply is on its way or out', () => {
    for (const chapters of [inReview, [...inReview, approvedBy('ada')], [...inReview, approvedBy('ada'), published()]])
      given(...chapters)
        .when('ed', { type: 'addMention', mention: another() })
        .yieldsTypes('mentionAdded');
  });

  test('does not join a case that has ended', () => {
    given(reported, does('rita', dismiss))
      .when('rita', { type: 'addMention', mention: another() })
      .isRefused({ code: 'case_ended', number: 'RM-2026-0001' });
  });
});

describe('more mentions', () => {
  const fire = another({ text: 'Their kettle exploded, two injured', audience: 200_000 });

  test('make a case graver, and its answer due sooner, counted from the first report', () => {
    const story = given(reported, claimed).when('ed', { type: 'addMention', mention: fire });
    story.yieldsTypes('mentionAdded', 'retriaged');
    expect(story.state).toMatchObject({ triage: { severity: { value: 'critical' } }, due: hours(1) });
  });

  test('never make it smaller', () => {
    const small = another({ text: 'Thank you, great tea' });
    const story = given(does('eve', report({ severity: 'high' })), joined('ed', small));
    expect(story.state).toMatchObject({ triage: { severity: { value: 'high' } } });
  });

  test('do not overrule a person', () => {
    const story = given(reported, corrected('rita', 'medium')).when('ed', { type: 'addMention', mention: fire });
    story.yieldsTypes('mentionAdded');
    expect(story.state).toMatchObject({ triage: { severity: { value: 'medium' } } });
  });

  test('let an approval lapse that was given for a lesser case, and keep it as one of those needed', () => {
    const calm = { kind: 'holding', text: 'We are looking into it.' } as const;
    const story = given(reported, claimed, drafted('rita', calm), submitted, approvedBy('ada'));
    const graver = story.when('ed', { type: 'addMention', mention: fire });
    graver.yieldsTypes('mentionAdded', 'retriaged', 'lapsed');
    expect(graver.state).toMatchObject({ status: 'review', submission: { approvals: [{ by: 'ada' }] } });
  });
});
