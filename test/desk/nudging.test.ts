/** The records of what is running out, over a long time. */
import { expect, test } from 'vitest';
import { nudges } from '#src/core/nudges/nudges.ts';
import { Nudging } from '#src/desk/nudging.ts';
import { Records } from '#src/desk/records.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { noFault } from '#test/desk/task.fixture.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { hours } from '#test/given.ts';
import { formOf, house, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const CASES = 25;

test('stay short however much happens, and a restart calls nobody again', async () => {
  const [store, chat] = [memoryStore(), new FakePlatform()];
  const all = await house({ store, chat });
  const form = formOf(await all.as('emma').types('report'));
  for (let n = 0; n < CASES; n += 1)
    await all.as('emma').sends(form, { link: `https://weibo.com/1/${n}`, said: 'Cold tea', severity: 'high' });
  for (let hour = 0; hour < 5; hour += 1) await all.pass(1);

  const { length, history, state } = await all.desk.nudges.read(all.idOf('rita'));
  expect(length).toBeGreaterThan(3 * CASES);
  expect(history.length).toBeLessThanOrEqual(64);
  expect(Object.keys(state.items)).toHaveLength(CASES);

  const read = all.as('rita').reads().map(said);
  expect(read.at(-1)).toContain('Overdue since');
  expect(all.as('rita').newest().summary).toMatch(
    /^25 cases are waiting for you: (RM-2026-\d+, ){4}RM-2026-\d+ and 20 more\.$/,
  );
  const again = await house({ store, chat, at: hours(6) });
  await again.pass(1);
  expect(again.as('rita').reads().map(said)).toEqual(read);
});

test('whatever changes at whatever moment of a round is looked at', async () => {
  const all = await house();
  const form = formOf(await all.as('emma').types('report'));
  await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'Cold tea', severity: 'high' });
  await all.pass(1);
  const { desk } = all;
  let changes = 0;
  let seen = 0;
  const nudging = new Nudging({
    ...{ cases: desk.cases.records, nudges: desk.nudges, now: () => hours(2), onFault: noFault },
    around: () => {
      seen = changes;
      return { team: desk.people.team(), duty: [], rules: desk.rules, at: hours(2) };
    },
  });
  await nudging.start();
  for (let moment = 0; moment < 100; moment += 1) {
    const before = nudging.compareAll();
    for (let i = 0; i < moment; i += 1) await null;
    changes += 1;
    await nudging.compareAll();
    expect([moment, seen]).toEqual([moment, changes]);
    await before;
  }
});

test('who comes on duty hears in that tick of all that is open, not of what was looked at first', async () => {
  const all = await house();
  const form = formOf(await all.as('emma').types('report'));
  for (let n = 0; n < CASES; n += 1)
    await all.as('emma').sends(form, { link: `https://weibo.com/1/${n}`, said: 'Cold tea', severity: 'high' });
  await all.pass(5);
  const { desk } = all;
  const [rita, rob] = [all.idOf('rita'), all.idOf('rob')];
  let duty = [rob];
  const nudging = new Nudging({
    ...{ cases: desk.cases.records, nudges: desk.nudges, now: () => hours(6), onFault: noFault },
    around: () => ({ team: desk.people.team(), duty, rules: desk.rules, at: hours(6) }),
  });
  const listed = async () => Object.keys((await desk.nudges.read(rita)).state.items).length;
  await nudging.start();
  expect(await listed()).toBe(0);
  duty = [rita];
  void nudging.compareAll();
  await nudging.caughtUp();
  expect(await listed()).toBe(CASES);
});

test('whom a full disk kept from being called is called as soon as it takes anything', async () => {
  const store = memoryStore();
  let full = false;
  const failing: Store = {
    ...store,
    append: (stream, ...rest) =>
      full && stream.startsWith('nudges/')
        ? Promise.reject(new StoreFault('full', stream))
        : store.append(stream, ...rest),
  };
  const all = await house();
  const form = formOf(await all.as('emma').types('report'));
  await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'Cold tea', severity: 'high' });
  await all.pass(1);
  const { desk } = all;
  const { rules } = desk;
  const faults: unknown[] = [];
  const onFault = (_: string, error: unknown) => faults.push(error);
  const records = new Records(failing, nudges, { rules: () => rules, onFault, idempotent: true });
  const around = () => ({ team: desk.people.team(), duty: [], rules, at: hours(2) });
  const nudging = new Nudging({
    ...{ cases: desk.cases.records, nudges: records, now: () => hours(2), onFault, around },
  });
  full = true;
  await nudging.start();
  expect(faults).not.toEqual([]);
  full = false;
  const rita = all.idOf('rita');
  expect((await records.read(rita)).state.items).toEqual({});
  await all.as('emma').sends(form, { link: 'https://weibo.com/1/b', said: 'Cold tea' });
  await nudging.idle();
  expect(Object.keys((await records.read(rita)).state.items)).toHaveLength(1);
});
