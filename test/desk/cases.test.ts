/** Finding and listing cases: by any form of a number, and only what somebody may know of. */
import { describe, expect, test } from 'vitest';
import type { Role } from '#src/core/role.ts';
import type { ReportInput } from '#src/desk/intake.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { minutes, START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const plain = { text: '', author: '', note: '', hidden: false, follow: false, confidential: false, concerns: [] };
const rita = { me: 'rita', roles: ['responder'] as readonly Role[] };
const hana = { me: 'hana', roles: ['hr'] as readonly Role[] };

async function desk() {
  const store = memoryStore();
  const { cases } = await deskOf(store);
  let count = 0;
  const who = (by: string, roles: readonly Role[] = []) => {
    count += 1;
    return { by, roles, at: minutes(count), cause: `cause-${count}` };
  };
  const report = (link: string, more: Partial<ReportInput> = {}, by = 'emma') =>
    cases.report({ ...plain, link: `https://weibo.com/1/${link}`, ...more }, who(by));
  return { store, cases, who, report };
}

describe('a number', () => {
  test.each(['RM-2026-0001', 'rm-2026-1', '2026-1', '2026-0001', '1', ' 0001 ', 'RM-2026-001'])(
    'finds its case when typed as %j',
    async (typed) => {
      const { cases, report } = await desk();
      const { id } = await report('a');
      expect(cases.find(typed, rita, START)).toBe(id);
    },
  );

  test.each(['2', 'RM-2025-0001', 'one', '', '🙂', 'RM-2026-0001; drop', '1e9'])('is unknown as %j', async (typed) => {
    const { cases, report } = await desk();
    await report('a');
    expect(() => cases.find(typed, rita, START)).toThrow('case_unknown');
  });

  test('without a year means this one, in the company’s zone', async () => {
    const { cases, report } = await desk();
    await report('a');
    expect(() => cases.find('1', rita, '2026-12-31T17:00:00.000Z')).toThrow('case_unknown');
  });

  test('of a confidential case is found by those who may know, in small letters too', async () => {
    const { cases, report } = await desk();
    const { id, number } = await report('a', { confidential: true });
    expect(cases.find(number.toLowerCase(), hana, START)).toBe(id);
    expect(() => cases.find(number, rita, START)).toThrow('case_unknown');
  });

  test('from before a case turned confidential still leads those who may know to it', async () => {
    const { cases, who, report } = await desk();
    const { id } = await report('a');
    const confide = { type: 'confide', number: 'C-ABC123', concerns: ['lea'], reason: 'a colleague' } as const;
    await cases.act(id, confide, who('rita', ['responder']));
    expect(cases.find('1', hana, START)).toBe(id);
    expect(() => cases.find('1', rita, START)).toThrow('case_unknown');
    expect(() => cases.find('1', { me: 'lea', roles: ['leader'] }, START)).toThrow('case_unknown');
  });
});

describe('a list', () => {
  test('has what somebody may know of, soonest due first', async () => {
    const { cases, report } = await desk();
    await report('a');
    const urgent = await report('b', { severity: 'critical' });
    const secret = await report('c', { confidential: true, concerns: ['lea'] });
    const ids = (viewer: typeof rita) => cases.list(viewer, () => true).map(({ number }) => number);
    expect(ids(rita)).toEqual([urgent.number, 'RM-2026-0001']);
    expect(ids(hana)).toContain(secret.number);
    expect(ids({ me: 'lea', roles: ['leader', 'hr'] })).not.toContain(secret.number);
  });

  test('is the same after a restart', async () => {
    const { store, cases, report } = await desk();
    await report('a');
    await report('b', { confidential: true });
    const again = await deskOf(store);
    expect(again.cases.list(hana, () => true)).toEqual(cases.list(hana, () => true));
    expect(again.cases.find('1', rita, START)).toBe(cases.find('1', rita, START));
  });

  test('of open cases, or of named ones, looks at no others, and follows their end and return', async () => {
    const { cases, who, report } = await desk();
    const [first, second] = [await report('a'), await report('b')];
    const looked: string[] = [];
    const seen = (among: 'open' | readonly string[]) =>
      cases.list(rita, ({ id }) => looked.push(id) > 0, among).map(({ id }) => id);
    await cases.act(second.id, { type: 'dismiss', why: 'spam', note: '' }, who('rita', ['responder']));
    expect(seen('open')).toEqual([first.id]);
    expect(seen([second.id, 'no-such-case'])).toEqual([second.id]);
    expect(looked).toEqual([first.id, second.id]);
    const again = { type: 'reopen', why: 'other', note: 'It is going round again.' } as const;
    await cases.reopen(second.id, again, who('rita', ['responder']));
    expect(new Set(seen('open'))).toEqual(new Set([first.id, second.id]));
  });

  test('of somebody’s reports has the numbers that they were given, newest first', async () => {
    const { cases, who, report } = await desk();
    await report('a', { confidential: true }, 'mei');
    await report('a');
    const { id } = await report('b');
    await cases.act(id, { type: 'dismiss', why: 'spam', note: '' }, who('rita', ['responder']));
    expect(cases.reportedBy(['emma']).map(({ number, ended }) => [number, ended])).toEqual([
      ['RM-2026-0002', true],
      ['RM-2026-0001', false],
    ]);
    expect(cases.reportedBy(['rita'])).toEqual([]);
  });
});

test('a case that somebody may not know of opens like one that is not there', async () => {
  const { cases, report } = await desk();
  const { id } = await report('a', { confidential: true });
  const refused = async (what: string) => cases.open(what, rita).catch((error: unknown) => error);
  expect(await refused(id)).toEqual(await refused('no-such-case'));
});
