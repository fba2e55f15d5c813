/**
 * Summaries of all records of a kind, in memory, for lists and counts.
 *
 * A summary is plain JSON and stands beside the length its stream had, so that all of them can be saved: write
 * `entries()` in shards now and then, give them back as `saved`, and `start` reads only the streams whose length is
 * not the saved one. That needs a cheap `length(id)`, which a store can know without reading the stream; a saved
 * summary that is missing, older or of another version of `summarise` is simply read anew.
 */
import type { DomainEvent, Json } from '#src/core/event.ts';
import { isDamaged } from './damaged.ts';
import { each } from './each.ts';
import type { Folded } from './folded.ts';
import type { Source } from './records.ts';
import type { Whole } from './wanted.ts';

export type Summary<V> = { readonly length: number; readonly value: V | undefined };

export class ReadModel<S, E extends DomainEvent, V extends Json> {
  readonly #source: Source<S, E>;
  readonly #summarise: (whole: Whole<S, E>) => V | undefined;
  readonly #summaries = new Map<string, Summary<V>>();
  readonly #listeners = new Set<(id: string, value: V | undefined) => void>();

  /** A record whose summary is undefined is in no list. From now on changes are included before `act` resolves. */
  constructor(source: Source<S, E>, summarise: (whole: Whole<S, E>) => V | undefined) {
    this.#source = source;
    this.#summarise = summarise;
    source.onChange((whole) => this.#take(whole));
  }

  /** Reads every record that is not known yet. The model is whole when it resolves, but for damaged records. */
  async start(saved?: {
    readonly summaries: AsyncIterable<readonly [string, Summary<V>]>;
    length(id: string): number | undefined;
  }): Promise<void> {
    if (saved)
      for await (const [id, summary] of saved.summaries)
        if (saved.length(id) === summary.length) this.#set(id, summary);
    await each(this.#source.ids(), 16, async (id) => {
      if (this.#summaries.has(id)) return;
      try {
        this.#take(await this.#source.read(id));
      } catch (error) {
        if (!isDamaged(error)) throw error;
      }
    });
  }

  get(id: string): V | undefined {
    return this.#summaries.get(id)?.value;
  }

  /** Every summary, in no particular order. */
  *all(): Iterable<readonly [string, V]> {
    for (const [id, { value }] of this.#summaries) if (value !== undefined) yield [id, value];
  }

  /** What to save: also the records that are in no list, so that they need not be read again. */
  entries(): Iterable<readonly [string, Summary<V>]> {
    return this.#summaries.entries();
  }

  /** Told of each summary when it is first known and whenever its record has changed. Returns how to stop. */
  onChange(listener: (id: string, value: V | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(whole: Folded<S, E>): void {
    this.#set(whole.id, { length: whole.length, value: this.#summarise(whole) });
  }

  #set(id: string, summary: Summary<V>): void {
    // A reading that began before a change must not undo it.
    if ((this.#summaries.get(id)?.length ?? 0) > summary.length) return;
    this.#summaries.set(id, summary);
    for (const listener of this.#listeners) listener(id, summary.value);
  }
}
