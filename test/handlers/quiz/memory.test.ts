/** Remembering, as somebody lives with it: a question in their morning, a tap, and what was not known comes sooner. */
import { describe, expect, test } from 'vitest';
import type { Question } from '#src/core/quiz/question.ts';
import { bankOf } from '#src/desk/training/bank.ts';
import { memoryErrands } from '#src/desk/training/follows.ts';
import { single, statement } from '#test/core/quiz/questions.fixture.ts';
import { cardOf, labels, said } from '#test/house.fixture.ts';
import { houseWith, letterOf, picks, presses, takes } from './walk.ts';

/** The house is in London; stories begin at one in the morning of a Monday. */
const TO_MORNING = 33;
const bank = [single('one'), single('two')];
const refreshers = (cards: readonly { readonly summary: string }[]) =>
  cards.filter(({ summary }) => summary.startsWith('A question to keep it fresh'));

async function quizzed(answers: { readonly [ask: string]: string } = { one: 'b' }) {
  const all = await houseWith(bank);
  await takes(all.as('emma'), answers);
  return all;
}

describe('after a quiz', () => {
  test('what was not known comes back first, in working hours, and is answered with a tap', async () => {
    const { as, pass, faults } = await quizzed();
    const emma = as('emma');
    await pass(24);
    expect(refreshers(emma.reads())).toEqual([]);
    await pass(9);
    const [card] = emma.reads().slice(-1);
    if (!card) throw new Error('no question came');
    expect(said(card)).toContain('Ask one?');
    const taught = await picks(emma, card, 'a');
    expect(said(taught)).toContain('That’s right.');
    expect(said(taught)).toContain('It comes back');
    expect(faults).toEqual([]);
  });

  test('a second tap on the same card teaches the same, and changes nothing', async () => {
    const { as, pass, desk, idOf } = await quizzed();
    const emma = as('emma');
    await pass(TO_MORNING);
    const card = emma.newest();
    const first = await picks(emma, card, 'b');
    const before = (await desk.training.memories.read(idOf('emma'))).length;
    expect(said(await picks(emma, card, 'a'))).toBe(said(first));
    expect((await desk.training.memories.read(idOf('emma'))).length).toBe(before);
  });

  test('a question may be put off, and all of them stopped for a while', async () => {
    const { as, pass } = await quizzed();
    const emma = as('emma');
    await pass(TO_MORNING);
    const sent = refreshers(emma.reads()).length;
    expect(said(await presses(emma, emma.newest(), 'In 3 days'))).toContain('You get a question again from');
    await pass(48);
    expect(refreshers(emma.reads()).length).toBe(sent);
    await pass(24);
    expect(refreshers(emma.reads()).length).toBe(sent + 1);
    expect(said(await presses(emma, emma.newest(), 'No questions'))).toContain('No questions until');
    expect(said(cardOf(await emma.types('quiz resume')))).toContain('now and then again');
  });

  test('a card that is long over says so, whatever is put off with it', async () => {
    const { as, pass } = await quizzed();
    const emma = as('emma');
    await pass(TO_MORNING);
    const old = emma.newest();
    await presses(emma, old, 'In 3 days');
    await pass(72);
    await picks(emma, emma.newest(), 'a');
    expect(said(await presses(emma, old, 'In 3 days'))).toContain('This question is closed');
  });

  test('nobody is asked while they are away', async () => {
    const { as, pass } = await quizzed();
    const emma = as('emma');
    await emma.types('desk team away 2026-03-12');
    await pass(24 * 7);
    expect(refreshers(emma.reads())).toEqual([]);
    await pass(24 * 4 + 9);
    expect(refreshers(emma.reads())).toHaveLength(1);
  });

  test('over a quarter it stays quiet: hardly ever more than one a week for what is known', async () => {
    const { as, pass } = await quizzed({});
    const emma = as('emma');
    for (let day = 0; day < 90; day += 1) {
      await pass(day === 0 ? TO_MORNING : 24);
      const [newest] = refreshers(emma.reads()).slice(-1);
      const card = emma.reads().find((one) => one === newest);
      if (card && labels(card).includes('A')) await picks(emma, card, 'a');
    }
    const { length } = refreshers(emma.reads());
    expect(length).toBeGreaterThan(3);
    expect(length).toBeLessThan(13);
  });

  test('others learn nothing of it: it stands in nobody else’s messages', async () => {
    const { as, pass, chat } = await quizzed();
    await pass(TO_MORNING);
    await picks(as('emma'), as('emma').newest(), 'b');
    const elsewhere = chat.messages.filter(({ address }) => address !== 'emma');
    expect(elsewhere.map(({ card }) => said(card)).join('\n')).not.toMatch(/Ask one|Why b|Not quite/);
  });
});

describe('when the bank changes', () => {
  test('a changed question begins anew, and the other stays as it was', async () => {
    const first = await quizzed({});
    const id = first.idOf('emma');
    const before = (await first.desk.training.memories.read(id)).state.cards;
    const changed: Question = { ...single('one'), ask: { en: 'Asked otherwise?', zh: '换个问法？' } };
    const later = await houseWith([changed, single('two')], {
      ...{ store: first.store, chat: first.chat, at: '2026-03-03T01:00:00.000Z' },
    });
    const after = (await later.desk.training.memories.read(id)).state.cards;
    expect(after['two']).toEqual(before['two']);
    expect(after['one']?.memory.due).toBe('2026-03-03T01:00:00.000Z');
    await later.pass(9);
    expect(said(later.as('emma').newest())).toContain('Asked otherwise?');
  });

  test('a question that waits and is changed meanwhile is closed, not answered', async () => {
    const first = await quizzed();
    await first.pass(TO_MORNING);
    const waiting = first.as('emma').newest();
    const changed: Question = { ...single('one'), ask: { en: 'Asked otherwise?', zh: '换个问法？' } };
    const later = await houseWith([changed, single('two')], {
      ...{ store: first.store, chat: first.chat, at: '2026-03-03T12:00:00.000Z' },
    });
    const emma = later.as('emma');
    const reply = await presses(emma, waiting, letterOf(waiting, 'a'));
    expect(said(reply)).toContain('This question is closed');
  });

  test('of a question asked in other words than today’s nothing counts as known', async () => {
    const { desk, as, idOf } = await houseWith([statement('one')]);
    const emma = as('emma');
    const card = cardOf(await emma.types('quiz joining'));
    await presses(emma, await presses(emma, card, 'Start'), 'True');
    const { state, history } = await desk.training.quizzes.records.read(`${idOf('emma')}/joining`);
    const unnoted = { state: { ...state, attempts: state.attempts.map((one) => ({ ...one, noted: [] })) }, history };
    const rightBy = (bank: readonly Question[]) =>
      memoryErrands(bankOf(bank, []))({ id: `${idOf('emma')}/joining`, ...unnoted }).map(
        ({ command }) => command.type === 'learn' && command.learnt.map(({ right }) => right),
      );
    expect(rightBy([statement('one')])).toEqual([[true]]);
    expect(rightBy([statement('one', false)])).toEqual([[false]]);
    expect(rightBy([])).toEqual([[]]);
  });
});
