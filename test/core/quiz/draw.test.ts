/** What is drawn over ten thousand attempts: unseen first, never twice, and every order as likely as any other. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '#src/core/event.ts';
import { diceFrom, shuffled } from '#src/core/quiz/dice.ts';
import { draw, type Seen } from '#src/core/quiz/draw.ts';
import { TOPICS } from '#src/core/quiz/question.ts';
import { ONLY, ordersOf } from '#src/core/quiz/sitting.ts';
import { days } from '#test/given.ts';
import { ordering, single, statement, story } from './questions.fixture.ts';

const ATTEMPTS = 10_000;
/** Thirty of each topic, as many as a company begins with. */
const bank = TOPICS.flatMap((topic) => Array.from({ length: 30 }, (_, index) => single(`${topic}-${index}`, topic)));
type Asked = (typeof bank)[number];
const counts = { policy: 4, 'information-security': 3, etiquette: 3, 'public-opinion': 2 };
const NOTHING = new Map<string, string>();

/** How far counts are from being equal: the statistic of Pearson's chi-square test. */
function chiSquare(found: readonly number[]): number {
  const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
  return found.reduce((sum, one) => sum + (one - mean) ** 2 / mean, 0);
}
/** Exceeded by chance in one of a thousand cases; Wilson and Hilferty's approximation. */
function limit(degrees: number): number {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + 3.09 * Math.sqrt(part)) ** 3;
}
const tally = (keys: Iterable<string>): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const key of keys) all.set(key, (all.get(key) ?? 0) + 1);
  return all;
};

describe(`over ${ATTEMPTS} attempts of strangers`, () => {
  const drawn = Array.from({ length: ATTEMPTS }, (_, n) => draw(bank, counts, NOTHING, diceFrom(`stranger/${n}`)));

  test('each has as many of every topic as asked for, and none twice', () => {
    for (const questions of drawn) {
      expect(new Set(questions.map(({ id }) => id)).size).toBe(12);
      for (const topic of TOPICS) expect(questions.filter((one) => one.topic === topic).length).toBe(counts[topic]);
    }
  });

  test('every question of a topic comes as often as any other', () => {
    for (const topic of TOPICS) {
      const ids = drawn.flatMap((questions) => questions.filter((one) => one.topic === topic).map(({ id }) => id));
      const found = tally(ids);
      expect(found.size).toBe(30);
      expect(chiSquare([...found.values()])).toBeLessThan(limit(29));
    }
  });

  test('every topic comes first in proportion to its questions', () => {
    const first = tally(drawn.map(([one]) => one?.topic ?? ''));
    const perQuestion = TOPICS.map((topic) => (first.get(topic) ?? 0) / counts[topic]);
    expect(chiSquare(perQuestion)).toBeLessThan(limit(3));
  });
});

describe('answers', () => {
  test('stand in each of the six orders of three as often as in any other', () => {
    const question = single('one');
    const orders = Array.from({ length: ATTEMPTS }, (_, n) =>
      ordersOf(question, diceFrom(`order/${n}`))[ONLY]?.join(''),
    );
    const found = tally(orders.map(String));
    expect(found.size).toBe(6);
    expect(chiSquare([...found.values()])).toBeLessThan(limit(5));
  });

  test('the right one stands first, second, … as often as anywhere', () => {
    const places = Array.from({ length: ATTEMPTS }, (_, n) =>
      String(shuffled(['a', 'b', 'c', 'd'], diceFrom(`${n}`)).indexOf('a')),
    );
    expect(chiSquare([...tally(places).values()])).toBeLessThan(limit(3));
  });

  test('of a question about order never stand in the right one, and else in each as often', () => {
    const orders = Array.from({ length: ATTEMPTS }, (_, n) =>
      ordersOf(ordering('one'), diceFrom(`sort/${n}`))[ONLY]?.join(''),
    );
    const found = tally(orders.map(String));
    expect(found.has('abc')).toBe(false);
    expect(found.size).toBe(5);
    expect(chiSquare([...found.values()])).toBeLessThan(limit(4));
  });

  test('of a statement keep their places, and those of a story are shuffled at every step', () => {
    expect(ordersOf(statement('one'), diceFrom('x'))).toEqual({ [ONLY]: ['true', 'false'] });
    const orders = ordersOf(story('tale'), diceFrom('x'));
    expect(Object.keys(orders)).toEqual(['first', 'detour', 'last']);
    expect(orders['first']?.toSorted()).toEqual(['a', 'b']);
  });

  test('are in the same order whenever the same attempt is drawn again', () => {
    expect(ordersOf(story('tale'), diceFrom('same'))).toEqual(ordersOf(story('tale'), diceFrom('same')));
  });
});

describe(`over ${ATTEMPTS} attempts of five hundred people, twenty each`, () => {
  /** Of the topic, what was left out although this person saw it longer ago, or never. */
  const owed = (drawn: readonly Asked[], seen: Seen) =>
    TOPICS.flatMap((topic) => {
      const of = (some: readonly Asked[]) => some.filter((one) => one.topic === topic);
      const latest =
        of(drawn)
          .map(({ id }) => seen.get(id) ?? '')
          .sort()
          .at(-1) ?? '';
      return of(bank).filter((one) => !drawn.includes(one) && (seen.get(one.id) ?? '') < latest);
    });

  test('nobody is asked again what they saw while there is something that they never saw, or saw longer ago', () => {
    let again = 0;
    for (let person = 0; person < ATTEMPTS / 20; person += 1) {
      const seen = new Map<string, Instant>();
      for (let n = 0; n < 20; n += 1) {
        const drawn = draw(bank, counts, seen, diceFrom(`${person}/${n}`));
        expect(new Set(drawn).size).toBe(12);
        expect(owed(drawn, seen)).toEqual([]);
        again += drawn.filter(({ id }) => seen.has(id)).length;
        for (const { id } of drawn) seen.set(id, days(n));
      }
    }
    // Twenty attempts use up every topic: 80, 60, 60 and 40 asked, of thirty each.
    expect(again).toBe((50 + 30 + 30 + 10) * (ATTEMPTS / 20));
  });
});

describe('one person, attempt after attempt', () => {
  test('sees every question of the bank before any comes again', () => {
    const seen = new Map<string, string>();
    const perAttempt = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (let n = 0; n < 7; n += 1) {
      const questions = draw(bank, counts, seen, diceFrom(`emma/${n}`));
      expect(questions.filter(({ id }) => seen.has(id))).toEqual([]);
      for (const { id } of questions) seen.set(id, days(n));
    }
    expect(seen.size).toBe(7 * perAttempt);
  });

  test('then sees again what was longest ago', () => {
    const few = bank.filter(({ topic }) => topic === 'policy').slice(0, 5);
    const seen = new Map(few.map(({ id }, index) => [id, days(index)]));
    const again = draw(few, { policy: 2 }, seen, diceFrom('again')).map(({ id }) => id);
    expect(again.toSorted()).toEqual(['policy-0', 'policy-1']);
  });

  test('gets what there is where there is less than asked for', () => {
    const few = bank.filter(({ topic }) => topic === 'policy').slice(0, 2);
    expect(draw(few, counts, NOTHING, diceFrom('few')).length).toBe(2);
  });
});
