/** Counts and times what goes through the two interfaces of the desk, store and platform; neither knows of it. */
import { DeliveryFault, type Platform } from '#src/platforms/platform.ts';
import { Conflict, type Store, StoreFault } from '#src/stores/store.ts';
import { instruments } from './instruments.ts';

export type Meter = {
  /** The same store, its writes counted. */
  store(store: Store): Store;
  /** The same platform: what comes in and what goes out is counted. */
  platform(platform: Platform): Platform;
  /** Something was logged as wrong. */
  fault(): void;
  /** Asked by lane what waits to be delivered, each time that somebody looks. */
  waiting(byLane: () => Readonly<Record<string, number>>): void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
};

function whyUnwritten(error: unknown): string {
  if (error instanceof Conflict) return 'conflict';
  return error instanceof StoreFault ? error.code : 'fault';
}

export function createMeter(): Meter {
  const { registry, interactions, deliveries, waiting, appends, faults } = instruments();
  let lanes: () => Readonly<Record<string, number>> = () => ({});

  return {
    store: (store) => ({
      ...store,
      async append(stream, expectedLength, entries) {
        const ended = appends.startTimer();
        try {
          await store.append(stream, expectedLength, entries);
          ended({ outcome: 'ok' });
        } catch (error) {
          ended({ outcome: whyUnwritten(error) });
          throw error;
        }
      },
    }),

    platform(chat) {
      const { name, membership } = chat;
      async function delivery<T>(does: 'send' | 'edit' | 'find', call: () => Promise<T>): Promise<T> {
        const ended = deliveries.startTimer({ platform: name, does });
        try {
          const made = await call();
          ended({ outcome: 'ok' });
          return made;
        } catch (error) {
          ended({ outcome: error instanceof DeliveryFault ? error.why : 'fault' });
          throw error;
        }
      }
      return {
        name,
        ...(membership && { membership }),
        start: (receive) =>
          chat.start(async (interaction) => {
            const answered = interactions.startTimer({ platform: name, does: interaction.does.type });
            const reply = await receive(interaction);
            answered({ reply: reply.type });
            return reply;
          }),
        send: (to, card, key) => delivery('send', () => chat.send(to, card, key)),
        update: (to, ref, card) => delivery('edit', () => chat.update(to, ref, card)),
        find: (to, key) => delivery('find', () => chat.find(to, key)),
        fetch: (ref, most) => chat.fetch(ref, most),
        stop: () => chat.stop(),
      };
    },

    fault: () => faults.inc(),

    waiting(byLane) {
      lanes = byLane;
    },

    text() {
      for (const [lane, count] of Object.entries(lanes())) waiting.set({ lane }, count);
      return registry.metrics();
    },
  };
}
