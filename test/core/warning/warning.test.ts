/** The record of a surge: begun once, moved when it is news, ended by calm or by somebody who knows better. */
import { describe, expect, test } from 'vitest';
import type { Signal } from '#src/core/warning/survey.ts';
import { due, type WarningEvent, warning } from '#src/core/warning/warning.ts';
import { givenFor, minutes } from '#test/given.ts';

const given = givenFor(warning, { rita: ['responder'], emma: [] });
const weibo = (count: number): Signal => ({ series: { by: 'media', value: 'weibo' }, window: 'hour', count, usual: 1 });
const all = (count: number): Signal => ({ series: { by: 'all' }, window: 'hour', count, usual: 2 });
const rose: WarningEvent = { type: 'rose', sensitivity: 'normal', signals: [weibo(10)], lookAt: minutes(30) };
const observe = (...signals: readonly Signal[]) => ({ type: 'observe', signals }) as const;

describe('a surge', () => {
  test('begins with the first signal, and not without one', () => {
    given().when('desk', observe()).yields();
    given()
      .when('desk', observe(weibo(10)))
      .yields(rose);
  });

  test('moves when it grows by a fifth or reaches further, and not for every post', () => {
    given(rose)
      .when('desk', observe(weibo(11)))
      .yields();
    given(rose)
      .when('desk', observe(weibo(12)))
      .yieldsTypes('moved');
    given(rose)
      .when('desk', observe(weibo(10), all(12)))
      .yieldsTypes('moved');
  });

  test('moves down only where something does not count any more', () => {
    given(rose)
      .when('desk', observe(weibo(9)))
      .yields();
    given(rose)
      .when('desk', { ...observe(weibo(9)), exact: true })
      .yieldsTypes('moved');
  });

  test('is looked at again every half hour, though nothing comes', () => {
    const begun = given(rose);
    expect(due(begun.state)).toEqual([{ key: `look/${minutes(30)}`, at: minutes(30), command: { type: 'look' } }]);
    const looked = begun.when('clock', { type: 'look' }, { at: minutes(31) });
    looked.yields({ type: 'looked', lookAt: minutes(61) });
    expect(due(looked.state)).toMatchObject([{ at: minutes(61) }]);
  });

  test('calms when nothing is up any more, and remembers how high it was', () => {
    const over = given(rose)
      .when('desk', observe(weibo(30)))
      .when('desk', observe(weibo(12), all(14)))
      .when('desk', observe());
    over.yields({ type: 'calmed' });
    expect(over.state).toMatchObject({ status: 'over', heights: [{ count: 30 }, { count: 14 }] });
    expect(due(over.state)).toEqual([]);
  });

  test('that is over is not begun again', () => {
    given(rose, { type: 'calmed' })
      .when('desk', observe(weibo(50)))
      .yields();
  });
});

describe('“not a surge”', () => {
  const dismiss = { type: 'dismiss', reason: ' Our own campaign ' } as const;

  test('ends it, with who said so and why', () => {
    const over = given(rose)
      .when('rita', dismiss)
      .yields({ type: 'dismissed', private: { reason: 'Our own campaign' } });
    expect(over.state).toMatchObject({ status: 'over', dismissed: { by: 'rita', reason: 'Our own campaign' } });
  });

  test('needs a reason, and a role of the desk', () => {
    given(rose).when('rita', { type: 'dismiss', reason: ' ' }).isRefused({ code: 'input_missing', field: 'reason' });
    given(rose)
      .when('emma', dismiss)
      .isRefused({ code: 'warning_needs_role', need: ['responder', 'approver', 'leader'] });
  });

  test('comes too late for one that is over, and never for one that was not', () => {
    given(rose, { type: 'calmed' }).when('rita', dismiss).isRefused({ code: 'warning_over' });
    given().when('rita', dismiss).isRefused({ code: 'warning_unknown' });
  });
});
