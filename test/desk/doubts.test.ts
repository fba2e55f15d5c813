/** Refusals that nobody can read: one says nothing of the place, two records without a success between do. */
import { expect, test } from 'vitest';
import { Doubts } from '#src/desk/obstacle/doubts.ts';

test('one record, however often it is refused, says nothing of the place', () => {
  const doubts = new Doubts();
  expect(['case/1', 'case/1', 'case/1'].map((one) => doubts.refused('C1', one))).toEqual([false, false, false]);
});

test('a second record says that it is the place', () => {
  const doubts = new Doubts();
  expect(['case/1', 'case/2', 'case/3'].map((one) => doubts.refused('C1', one))).toEqual([false, true, true]);
});

test('what is refused elsewhere says nothing of this place', () => {
  const doubts = new Doubts();
  doubts.refused('C1', 'case/1');
  expect(doubts.refused('C2', 'case/2')).toBe(false);
});

test('once something was taken it begins anew, and those that were refused before are not heard again', () => {
  const doubts = new Doubts();
  doubts.refused('C1', 'case/1');
  doubts.refused('C1', 'case/2');
  doubts.taken('C1');
  expect(['case/1', 'case/2', 'case/3', 'case/4'].map((one) => doubts.refused('C1', one))).toEqual([
    ...[false, false, false],
    true,
  ]);
});
