/** What is running out for a person: whom it is for, when they are called, how often. */
import { describe, expect, test } from 'vitest';
import { ringing } from '#src/core/case/remind.ts';
import { CLOCK, DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Item } from '#src/core/nudges/item.ts';
import { itemsOf } from '#src/core/nudges/items-of.ts';
import { calling, nudges, shownItems } from '#src/core/nudges/nudges.ts';
import type { Role } from '#src/core/role.ts';
import type { Person, Team } from '#src/core/team.ts';
import {
  CAST,
  type CaseStory,
  claimed,
  confidential,
  given as givenCase,
  reportedAs,
} from '#test/core/case/stories.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { givenFor, hours } from '#test/given.ts';

/** Everybody works in Shanghai. */
function team(away: readonly PersonId[] = []): Team {
  const people = Object.entries(CAST).map(([id, roles]): Person => {
    const absent = away.includes(id) ? { absentUntil: hours(99) } : {};
    return { ...{ id, name: id, accounts: [], timeZone: 'Asia/Shanghai', roles, active: true }, ...absent };
  });
  const holding = (role: Role) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  return { person: (id) => people.find((person) => person.id === id), holding, all: () => people };
}

/** The case after everything that was to be called out by then. */
function late(story: CaseStory, at: Instant): CaseStory {
  const next = ringing(story.state, rules).find((one) => one.at <= at);
  return next ? late(story.when(CLOCK, next.command, { at }), at) : story;
}
const called = (story: CaseStory, duty: readonly PersonId[] = [], away: readonly PersonId[] = [], at = hours(4)) =>
  itemsOf('case', story.state, { team: team(away), duty, rules, at });
const names = (...given: Parameters<typeof called>) => [...called(...given).keys()].sort();

describe('who is called', () => {
  const grave = givenCase(reportedAs('high'));

  test('is whoever is on duty for a case that nobody has, and all responders where nobody is', () => {
    expect(names(late(grave, hours(1)), ['rob'])).toEqual(['rob']);
    expect(names(late(grave, hours(1)))).toEqual(['rita', 'rob']);
    expect(names(late(grave, hours(1)), ['rob'], ['rob'])).toEqual(['rita']);
  });

  test('is whoever has it, and those on duty while that person is away', () => {
    const held = late(
      givenCase(() => grave, claimed),
      hours(2),
    );
    expect(names(held, ['rob'])).toEqual(['rita']);
    expect(names(held, ['rob'], ['rita'])).toEqual(['rob']);
  });

  test('is nobody whom a confidential case is about, whatever their role, and no responder', () => {
    const secret = late(givenCase(confidential('lea')), hours(48));
    expect(names(secret, ['rob'])).toEqual(['hana', 'leo']);
  });
});

describe('a person', () => {
  const item = (more: Partial<Item> = {}): Item => ({
    ...{ case: 'a', number: 'RM-2026-0001', category: 'complaint', severity: 'low', confidential: false },
    ...{ waits: 'answer', call: 'first', from: hours(1), ...more },
  });
  const given = givenFor(nudges);
  const put = (more: Partial<Item> = {}) => ({ type: 'put', item: item(more) }) as const;
  const when = (state: Parameters<typeof calling>[0]) => calling(state).map(({ at }) => at);

  test('is called when it is time, once for all that has come up by then', () => {
    const story = given(put(), put({ case: 'b' }), put({ case: 'c', from: hours(2) }));
    expect(when(story.state)).toEqual([hours(1), hours(1), hours(2)]);
    expect(shownItems(story.state)).toEqual([]);
    const once = story.when(CLOCK, { type: 'call' }, { at: hours(1) });
    once.yields({ type: 'called', cases: ['a', 'b'] });
    expect(when(once.state)).toEqual([hours(2)]);
    once.when(CLOCK, { type: 'call' }, { at: hours(1) }).yields();
  });

  test('is not called again for what is merely written anew, but for another call', () => {
    const story = given(put(), { type: 'called', cases: ['a'] });
    story.when(DESK, put()).yields();
    expect(when(story.when(DESK, put({ waits: 'publish' })).state)).toEqual([]);
    expect(when(story.when(DESK, put({ call: 'second', from: hours(3) })).state)).toEqual([hours(3)]);
  });

  test('keeps the time at which they were to be called, however often it is looked at', () => {
    const story = given(put()).when(DESK, put({ from: hours(9) }), { at: hours(0.5) });
    story.yields();
    expect(when(story.state)).toEqual([hours(1)]);
  });

  test('is called at the next right hour when the one they were to be called at went by unused', () => {
    const story = given(put()).when(DESK, put({ from: hours(9) }), { at: hours(5) });
    expect(when(story.state)).toEqual([hours(9)]);
  });

  test('is called sooner when it has become grave', () => {
    const story = given(put({ from: hours(9) })).when(DESK, put({ severity: 'high', from: hours(2) }), {
      at: hours(2),
    });
    expect(when(story.state)).toEqual([hours(2)]);
  });

  test('sees nothing of what they put off until then', () => {
    const off = put({ call: 'first later', from: hours(5), snoozed: true });
    const story = given(put(), { type: 'called', cases: ['a'] }).when(DESK, off);
    expect(shownItems(story.state)).toEqual([]);
    const again = story.when(CLOCK, { type: 'call' }, { at: hours(5) });
    expect(shownItems(again.state)).toHaveLength(1);
  });

  test('is not called a second time for what went and came back', () => {
    const gone = given(put(), { type: 'called', cases: ['a'] }).when(DESK, { type: 'drop', case: 'a' });
    expect(shownItems(gone.state)).toEqual([]);
    const back = gone.when(DESK, put());
    expect(when(back.state)).toEqual([]);
    expect(shownItems(back.state)).toHaveLength(1);
    const other = back
      .when(DESK, put({ call: 'second', from: hours(3) }))
      .when(CLOCK, { type: 'call' }, { at: hours(3) });
    expect(when(other.when(DESK, put()).state)).toEqual([]);
  });
});
