/** A desk of tasks with an outbox over a fake chat, for tests of deliveries; it can crash and come back. */
import type { PersonId } from '#src/core/event.ts';
import type { OnFault } from '#src/desk/on-fault.ts';
import { Outbox } from '#src/desk/outbox.ts';
import type { GivenUpPlace } from '#src/desk/parcel.ts';
import type { Resolve, Spot } from '#src/desk/place.ts';
import type { Wants } from '#src/desk/wanted.ts';
import type { Address, Platform } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import type { Card } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import { wordsFor } from '#src/words/words.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, NOON, noFault, type Task, type TaskCommand, type TaskEvent, taskRecords } from './task.fixture.ts';

export const english: Reader = {
  locale: 'en',
  timeZone: 'UTC',
  t: wordsFor('en'),
  name: (id) => id,
  when: (at) => at,
  dayOf: (at) => at.slice(0, 10),
};
export const card = (summary: string): Card => ({ summary, blocks: [], locale: 'en', timeZone: 'UTC' });

export const channel = (id: string): Address => ({ platform: 'slack', kind: 'channel', id });
const direct = (person: PersonId): Address => ({ platform: 'slack', kind: 'direct', id: `D-${person}` });

/** A card in its channel while the task is open, and a notice to each who is told. */
export const wants: Wants<Task, TaskEvent> = ({ state, history }) => ({
  cards:
    state.status === 'open'
      ? [{ key: 'task', to: { channel: state.channel }, card: () => card([state.title, ...state.notes].join(', ')) }]
      : [],
  notices: history.flatMap(({ event, meta }) =>
    event.type === 'told'
      ? event.people.map((to) => ({
          key: 'told',
          event: meta,
          to,
          lane: event.lane,
          card: () => card(`told at ${meta.number}`),
        }))
      : [],
  ),
});

export type DeskOptions = {
  readonly store?: Store;
  readonly platform?: FakePlatform;
  /** Between the desk and that platform, where a test cuts it. */
  readonly wire?: Platform;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly wants?: Wants<Task, TaskEvent>;
  readonly isOpen?: (state: Task) => boolean;
  readonly onFault?: OnFault;
  readonly code?: string;
};

export function desk({ store = memoryStore(), platform = new FakePlatform(), ...more }: DeskOptions = {}) {
  const waits: number[] = [];
  const givenUp: GivenUpPlace[] = [];
  const arrived: string[] = [];
  const channels = new Map<string, readonly Address[]>([['response', [channel('C1')]]]);
  const unknown = new Set<PersonId>();
  const spot = (address: Address): Spot => ({ address, reader: english });
  const resolve: Resolve = (to) => {
    if ('channel' in to) return (channels.get(to.channel) ?? []).map(spot);
    return unknown.has(to.person) ? [] : [spot(direct(to.person))];
  };
  const tasks = taskRecords(store, more.code === undefined ? {} : { code: more.code });
  const outbox = new Outbox({
    store,
    platforms: [more.wire ?? platform],
    resolve,
    team: () => ({ person: () => undefined, holding: () => [], all: () => [] }),
    rules: () => rules,
    now: () => NOON,
    random: () => 0.5,
    wait: async (ms, signal) => {
      waits.push(ms);
      await more.wait?.(ms, signal);
    },
    onFault: more.onFault ?? noFault,
    onGivenUp: (place) => givenUp.push(place),
    onArrived: (address, edits) => arrived.push(edits ? `${address} edited` : address),
  });
  outbox.watch(tasks, more.wants ?? wants, more.isOpen);
  const act = (id: string, command: TaskCommand) => tasks.act(id, command, alice());
  return { store, platform, waits, givenUp, arrived, channels, unknown, tasks, outbox, act };
}
