/** Entries for tests of stores: as the desk would seal them, with text of the test's choosing. */
import { seal } from '#src/core/chain.ts';
import type { Entry } from '#src/core/event.ts';
import { lengthOf } from '#src/stores/entries.ts';

/** One entry a text, continuing `after`. */
export function noted(stream: string, texts: readonly string[], after: readonly Entry[] = []): Entry[] {
  const entries: Entry[] = [];
  for (const text of texts) {
    const last = entries.at(-1) ?? after.at(-1);
    const facts = {
      number: entries.length + lengthOf(after),
      version: 1,
      at: '2026-11-21T08:00:00.000Z',
      by: 'alice',
      cause: `say ${text}`,
      prev: last?.digest ?? '',
    };
    entries.push(seal(stream, { type: 'noted', private: { text } }, facts));
  }
  return entries;
}

/** The texts that were noted. */
export const texts = (entries: readonly Entry[]): string[] => entries.map(({ cause }) => cause.replace('say ', ''));

/** Names in an order that two runs agree on. */
export const sorted = (names: readonly string[]): string[] => names.toSorted((a, b) => (a < b ? -1 : 1));

/** Everything that an asynchronous listing gives. */
export async function all<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of listing) items.push(item);
  return items;
}
