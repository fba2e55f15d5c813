/** Many people at the whole house in one instant, and a store that dies at an append of the test's choosing. */
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import type { Args, Card } from '#src/view/card.ts';
import { buttonsOf, type house } from '#test/house.fixture.ts';

export type Whole = Awaited<ReturnType<typeof house>>;
export type Does = Interaction['does'];

let clicks = 0;

/** One click or line of somebody, which takes no time. Nothing that follows from it is waited for. */
export function does({ receive }: Pick<Whole, 'receive'>, account: string, what: Does): Promise<Reply> {
  clicks += 1;
  const at = '2026-03-02T01:00:00.000Z';
  return receive({ cause: `crowd/${clicks}`, platform: 'slack', account, at, does: what });
}

/** So many people of these roles come in, each under a name of their own; their accounts. */
export async function crowd({ desk }: Whole, count: number, ...roles: readonly Role[]): Promise<readonly string[]> {
  const accounts = Array.from({ length: count }, (_, index) => `${roles[0] ?? 'colleague'}-${index + 1}`);
  const locale = (index: number): Locale => (index % 2 === 0 ? 'en' : 'zh');
  const when = { at: '2026-03-02T00:00:00.000Z', cause: 'crowd' };
  for (const [index, account] of accounts.entries()) {
    const profile = { name: `Name-of-${account}`, locale: locale(index) };
    const { id } = await desk.people.who({ platform: 'slack', account, profile, ...when });
    await desk.people.change(id, { roles }, { by: DESK, roles: [], ...when });
  }
  return accounts;
}

/** What each did and was answered. */
export const atOnce = (
  house: Pick<Whole, 'receive'>,
  accounts: readonly string[],
  what: (account: string, index: number) => Does,
): Promise<readonly { readonly account: string; readonly reply: Reply }[]> =>
  Promise.all(
    accounts.map(async (account, index) => ({ account, reply: await does(house, account, what(account, index)) })),
  );

/** Every case that there is, with all that happened to it. */
export async function allCases({ desk }: Whole) {
  const all = [];
  for await (const id of desk.cases.records.ids()) all.push(await desk.cases.records.read(id));
  return all;
}

/** The cards in somebody's direct messages, or in a channel. */
export const readBy = ({ chat }: Whole, address: string): readonly Card[] =>
  chat.messages.filter((message) => message.address === address).map(({ card }) => card);

/** The arguments of the button that does this, on the newest of the cards that has it. */
export function argsOf(cards: readonly Card[], name: string): Args {
  for (const card of cards.toReversed())
    for (const { does: what } of buttonsOf(card))
      if ((what.type === 'act' && what.action === name) || (what.type === 'open' && what.form === name))
        return what.args;
  throw new Error(`no button does ${name}`);
}

/** Resolves when nothing moves any more: no delivery is queued and, for some turns of the loop, nobody asks the store. */
export async function quiet({ outbox }: Whole, busy: () => number): Promise<void> {
  for (let calm = 0; calm < 5; calm += 1) {
    await outbox.idle();
    await new Promise((resolve) => setImmediate(resolve));
    if (busy() > 0) calm = 0;
  }
}

/** A store under a process that dies at its n-th append from `arm` on: before it is durable, or after but before it is told so. */
export function mortal(store: Store, dies: 'before' | 'after' = 'before') {
  let left = Number.POSITIVE_INFINITY;
  let [appends, busy] = [0, 0];
  const death = Promise.withResolvers<'died'>();
  const alive = () => left >= 0;
  /** The dead hear nothing any more: not what they asked while they lived, nor that they are dead. */
  const never = <T>() => new Promise<T>(() => undefined);
  async function living<T>(ask: () => Promise<T>): Promise<T> {
    if (!alive()) return never();
    busy += 1;
    try {
      const answer = await ask();
      return alive() ? answer : never();
    } finally {
      busy -= 1;
    }
  }
  const under: Store = {
    ...store,
    read: (stream) => living(() => store.read(stream)),
    compact: (...args) => living(() => store.compact(...args)),
    append: (...args) =>
      living(async () => {
        appends += 1;
        left -= 1;
        if (alive()) return store.append(...args);
        if (dies === 'after') await store.append(...args);
        death.resolve('died');
        busy = Number.NEGATIVE_INFINITY;
        return never<void>();
      }),
    follow: (follower) => store.follow((...told) => alive() && follower(...told)),
  };
  return {
    store: under,
    died: death.promise,
    busy: () => busy,
    /** Lets it live for so many appends more. */
    arm: (more: number) => {
      left = more;
    },
    appends: () => appends,
  };
}
