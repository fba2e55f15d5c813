/** What is confidential stays with HR and leaders, and nobody reads about themselves. */
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '#src/core/case/command.ts';
import { requireStatus } from '#src/core/case/now.ts';
import { type Audience, visible } from '#src/core/case/visible.ts';
import { CLOCK, DESK, type PersonId } from '#src/core/event.ts';
import { rules } from '#test/core/rules.fixture.ts';
import {
  another,
  answered,
  approvedBy,
  CAST,
  type CaseStory,
  claimed,
  close,
  closed,
  confidential,
  dismiss,
  does,
  draft,
  drafted,
  fact,
  given,
  inReview,
  joined,
  judged,
  mention,
  plan,
  published,
  reopen,
  report,
  reported,
  submit,
  submittedBy,
} from './stories.ts';

const channel: Audience = { channel: true };
const as = (person: PersonId): Audience => ({ person, roles: CAST[person] ?? [] });
const seenBy = ({ state }: CaseStory, audience: Audience) =>
  state.status === 'none' ? undefined : visible(state, audience, rules);
const confide = (...concerns: readonly PersonId[]): CaseCommand => ({
  ...{ type: 'confide', number: 'C-7K2M', concerns, reason: 'it is about one of us' },
});
const everyone = Object.keys(CAST);

describe('a confidential case', () => {
  test('is seen by HR and leaders, and by nobody else and no channel', () => {
    const story = given(confidential());
    expect(seenBy(story, channel)).toBeUndefined();
    expect(everyone.filter((who) => seenBy(story, as(who)))).toEqual(['lea', 'leo', 'hana']);
  });

  test('is not seen by whom it is about, whatever their role', () => {
    const story = given(confidential('leo', 'hana'));
    expect(everyone.filter((who) => seenBy(story, as(who)))).toEqual(['lea']);
  });

  test('is for everybody else as if it did not exist, down to the words of the refusal', () => {
    const story = given(confidential('leo'));
    const commands: CaseCommand[] = [
      ...[fact(), plan(), draft(story), submit(story), close, dismiss, reopen, confide('ed')],
      { type: 'claim' },
      { type: 'approve', digest: '' },
      { type: 'note', text: 'I know' },
    ];
    for (const who of ['eve', 'rita', 'ada', 'leo'])
      for (const command of commands) {
        story.when(who, command).isRefused({ code: 'case_unknown', what: '' });
        given().when(who, command).isRefused({ code: 'case_unknown', what: '' });
      }
  });

  test('walks the whole road with HR and a leader', () => {
    const road = given(
      ...[confidential(), does('hana', { type: 'claim' }), does('leo', fact())],
      ...[
        (so: CaseStory) => so.when('hana', draft(so)),
        (so: CaseStory) => so.when('hana', submit(so)),
        approvedBy('lea'),
        published({}, 'hana'),
      ],
    );
    expect(road.when('hana', close).state).toMatchObject({ status: 'closed' });
  });

  test('goes on through the clock and the desk', () => {
    const story = given(confidential());
    story.when(CLOCK, { type: 'fallDue', what: 'answer', key: 'no such' }).yields();
    story.when(DESK, { type: 'handed', upTo: 0 }).yields();
  });
});

describe('a report', () => {
  test('that names a colleague is confidential, whatever else it says', () => {
    const story = given(does('eve', report({ concerns: ['leo'] })));
    expect(story.state).toMatchObject({ confidential: true, concerns: ['leo'] });
  });

  test('whose words are about a colleague is confidential', () => {
    const words = mention({ text: 'your employee wrote this, what a coworker' });
    expect(given(does('eve', report({ mention: words }))).state).toMatchObject({ confidential: true });
  });

  test('of a post of a confidential case joins it under a number of its own', () => {
    const story = given(confidential('leo'), joined('ed', mention({ id: 'x', alias: 'RM-2026-0007' })));
    expect(requireStatus(story.state, 'new').reporters).toMatchObject([
      { person: 'eve' },
      { person: 'ed', alias: 'RM-2026-0007' },
    ]);
  });

  test('by the one whom the case is about is taken like any other', () => {
    given(confidential('leo')).when('leo', { type: 'addMention', mention: another() }).yieldsTypes('mentionAdded');
  });

  test('for a confidential case that has ended is not told its number', () => {
    const story = given(confidential(), does('hana', dismiss));
    story.when('ed', { type: 'addMention', mention: another() }).isRefused({ code: 'case_ended', number: '' });
    story.when('lea', { type: 'addMention', mention: another() }).isRefused({ code: 'case_ended', number: 'C-7K2M' });
  });
});

describe('making a case confidential', () => {
  test('takes it from the channel and from whoever had it, and gives it another number', () => {
    for (const chapters of [[reported, claimed], inReview, [...inReview, approvedBy('ada')], answered]) {
      const story = given(...chapters, does('lea', confide('leo')));
      expect(story.state).toMatchObject({ status: 'new', number: 'C-7K2M', confidential: true, concerns: ['leo'] });
      expect(story.state).not.toHaveProperty('owner');
      expect(story.state).not.toHaveProperty('submission');
      expect(seenBy(story, channel)).toBeUndefined();
      expect(seenBy(story, as('leo'))).toBeUndefined();
      expect(seenBy(story, as('rita'))).toBeUndefined();
    }
  });

  test('leaves the reporters the number that they know', () => {
    const story = given(reported, joined('ed', mention({ id: 'x', alias: 'RM-2026-0007' })), does('lea', confide()));
    expect(requireStatus(story.state, 'new').reporters).toMatchObject([
      { person: 'eve', alias: 'RM-2026-0001' },
      { person: 'ed', alias: 'RM-2026-0007' },
    ]);
  });

  test('does not leave an answered case open for ever', () => {
    const story = given(...inReview, approvedBy('ada'), published(), does('lea', confide()));
    story.when('hana', { type: 'claim' }).when('hana', close).yieldsTypes('closed');
  });

  test('is possible after it ended, and leaves it ended', () => {
    const story = given(...answered, judged, closed, does('lea', confide()));
    expect(story.state).toMatchObject({ status: 'closed', confidential: true, number: 'C-7K2M', rootCause: 'service' });
    expect(seenBy(story, channel)).toBeUndefined();
  });

  test('can add whom it is about, keeps its number, and takes it from them', () => {
    const story = given(confidential('ed'), does('leo', { type: 'claim' }), does('hana', confide('leo')));
    expect(story.state).toMatchObject({ status: 'new', number: 'C-7K2M', concerns: ['ed', 'leo'] });
    story.when('leo', { type: 'claim' }).isRefused({ code: 'case_unknown' });
  });

  test('leaves work as it is where the desk learns who somebody named is, unless they had a hand in it', () => {
    const learnt = (person: PersonId) => does(DESK, { type: 'confide', number: '', concerns: [person], reason: '' });
    const take = [confidential('ed'), does('hana', { type: 'claim' })];
    const reply = [...take, does('leo', fact()), drafted('hana'), submittedBy('hana')];
    for (const chapters of [take, reply, [...reply, approvedBy('lea')]]) {
      const { state } = given(...chapters);
      expect(given(...chapters, learnt('ed-there')).state).toEqual({
        ...state,
        concerns: ['ed', 'ed-there'],
        reporters: [expect.objectContaining({ person: 'eve', alias: 'C-7K2M' })],
      });
      expect(given(...chapters, learnt('hana')).state).toMatchObject({ status: 'new', number: 'C-7K2M' });
    }
    expect(given(...reply, approvedBy('lea'), learnt('lea')).state).toMatchObject({ status: 'new' });
    expect(given(...reply, learnt('lea')).state).toMatchObject({ status: 'review', owner: 'hana' });
  });

  test('needs a reason; twice makes nothing new', () => {
    given(reported)
      .when('rita', { type: 'confide', number: 'C-7K2M', concerns: [], reason: '' })
      .isRefused({ code: 'case_reason_short' });
    given(confidential('leo')).when('hana', confide('leo')).yields();
  });

  test('is not for everybody', () => {
    given(reported).when('eve', confide()).isRefused({ code: 'case_needs_role' });
  });
});

describe('a reporter who keeps their name back', () => {
  const shy = given(
    does('eve', report({ mention: mention({ hidden: true }) })),
    joined('ed'),
    joined('eve', another()),
  );

  test('is not named to the channel, nor to those on the desk', () => {
    for (const audience of [channel, as('rita'), as('ada')]) {
      const seen = JSON.stringify(seenBy(shy, audience));
      expect(seen).toContain('Their tea is cold.');
      expect(seen).toContain('"ed"');
      expect(seen).not.toContain('"eve"');
    }
  });

  test('is named to HR and leaders', () => {
    for (const who of ['hana', 'lea']) expect(JSON.stringify(seenBy(shy, as(who)))).toContain('"eve"');
  });
});
