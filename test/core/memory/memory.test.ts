/** Remembering: one question at a time, never too many, and only what changed begins anew. */
import { describe, expect, test } from 'vitest';
import type { MemoryCommand } from '#src/core/memory/command.ts';
import { memoryWith } from '#src/core/memory/memory.ts';
import type { Entry } from '#src/core/memory/schedule.ts';
import { ONLY } from '#src/core/quiz/sitting.ts';
import { recallBy } from '#src/desk/recall.ts';
import { trainingRules } from '#test/core/training.fixture.ts';
import { days, givenFor, hours, START } from '#test/given.ts';
import { single, story } from '../quiz/questions.fixture.ts';

const given = givenFor(memoryWith(recallBy(trainingRules.memory)));
/** In an office in London, on call from nine to six. */
const to = { timeZone: 'Europe/London', active: true, paused: false };

const entry = (question: string, more: Partial<Entry> = {}): Entry => ({
  ...{ question, version: `${question}-1`, topic: 'policy', clause: 'online-reputation#3.1', clauseVersion: 'c1' },
  parts: { [ONLY]: ['a', 'b', 'c'] },
  ...more,
});
const learn = (...right: readonly (readonly [string, boolean])[]): MemoryCommand => ({
  ...{ type: 'learn', person: 'emma' },
  learnt: right.map(([question, ok]) => ({ ...entry(question), right: ok, at: START })),
});
const answer = (number: number, question: string, ...what: readonly string[]): MemoryCommand => ({
  ...{ type: 'answer', number, question: single(question), given: what },
});
const ask: MemoryCommand = { type: 'ask', to };
const bank = (...entries: readonly Entry[]): MemoryCommand => ({
  type: 'renew',
  bank: new Map(entries.map((one) => [one.question, one])),
});
/** Ten on a morning in London that many days after the story begins, which is a Monday. */
const morning = (day: number) => hours(9, days(day));

describe('what a quiz taught', () => {
  test('becomes cards: what was not known comes back sooner', () => {
    const { state } = given().when('emma', learn(['known', true], ['unknown', false]), { at: START });
    expect(state.cards['unknown']?.memory.due).toBe(days(1));
    expect(state.cards['known']?.memory.due).toBe(days(3));
    expect(state.next).toBe(days(1));
  });

  test('moves a card that is there, and leaves the others', () => {
    const twice = given().when('emma', learn(['one', true], ['two', true]), { at: START });
    const before = twice.state.cards;
    const again: MemoryCommand = {
      type: 'learn',
      person: 'emma',
      learnt: [{ ...entry('one'), right: true, at: days(3) }],
    };
    const { state } = twice.when('emma', again, { at: days(3) });
    expect(state.cards['one']?.memory.reviews).toBe(2);
    expect(state.cards['two']).toEqual(before['two']);
  });
});

describe('a question', () => {
  const learnt = given().when('emma', learn(['one', false], ['two', true]), { at: START });

  test('is sent when it is due, the one due first', () => {
    const [event] = learnt.when('clock', ask, { at: morning(1) }).events;
    expect(event).toMatchObject({ type: 'asked', number: 1, sitting: { question: 'one', version: 'one-1' } });
  });

  test('is not sent early, at night, at a weekend or to somebody away', () => {
    learnt.when('clock', ask, { at: hours(9) }).yieldsTypes('postponed');
    learnt.when('clock', ask, { at: days(1) }).yields({ type: 'postponed', next: hours(8, days(1)) });
    learnt.when('clock', ask, { at: morning(5) }).yields({ type: 'postponed', next: hours(8, days(7)) });
    const away = { ...to, absentUntil: morning(9) };
    learnt.when('clock', { type: 'ask', to: away }, { at: morning(1) }).yields({ type: 'postponed', next: morning(9) });
  });

  test('waits while an emergency is declared', () => {
    const emergency: MemoryCommand = { type: 'ask', to: { ...to, paused: true } };
    learnt.when('clock', emergency, { at: morning(1) }).yields({ type: 'postponed', next: morning(2) });
  });

  test('waits for its answer: no other is sent until then', () => {
    const asked = learnt.when('clock', ask, { at: morning(1) });
    expect(asked.state.next).toBeUndefined();
    asked.when('clock', ask, { at: morning(30) }).yields();
  });

  test('that is answered returns later, and one not known sooner', () => {
    const asked = learnt.when('clock', ask, { at: morning(1) });
    const good = asked.when('emma', answer(1, 'one', 'a'), { at: morning(1) }).state.cards['one']?.memory;
    const bad = asked.when('emma', answer(1, 'one', 'b'), { at: morning(1) }).state.cards['one']?.memory;
    expect(bad?.due).toBe(morning(2));
    expect(good?.due).toBe(morning(4));
    expect(good?.stability).toBeGreaterThan(bad?.stability ?? 9);
    expect(bad?.lapses).toBe(1);
  });

  test('is answered once', () => {
    const answered = learnt
      .when('clock', ask, { at: morning(1) })
      .when('emma', answer(1, 'one', 'b'), { at: morning(1) });
    answered.when('emma', answer(1, 'one', 'a')).yields();
    expect(answered.state.last).toMatchObject({ number: 1, given: ['b'], right: false });
  });

  test('put off comes back after some days, and a pause holds all of them', () => {
    const asked = learnt.when('clock', ask, { at: morning(1) });
    expect(asked.when('emma', { type: 'snooze', number: 1 }, { at: morning(1) }).state.next).toBe(morning(4));
    asked.when('emma', { type: 'snooze', number: 2 }).yields();
    const paused = learnt.when('emma', { type: 'pause' }, { at: START });
    expect(paused.state.next).toBe(days(30));
    expect(paused.when('emma', { type: 'resume' }, { at: days(2) }).state.next).toBe(days(1));
    learnt.when('emma', { type: 'resume' }).yields();
  });

  test('that is a story is played to its end', () => {
    const tale = story('tale');
    const parts = { first: ['a', 'b'], detour: ['a', 'b'], last: ['a', 'b'] };
    const told = given()
      .when(
        'emma',
        { type: 'learn', person: 'emma', learnt: [{ ...entry('tale', { parts }), right: false, at: START }] },
        { at: START },
      )
      .when('clock', ask, { at: morning(1) });
    const step = (name: string, option: string): MemoryCommand => ({
      ...{ type: 'take', number: 1, question: tale },
      step: name,
      option,
    });
    told.when('emma', step('last', 'a')).yields();
    told.when('emma', step('first', 'a')).when('emma', step('last', 'a')).yieldsTypes('took', 'answered');
  });
});

test('never more than a week may have, however much is due, and a day apart', () => {
  const many = Array.from({ length: 12 }, (_, index) => [`q${String(index).padStart(2, '0')}`, false] as const);
  let now = given().when('emma', learn(...many), { at: START });
  const sent: string[] = [];
  for (let day = 1; day < 29; day += 1) {
    now = now.when('clock', ask, { at: morning(day), cause: `day-${day}` });
    const { open } = now.state;
    if (!open || open.number === sent.length) continue;
    sent.push(morning(day));
    now = now.when('emma', answer(open.number, open.sitting.question, 'a'), {
      at: morning(day),
      cause: `answer-${day}`,
    });
  }
  expect(sent.length).toBe(12);
  for (const at of sent) expect(sent.filter((one) => one > at && one < days(7, at)).length).toBeLessThan(3);
});

describe('when the bank changes', () => {
  const learnt = given().when('emma', learn(['one', true], ['two', true]), { at: START });
  const renewing = (...entries: readonly Entry[]) => learnt.when('desk', bank(...entries), { at: days(2) });

  test('nothing happens where nothing reads otherwise', () => {
    renewing(entry('one'), entry('two'), entry('three')).yields();
  });

  test('a changed clause resets its own cards alone', () => {
    const { state } = renewing(entry('one', { clauseVersion: 'c2' }), entry('two'));
    expect(state.cards['one']).toMatchObject({ clauseVersion: 'c2', memory: { due: days(2), reviews: 1 } });
    expect(state.cards['two']).toEqual(learnt.state.cards['two']);
    expect(state.next).toBe(days(2));
  });

  test('a changed question resets its own card alone', () => {
    const { state } = renewing(entry('one'), entry('two', { version: 'two-2' }));
    expect(state.cards['two']).toMatchObject({ version: 'two-2', memory: { due: days(2) } });
    expect(state.cards['one']).toEqual(learnt.state.cards['one']);
  });

  test('a question that is gone is asked no more', () => {
    const { state } = renewing(entry('two'));
    expect(Object.keys(state.cards)).toEqual(['two']);
  });

  test('a question that was sent and then changed is not waited for', () => {
    const asked = learnt.when('clock', ask, { at: morning(3) });
    const { state } = asked.when('desk', bank(entry('one', { version: 'one-2' }), entry('two')), { at: morning(4) });
    expect(state.open).toBeUndefined();
    expect(state.next).toBe(morning(4));
  });
});
