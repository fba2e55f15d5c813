/** The one door: one case for one post over crashes, repetitions, endings and merges. */
import { describe, expect, test } from 'vitest';
import type { Role } from '#src/core/role.ts';
import type { ReportInput } from '#src/desk/intake.ts';
import type { Who } from '#src/desk/records.ts';
import type { Store } from '#src/stores/store.ts';
import { StoreFault } from '#src/stores/store.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { minutes } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const plain = { text: '', author: '', note: '', hidden: false, follow: false, confidential: false, concerns: [] };
const post = (path: string, more: Partial<ReportInput> = {}): ReportInput => ({
  ...{ ...plain, link: `https://weibo.com/1/${path}` },
  ...more,
});

/** A desk, and somebody who does something each minute. */
async function desk(store: Store = memoryStore()) {
  const { cases } = await deskOf(store);
  let count = 0;
  const who = (by: string, roles: readonly Role[] = [], cause = ''): Who => {
    count += 1;
    return { by, roles, at: minutes(count), cause: cause || `cause-${count}` };
  };
  const every = () => cases.list({ me: 'nobody', roles: ['hr'] }, () => true);
  const end = (id: string) => cases.act(id, { type: 'dismiss', why: 'spam', note: '' }, who('rita', ['responder']));
  const merge = async (younger: string, older: string) => {
    const { state } = await cases.records.read(older);
    if (state.status === 'none') throw new Error('no such case');
    const { number, openedAt, confidential, concerns } = state;
    const into = { id: older, number, openedAt, confidential, concerns, open: true };
    await cases.act(younger, { type: 'merge', self: younger, into }, who('rita', ['responder']));
  };
  return { cases, who, every, end, merge };
}

/** A store that loses its power once, before the first entry of a case is written. */
function failing(): Store {
  const store = memoryStore();
  let failed = false;
  return {
    ...store,
    async append(stream, length, entries) {
      if (stream.startsWith('case/') && !failed) {
        failed = true;
        throw new StoreFault('io', stream);
      }
      return store.append(stream, length, entries);
    },
  };
}

describe('a report that is delivered again', () => {
  test('gives what it gave, though its case has ended', async () => {
    const { cases, who, every, end } = await desk();
    const first = await cases.report(post('a'), who('emma', [], 'once'));
    await end(first.id);
    expect(await cases.report(post('a'), who('emma', [], 'once'))).toEqual(first);
    expect(every()).toHaveLength(1);
  });

  test('gives what it gave, though the case that it joined has ended', async () => {
    const { cases, who, every, end } = await desk();
    const { id } = await cases.report(post('a'), who('emma'));
    const joined = await cases.report(post('a'), who('mei', [], 'once'));
    await end(id);
    expect(await cases.report(post('a'), who('mei', [], 'once'))).toEqual(joined);
    expect(every()).toHaveLength(1);
  });

  test('gives what it gave, though the post has another case by now', async () => {
    const { cases, who, every, end } = await desk();
    const first = await cases.report(post('a'), who('emma', [], 'once'));
    await end(first.id);
    const second = await cases.report(post('a'), who('mei'));
    expect(await cases.report(post('a'), who('emma', [], 'once'))).toEqual(first);
    expect(every()).toHaveLength(2);
    expect((await cases.open(second.id, { me: 'rita', roles: ['responder'] })).state.reporters).toHaveLength(1);
  });
});

describe('a claim whose case never came', () => {
  test('is completed by the next who reports the post', async () => {
    const { cases, who, every } = await desk(failing());
    await expect(cases.report(post('a'), who('emma', [], 'once'))).rejects.toThrow('io');
    const { number, joined } = await cases.report(post('a'), who('mei'));
    expect({ number, joined }).toEqual({ number: 'RM-2026-0002', joined: false });
    expect(await cases.report(post('a'), who('emma', [], 'once'))).toMatchObject({ number, joined: true });
    expect(every().map(({ reporters }) => reporters.map(({ person }) => person))).toEqual([['mei', 'emma']]);
  });

  test('kept for a confidential case stays confidential, and an ordinary reporter learns nothing of it', async () => {
    const { cases, who, every } = await desk(failing());
    await expect(cases.report(post('a', { confidential: true }), who('emma'))).rejects.toThrow('io');
    const { number, joined } = await cases.report(post('a'), who('mei'));
    expect({ number, joined }).toEqual({ number: 'RM-2026-0001', joined: false });
    const [one] = every();
    expect(one?.confidential).toBe(true);
    expect(one?.number).toMatch(/^C-/);
  });
});

describe('a post of a merged case', () => {
  async function merged() {
    const all = await desk();
    const older = await all.cases.report(post('a'), all.who('emma'));
    const younger = await all.cases.report(post('b'), all.who('emma'));
    await all.merge(younger.id, older.id);
    return { ...all, older, younger };
  }

  test('is reported into the case that took it over', async () => {
    const { cases, who, older } = await merged();
    expect(await cases.report(post('b'), who('mei'))).toMatchObject({
      id: older.id,
      number: older.number,
      joined: true,
    });
  });

  test('cannot be added to a third case while that one is open', async () => {
    const { cases, who, older } = await merged();
    const third = await cases.report(post('c'), who('emma'));
    await expect(cases.addMention(third.id, post('b'), who('rita', ['responder']))).rejects.toMatchObject({
      refusal: { code: 'case_elsewhere', number: older.number },
    });
    expect(await cases.addMention(older.id, post('b'), who('rita', ['responder']))).toMatchObject({ id: older.id });
  });
});

test('a post can be added to a case that has none like it, and to no second one', async () => {
  const { cases, who, end } = await desk();
  const one = await cases.report(post('a'), who('emma'));
  const other = await cases.report(post('b'), who('emma'));
  const rita = () => who('rita', ['responder']);
  await cases.addMention(one.id, post('c'), rita());
  await expect(cases.addMention(other.id, post('c'), rita())).rejects.toMatchObject({
    refusal: { code: 'case_elsewhere', number: one.number },
  });
  await end(one.id);
  expect(await cases.addMention(other.id, post('c'), rita())).toMatchObject({ id: other.id });
});

test('a confidential report never joins a case that the channel sees, nor the other way round', async () => {
  const { cases, who, every } = await desk();
  await cases.report(post('a'), who('emma'));
  const secret = await cases.report(post('a', { confidential: true }), who('mei'));
  expect(secret.joined).toBe(false);
  expect(
    every()
      .map(({ confidential }) => confidential)
      .sort(),
  ).toEqual([false, true]);
  expect((await cases.report(post('a', { confidential: true }), who('max'))).id).toBe(secret.id);
});

describe('what is refused leaves no post claimed:', () => {
  const said = { type: 'reopen', why: 'other', note: 'It is going round again.' } as const;

  async function claims(store: Store): Promise<number> {
    let entries = 0;
    for await (const stream of store.streams('claim/post/')) entries += (await store.read(stream)).length;
    return entries;
  }

  /** A case of two posts that has ended, and one of them reported anew. */
  async function ended(store: Store) {
    const all = await desk(store);
    const { cases, who, end } = all;
    const { id } = await cases.report(post('a'), who('emma'));
    await cases.addMention(id, post('b'), who('rita', ['responder']));
    await end(id);
    return { ...all, id };
  }

  test('opening a case again without the role, or without a reason', async () => {
    const store = memoryStore();
    const { cases, who, end, id } = await ended(store);
    const other = await cases.report(post('a'), who('omar'));
    await end(other.id);
    const before = await claims(store);
    const refused = cases.reopen(id, said, who('emma'));
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'case_needs_role' } });
    const silent = cases.reopen(id, { ...said, note: '' }, who('rita', ['responder']));
    await expect(silent).rejects.toMatchObject({ refusal: { code: 'case_reason_short' } });
    expect(await claims(store)).toBe(before);
    await cases.reopen(id, said, who('rita', ['responder']));
    expect(await claims(store)).toBeGreaterThan(before);
  });

  test('opening a case again while one of its posts is handled elsewhere', async () => {
    const store = memoryStore();
    const { cases, who, end, id } = await ended(store);
    const first = await cases.report(post('a'), who('omar'));
    await end(first.id);
    await cases.report(post('b'), who('omar'));
    const before = await claims(store);
    const refused = cases.reopen(id, said, who('rita', ['responder']));
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'case_elsewhere' } });
    expect(await claims(store)).toBe(before);
  });

  test('adding a post to a case that has ended', async () => {
    const store = memoryStore();
    const { cases, who, id } = await ended(store);
    const before = await claims(store);
    const refused = cases.addMention(id, post('c'), who('rita', ['responder']));
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'case_ended' } });
    expect(await claims(store)).toBe(before);
  });
});

test('a case that was opened again stays so when the same click comes twice', async () => {
  const { cases, who, end } = await desk();
  const { id } = await cases.report(post('a'), who('emma'));
  await end(id);
  const command = { type: 'reopen', why: 'other', note: 'It is going round again.' } as const;
  const once = await cases.reopen(id, command, who('rita', ['responder'], 'again'));
  const twice = await cases.reopen(id, command, who('rita', ['responder'], 'again'));
  expect(twice.happened).toEqual(once.happened);
});

describe('while one claims a post and has not written its case,', () => {
  /** A store that keeps the next entry of a case back until it is told to go on; whoever does not wait for it comes first. */
  function holding() {
    const store = memoryStore();
    let gate: PromiseWithResolvers<void> | undefined;
    const held: Store = {
      ...store,
      async append(stream, length, entries) {
        const mine = stream.startsWith('case/') ? gate : undefined;
        if (mine) gate = undefined;
        await mine?.promise;
        return store.append(stream, length, entries);
      },
    };
    /** Everything has gone as far as it can without what is kept back. */
    const rounds = async () => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    /** Begins the second while the first is kept back, and gives both outcomes. */
    async function both(first: () => Promise<unknown>, second: () => Promise<unknown>) {
      const mine = Promise.withResolvers<void>();
      gate = mine;
      const outcomes = [first()];
      await rounds();
      outcomes.push(second());
      await rounds();
      mine.resolve();
      return Promise.allSettled(outcomes);
    }
    return { store: held, both };
  }
  const responder = ['responder'] as const;
  const withPost = (cases: Awaited<ReturnType<typeof desk>>['cases'], key: string) =>
    Promise.all(
      [...cases.list({ me: 'nobody', roles: ['hr'] }, () => true)].map(async ({ id }) => {
        const { state } = await cases.records.read(id);
        return (
          'mentions' in state && state.status !== 'dismissed' && state.mentions.some((one) => one.link.includes(key))
        );
      }),
    ).then((have) => have.filter(Boolean).length);

  test('nobody adds it to another case', async () => {
    const { store, both } = holding();
    const { cases, who } = await desk(store);
    const other = await cases.report(post('other'), who('emma'));
    const [reported, added] = await both(
      () => cases.report(post('mine'), who('emma')),
      () => cases.addMention(other.id, post('mine'), who('rita', responder)),
    );
    expect(reported).toMatchObject({ status: 'fulfilled', value: { joined: false } });
    expect(added).toMatchObject({ status: 'rejected', reason: { refusal: { code: 'case_elsewhere' } } });
    expect(await withPost(cases, 'mine')).toBe(1);
  });

  test('a report waits for the case that is being opened again, and joins it', async () => {
    const { store, both } = holding();
    const { cases, who, end } = await desk(store);
    const { id } = await cases.report(post('mine'), who('emma'));
    await end(id);
    const said = { type: 'reopen', why: 'other', note: 'It is going round again.' } as const;
    const [reopened, reported] = await both(
      () => cases.reopen(id, said, who('rita', responder)),
      () => cases.report(post('mine'), who('omar')),
    );
    expect(reopened).toMatchObject({ status: 'fulfilled' });
    expect(reported).toMatchObject({ status: 'fulfilled', value: { id } });
    expect(await withPost(cases, 'mine')).toBe(1);
  });
});
