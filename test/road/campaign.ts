/**
 * A campaign to many people over a chat that takes only so many messages a minute: the desk is killed on the way, a
 * critical case comes in, and at the end everybody has been asked once. Short in `npm test`, with thousands in the trial.
 */
import { handlers } from '#handlers/index.ts';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { type Address, DeliveryFault, type Platform } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import type { Card } from '#src/view/card.ts';
import { wire } from '#src/wire.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { policies } from '#test/handlers/signing/policies.fixture.ts';
import { turns, type VirtualTime } from './virtual.ts';

const CHANNEL = 'C-response';
const MINUTE = 60_000;

/** A chat that refuses what is beyond its rate, as Slack and Teams do, and says how long to keep away. */
export function limitedChat(time: VirtualTime, perMinute: number) {
  const chat = new FakePlatform();
  /** When each message arrived, by its reference. */
  const arrived = new Map<string, number>();
  let [minute, count, most] = [0, 0, 0];
  const send = async (to: Address, card: Card, key: string): Promise<string> => {
    const now = Math.floor(time.now() / MINUTE);
    if (now !== minute) [minute, count] = [now, 0];
    if (count >= perMinute) {
      const retryAfter = (minute + 1) * MINUTE - time.now();
      throw new DeliveryFault('later', 'ratelimited', { retryAfter });
    }
    count += 1;
    most = Math.max(most, count);
    const ref = await chat.send(to, card, key);
    arrived.set(ref, time.now());
    return ref;
  };
  return { chat, arrived, send, most: () => most };
}

export type LimitedChat = ReturnType<typeof limitedChat>;

/** What is asked of it is never answered any more, once it is dead; whatever had arrived by then has arrived. */
const forever = new Promise<never>(() => undefined);

/** One life of the desk on a store and a chat; it ends by a stop, or by being killed in the middle of whatever it does. */
export function life(store: Store, { chat, send }: LimitedChat, time: VirtualTime) {
  let alive = true;
  const mortal =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!alive) return forever;
      const result = await time.during(() => act(...args));
      return alive ? result : forever;
    };
  const platform: Platform = {
    ...{ name: 'slack', start: chat.start, stop: chat.stop },
    send: mortal(send),
    update: mortal((to: Address, ref: string, card: Card) => chat.update(to, ref, card)),
    find: mortal((to: Address, key: string) => chat.find(to, key)),
    fetch: mortal(chat.fetch.bind(chat)),
  };
  const held: Store = {
    ...store,
    append: mortal(store.append.bind(store)),
    compact: mortal(store.compact.bind(store)),
    read: (stream: string) => time.during(() => store.read(stream)),
  };
  const faults: string[] = [];
  const house = wire(
    {
      config: { rules: { ...rules, channelLocale: 'en' }, policies, templates: [], questions: [] },
      ...{ store: held, handlers, random: () => 0.5, wait: time.wait, now: time.at, rhythm: () => () => undefined },
      log: (what, { error }) => faults.push(`${what}: ${String(error)}`),
    },
    () => [platform],
  );
  let causes = 0;
  return {
    house,
    faults,
    kill: () => {
      alive = false;
    },
    async begin(): Promise<void> {
      await house.open();
      await house.start();
    },
    /** Somebody reports something critical. */
    reports: (account: string) => {
      causes += 1;
      return house.receive({
        ...{ cause: `${time.at()}/${causes}`, platform: 'slack', account, at: time.at() },
        does: {
          type: 'submit',
          form: 'report.new',
          args: {},
          values: { said: 'It exploded', severity: 'critical', kind: 'auto' },
        },
      });
    },
  };
}

export type Life = ReturnType<typeof life>;

/** The company: one of HR, one leader, one responder, and everybody else. All of them work in London. */
export async function company({ house }: Life, count: number): Promise<void> {
  const { people, settings } = house.desk;
  const bring = async (account: string, name: string, roles: readonly Role[] = []) => {
    const when = { at: START, cause: `company/${account}` };
    const profile = { name, locale: 'en', timeZone: 'Europe/London' } as const;
    const { id } = await people.who({ platform: 'slack', account, profile, ...when });
    if (roles.length > 0)
      await people.change(id, { roles }, { ...when, by: DESK, roles: [], cause: `${when.cause}/roles` });
  };
  await bring('hana', 'Hana', ['hr']);
  await bring('lea', 'Lea', ['leader']);
  await bring('rita', 'Rita', ['responder']);
  for (let index = 0; index < count - 3; index += 1) await bring(`p${index}`, `Person Nr ${index}`);
  const set = { type: 'setChannel', name: 'response', platform: 'slack', channel: CHANNEL } as const;
  await settings.change([set], { by: DESK, roles: [], at: START, cause: 'company/channel' });
}

/** Monday, ten in the morning in London. */
export const START = '2026-03-02T10:00:00.000Z';

/** HR asks everybody; the answer comes before anybody was asked. */
export async function opensCampaign({ house }: Life, time: VirtualTime): Promise<string> {
  const reply = await house.receive({
    ...{ cause: `${time.at()}/open`, platform: 'slack', account: 'hana', at: time.at() },
    does: {
      ...{ type: 'submit', form: 'campaign.new', args: {} },
      values: { 'policy-pledge': true, audience: 'all', until: '', note: '' },
    },
  });
  if (reply.type !== 'show') throw new Error(JSON.stringify(reply));
  return reply.card.summary;
}

/** Time goes by until the condition holds; fails when, in so many real milliseconds, it has not and time stands still. */
export async function until(time: VirtualTime, holds: () => boolean, patience = 60_000): Promise<void> {
  let moved = performance.now();
  while (!holds()) {
    await turns();
    if (!holds() && time.pass()) moved = performance.now();
    if (performance.now() - moved > patience) throw new Error('nothing moves any more');
  }
}

/** How often each person was asked to sign. */
export function asked({ chat }: LimitedChat): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { address, card } of chat.messages)
    if (card.summary.startsWith('Please read and sign')) times.set(address, (times.get(address) ?? 0) + 1);
  return times;
}

/** The whole story: opened, killed at each quarter of the way, an alert in between, and everybody reached. */
export async function campaignOf(
  store: Store,
  time: VirtualTime,
  count: number,
  perMinute: number,
  on: { opened?: () => void; enlisted?: () => void } = {},
) {
  const chat = limitedChat(time, perMinute);
  let desk = life(store, chat, time);
  await desk.begin();
  await company(desk, count);
  time.jump(1000);
  const opened = await opensCampaign(desk, time);
  on.opened?.();
  for (const share of [0.25, 0.5, 0.75]) {
    await until(time, () => chat.chat.messages.length >= count * share);
    desk.kill();
    await turns();
    desk = life(store, chat, time);
    await desk.begin();
  }
  const before = time.now();
  const reply = await desk.reports('p1');
  if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
  const told = (who: string) => chat.chat.at(who).some((said) => said.includes('RM-2026'));
  await until(time, () => told('lea') && told(CHANNEL));
  const alerted = time.now() - before;
  await until(time, () => chat.chat.messages.length >= count && asked(chat).size === count);
  await turns(10);
  return { chat, desk, opened, alerted };
}
