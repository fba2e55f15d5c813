/** The way of a new colleague: a few working days, a reminder, and only then the manager. */
import { describe, expect, test } from 'vitest';
import { pathDue } from '#src/core/path/due.ts';
import { type PathCommand, path } from '#src/core/path/path.ts';
import { days, givenFor, hours, START } from '#test/given.ts';

const given = givenFor(path, { max: ['manager'], hana: ['hr'] });
/** In London it is one in the morning of Monday, 2 March, when the story begins; people work from nine to six. */
const reach = { timeZone: 'Europe/London', active: true, paused: false };
const start = (how: 'joined' | 'hired' = 'joined'): PathCommand => ({
  ...{ type: 'start', person: 'emma', how, above: ['max'], reach },
});
const begun = given().when('desk', start(), { at: START });

describe('whoever is new', () => {
  test('has five working days, is reminded two before their end, and the manager hears a day after it', () => {
    begun.yields({
      ...{ type: 'started', person: 'emma', how: 'joined' },
      plan: { due: '2026-03-09T23:59:59.999Z', remind: '2026-03-05T09:00:00.000Z', tell: '2026-03-10T09:00:00.000Z' },
    });
  });

  test('is welcomed once, on however many platforms they appear', () => {
    begun.when('desk', start()).yields();
    begun
      .when('desk', { type: 'pass' })
      .when('desk', start(), { at: days(40) })
      .yields();
  });

  test('may be sent on the way by a manager or HR, by nobody else, and again when they return', () => {
    given().when('emma', start('hired')).isRefused({ code: 'training_needs_manager' });
    given().when('max', start('hired')).yieldsTypes('started');
    given().when('hana', start('hired')).yieldsTypes('started');
    begun
      .when('desk', { type: 'pass' })
      .when('max', start('hired'), { at: days(900) })
      .yieldsTypes('started');
  });

  test('is through with the quiz passed and nothing left to sign', () => {
    begun.when('desk', { type: 'pass' }).yields({ type: 'passed' }, { type: 'finished' });
    const signing = begun.when('desk', { type: 'signatures', open: 2 });
    signing.yields({ type: 'signaturesAsked', open: 2 });
    const passed = signing.when('desk', { type: 'pass' });
    passed.yields({ type: 'passed' });
    passed.when('desk', { type: 'pass' }).yields();
    passed.when('desk', { type: 'signatures', open: 1 }).yields({ type: 'signaturesAsked', open: 1 });
    passed
      .when('desk', { type: 'signatures', open: 0 })
      .yields({ type: 'signaturesAsked', open: 0 }, { type: 'finished' });
    begun.when('desk', { type: 'signatures', open: 0 }).yields();
  });
});

describe('reminders', () => {
  const due = pathDue(
    () => reach,
    () => 'max',
  );
  const at = (story: typeof begun) => due(story.state).map((one) => [one.key, one.at]);

  test('come to the person before the end and at it, then to whoever leads them; each once', () => {
    expect(at(begun)).toEqual([
      ['remind', '2026-03-05T09:00:00.000Z'],
      ['remindLate', '2026-03-09T23:59:59.999Z'],
      ['tell', '2026-03-10T09:00:00.000Z'],
    ]);
    const first = begun.when('clock', { type: 'remind', reach }, { at: '2026-03-05T09:00:00.000Z' });
    first.yields({ type: 'reminded', late: false });
    first.when('clock', { type: 'remind', reach }, { at: '2026-03-05T09:01:00.000Z' }).yields();
    const late = first.when('clock', { type: 'remindLate', reach }, { at: '2026-03-10T09:00:00.000Z' });
    late.yields({ type: 'reminded', late: true });
    const told = late.when('clock', { type: 'tell', reach }, { at: '2026-03-10T09:00:00.000Z' });
    told.yields({ type: 'told' });
    expect(at(told)).toEqual([]);
  });

  test('wait for working hours, for the end of an absence and of an emergency', () => {
    const late = (more: object): PathCommand => ({ type: 'remindLate', reach: { ...reach, ...more } });
    const midnight = { at: '2026-03-09T23:59:59.999Z' };
    begun
      .when('clock', late({}), midnight)
      .yields({ type: 'postponed', what: 'remindLate', until: '2026-03-10T09:00:00.000Z' });
    begun
      .when('clock', late({ absentUntil: '2026-03-18T12:00:00.000Z' }), midnight)
      .yields({ type: 'postponed', what: 'remindLate', until: '2026-03-18T12:00:00.000Z' });
    const emergency = begun.when('clock', late({ paused: true }), { at: '2026-03-10T09:00:00.000Z' });
    emergency.yields({ type: 'postponed', what: 'remindLate', until: '2026-03-11T09:00:00.000Z' });
    expect(at(emergency)).toContainEqual(['remindLate', '2026-03-11T09:00:00.000Z']);
  });

  test('stop when all is done, and when they were not new after all', () => {
    expect(at(begun.when('desk', { type: 'pass' }))).toEqual([]);
    begun.when('emma', { type: 'drop', above: ['max'] }).isRefused({ code: 'training_needs_manager' });
    expect(at(begun.when('max', { type: 'drop', above: ['max'] }))).toEqual([]);
  });

  test('by hand come from those who lead, and not twice within some hours', () => {
    const urge: PathCommand = { type: 'urge', above: ['max'] };
    begun.when('emma', urge).isRefused({ code: 'training_needs_manager' });
    const urged = begun.when('max', urge, { at: hours(10) });
    urged.yields({ type: 'urged' });
    urged.when('hana', urge, { at: hours(29) }).yields();
    urged.when('hana', urge, { at: hours(30) }).yields({ type: 'urged' });
  });
});
