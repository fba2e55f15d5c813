/** How a digest is put together and made: what features add, and a store that cannot take it for a while. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { digest, digestId } from '#src/core/digest/digest.ts';
import { CLOCK } from '#src/core/event.ts';
import { subscription } from '#src/core/subscription/subscription.ts';
import { Digests, type DigestsOptions } from '#src/desk/digest/digests.ts';
import { Records } from '#src/desk/records.ts';
import { seedCompany } from '#src/desk/seed.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { text } from '#src/view/card.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { days, hours, START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const MAX = {
  account: 'max',
  name: 'Max',
  locale: 'en',
  timeZone: 'Europe/London',
  roles: ['manager'],
  team: '',
} as const;

/** Digests over a store of their own, beside a desk. */
async function digests(more: Partial<DigestsOptions> = {}, store: Store = memoryStore()) {
  const desk = await deskOf();
  const faults: string[] = [];
  const options = { rules: () => rules, onFault: (what: string) => void faults.push(what) };
  const made = new Digests({
    ...{ people: desk.people, rules, now: () => START, wait: async () => undefined, random: () => 0.5 },
    ...{ onFault: options.onFault, sections: [], desk: () => desk },
    records: new Records(store, subscription, options),
    issued: new Records(store, digest, options),
    ...more,
  });
  await seedCompany(desk.people, desk.settings, 'slack', [MAX], { at: START, cause: 'company' });
  const me = desk.people.ofAccount('slack', 'max')?.id ?? '';
  return { desk, made, faults, me };
}

describe('what features add', () => {
  test('stands in their order; who has nothing to say is silent, and who fails does not silence the others', async () => {
    const { desk, made, faults, me } = await digests({
      sections: [
        async () => [text('Two signatures are due.')],
        () => undefined,
        () => {
          throw new Error('lost its thread');
        },
        ({ period }) => [text(period.from)],
      ],
    });
    const reader = readerOf('en', 'Europe/London', desk.people.team());
    const period = { from: days(-1), to: START };
    expect(await made.added({ me, roles: ['manager'], reader, at: START, period, desk })).toEqual([
      text('Two signatures are due.'),
      text(days(-1)),
    ]);
    expect(faults).toEqual(['a part of the digest']);
  });

  test('is kept with the digest', async () => {
    const { made, me } = await digests({ sections: [() => [text('Two signatures are due.')]] });
    await made.start();
    await made.subscriptions.act(me, { type: 'come' }, { by: CLOCK, roles: [], at: hours(7.5), cause: 'tick' });
    await made.idle();
    const { state } = await made.issued.read(digestId(me, '2026-03-02'));
    expect(state).toMatchObject({ status: 'issued', added: [text('Two signatures are due.')] });
  });
});

test('digests that come at one hour are made one after the other', async () => {
  let making = 0;
  const together: number[] = [];
  const { desk, made, me } = await digests({
    sections: [
      async () => {
        making += 1;
        together.push(making);
        await turn();
        making -= 1;
        return [];
      },
    ],
  });
  const another = { ...MAX, account: 'ben', name: 'Ben' };
  await seedCompany(desk.people, desk.settings, 'teams', [another], { at: START, cause: 'another' });
  await made.start();
  const ids = [me, desk.people.ofAccount('teams', 'ben')?.id ?? ''];
  const who = { by: CLOCK, roles: [], at: hours(7.5), cause: 'tick' };
  await Promise.all(ids.map((id) => made.subscriptions.act(id, { type: 'come' }, who)));
  await made.idle();
  expect(together).toEqual([1, 1]);
});

test('a digest that the store cannot take is made as soon as it can', async () => {
  const memory = memoryStore();
  let full = 3;
  const store: Store = {
    ...memory,
    async append(stream, length, entries) {
      if (stream.startsWith('digest/') && full > 0) {
        full -= 1;
        throw new StoreFault('full', stream);
      }
      await memory.append(stream, length, entries);
    },
  };
  const { made, me, faults } = await digests({}, store);
  await made.start();
  await made.subscriptions.act(me, { type: 'come' }, { by: CLOCK, roles: [], at: hours(7.5), cause: 'tick' });
  await made.idle();
  expect(faults).toHaveLength(3);
  expect((await made.issued.read(digestId(me, '2026-03-02'))).state.status).toBe('issued');
});
