/** One person's quiz: one attempt at a time, each question once, and limits that hold in every window. */
import { describe, expect, test } from 'vitest';
import type { QuizCommand } from '#src/core/quiz/command.ts';
import { quiz } from '#src/core/quiz/quiz.ts';
import { openAttempt, passedAt } from '#src/core/quiz/state.ts';
import { givenFor, hours, minutes, START } from '#test/given.ts';
import { multiple, ordering, single, sit, statement, story } from './questions.fixture.ts';

const given = givenFor(quiz, { max: ['manager'], hana: ['hr'] });

const [one, two, three] = [single('one'), multiple('two'), statement('three')];
const tale = story('tale');
const begin = (...questions: readonly Parameters<typeof sit>[0][]): QuizCommand => ({
  type: 'begin',
  sittings: questions.map(sit),
});
const answer = (question: Parameters<typeof sit>[0], index: number, ...what: readonly string[]): QuizCommand => ({
  ...{ type: 'answer', n: 1, index, question, given: what },
});
/** The same in a later attempt. */
const again = (
  n: number,
  question: Parameters<typeof sit>[0],
  index: number,
  ...what: readonly string[]
): QuizCommand => ({
  ...{ type: 'answer', n, index, question, given: what },
});
const take = (index: number, step: string, option: string): QuizCommand => ({
  ...{ type: 'take', n: 1, index, question: tale, step, option },
});

describe('an attempt', () => {
  test('begins with the questions drawn, and keeps the pass mark of that day', () => {
    given()
      .when('emma', begin(one))
      .yields({ type: 'begun', n: 1, passMark: 80, sittings: [sit(one)] });
  });

  test('goes on where it is when it is asked for again, from another window or another day', () => {
    given()
      .when('emma', begin(one))
      .when('emma', begin(two), { at: hours(90) })
      .yields();
  });

  test('takes an answer, and says whether it was right', () => {
    const attempt = given().when('emma', begin(one, two));
    attempt
      .when('emma', answer(one, 0, 'a'))
      .yields({ type: 'answered', index: 0, private: { given: ['a'], right: true } });
    attempt
      .when('emma', answer(one, 0, 'b'))
      .yields({ type: 'answered', index: 0, private: { given: ['b'], right: false } });
  });

  test('takes each answer once: a second click and an older card change nothing', () => {
    const answered = given()
      .when('emma', begin(one, two))
      .when('emma', answer(one, 0, 'b'));
    answered.when('emma', answer(one, 0, 'a')).yields();
    answered.when('emma', again(2, two, 1, 'a')).yields();
    answered.when('emma', answer(two, 2, 'a')).yields();
  });

  test('takes nothing that is no answer to the question', () => {
    const attempt = given().when('emma', begin(two));
    for (const nonsense of [[], ['z'], ['a', 'a'], ['a', 'z']])
      attempt.when('emma', answer(two, 0, ...nonsense)).yields();
    given()
      .when('emma', begin(one))
      .when('emma', answer(one, 0, 'a', 'b'))
      .yields();
  });

  test('wants all that is right and nothing else where several are', () => {
    const attempt = given().when('emma', begin(two, one));
    const right = (...what: readonly string[]) =>
      attempt
        .when('emma', answer(two, 0, ...what))
        .events.map((event) => event.type === 'answered' && event.private.right);
    expect(right('b', 'a')).toEqual([true]);
    expect(right('a')).toEqual([false]);
    expect(right('a', 'b', 'c')).toEqual([false]);
  });

  test('wants the whole order where order is asked', () => {
    const attempt = given().when('emma', begin(ordering('order'), one));
    const right = (...what: readonly string[]) =>
      attempt
        .when('emma', answer(ordering('order'), 0, ...what))
        .events.map((event) => event.type === 'answered' && event.private.right);
    expect(right('a', 'b', 'c')).toEqual([true]);
    expect(right('a', 'c', 'b')).toEqual([false]);
    expect(right('a', 'b')).toEqual([]);
  });
});

describe('a story', () => {
  const begun = given().when('emma', begin(tale, one));

  test('goes on step by step, and counts as right when every step was', () => {
    begun
      .when('emma', take(0, 'first', 'a'))
      .yields({ type: 'took', index: 0, private: { step: 'first', option: 'a' } })
      .when('emma', take(0, 'last', 'a'))
      .yields(
        { type: 'took', index: 0, private: { step: 'last', option: 'a' } },
        { type: 'answered', index: 0, private: { given: ['a', 'a'], right: true } },
      );
  });

  test('shows what a bad turn leads to, and is wrong as a whole even when it ends well', () => {
    const ended = begun.when('emma', take(0, 'first', 'b')).when('emma', take(0, 'detour', 'a'));
    ended.yieldsTypes('took', 'answered');
    expect(openAttempt(ended.state)?.answers).toEqual([
      {
        given: ['b', 'a'],
        right: false,
        taken: [
          { step: 'first', option: 'b' },
          { step: 'detour', option: 'a' },
        ],
      },
    ]);
  });

  test('cannot be turned back, nor jumped', () => {
    const on = begun.when('emma', take(0, 'first', 'b'));
    on.when('emma', take(0, 'first', 'a')).yields();
    begun.when('emma', take(0, 'last', 'a')).yields();
    begun.when('emma', answer(tale, 0, 'a')).yields();
  });
});

describe('the result', () => {
  test('comes with the last answer: passed from the mark on, with nothing weak', () => {
    given()
      .when('emma', begin(one))
      .when('emma', answer(one, 0, 'a'))
      .yields(
        { type: 'answered', index: 0, private: { given: ['a'], right: true } },
        { type: 'finished', passed: true, private: { right: 1, of: 1, weak: [] } },
      );
  });

  test('names each weak clause once, and when the next attempt may begin', () => {
    const other = single('other');
    given()
      .when('emma', begin(one, other, three))
      .when('emma', answer(one, 0, 'b'))
      .when('emma', answer(other, 1, 'b'))
      .when('emma', answer(three, 2, 'true'), { at: hours(1) })
      .yields(
        { type: 'answered', index: 2, private: { given: ['true'], right: true } },
        {
          type: 'finished',
          passed: false,
          again: hours(5),
          private: { right: 1, of: 3, weak: ['online-reputation#3.1'] },
        },
      );
  });

  test('four of five are eighty per cent, and pass', () => {
    const all = ['1', '2', '3', '4', '5'].map((id) => single(id));
    const begun = given().when('emma', begin(...all));
    const done = all.reduce(
      (now, question, index) => now.when('emma', answer(question, index, index === 2 ? 'b' : 'a')),
      begun,
    );
    expect(done.events.at(-1)).toMatchObject({ type: 'finished', passed: true });
  });
});

describe('after failing', () => {
  const failed = given()
    .when('emma', begin(one))
    .when('emma', answer(one, 0, 'b'), { at: START });

  test('there is a pause, then a new attempt', () => {
    failed.when('emma', begin(one), { at: hours(3.9) }).isRefused({ code: 'quiz_pause', until: hours(4) });
    failed
      .when('emma', begin(one), { at: hours(4) })
      .yields({ type: 'begun', n: 2, passMark: 80, sittings: [sit(one)] });
  });

  const twice = failed.when('emma', begin(one), { at: hours(4) }).when('emma', again(2, one, 0, 'b'), { at: hours(5) });

  test('so often that attempts are used up, a manager has to give another; nobody gives it to themselves', () => {
    twice.when('emma', begin(one), { at: hours(99) }).isRefused({ code: 'quiz_attempts_used', attempts: 2 });
    twice.when('emma', { type: 'giveExtra', above: ['max'] }).isRefused({ code: 'training_needs_manager' });
    twice.when('max', { type: 'giveExtra', above: ['max'] }).yields({ type: 'extraGiven' });
    twice.when('hana', { type: 'giveExtra', above: ['max'] }).yields({ type: 'extraGiven' });
    twice
      .when('max', { type: 'giveExtra', above: ['max'] })
      .when('emma', begin(one), { at: hours(99) })
      .yieldsTypes('begun');
  });

  test('another attempt is given only to those who need it', () => {
    failed.when('max', { type: 'giveExtra', above: ['max'] }).yields();
  });

  test('passing begins the count anew', () => {
    const passed = failed
      .when('emma', begin(one), { at: hours(4) })
      .when('emma', again(2, one, 0, 'a'), { at: minutes(250) });
    expect(passedAt(passed.state)).toBe(minutes(250));
    passed.when('emma', begin(one)).yieldsTypes('begun');
  });
});
