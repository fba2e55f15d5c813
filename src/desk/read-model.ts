/** Summaries of all records of a kind, in memory, for lists and counts: one column of the kind's index. */
import type { DomainEvent, Json } from '#src/core/event.ts';
import type { Folded } from './folded.ts';
import type { RecordIndex } from './record-index.ts';
import type { Source } from './records.ts';

export class ReadModel<S, E extends DomainEvent, V extends Exclude<Json, null>> {
  readonly #index: RecordIndex<S, E>;
  readonly #column: number;
  readonly #listeners = new Set<(id: string, value: V | undefined) => void>();

  /**
   * A record whose summary is undefined is in no list. From now on changes are included before `act` resolves.
   * `summarise` is pure and gives plain JSON, which is kept over restarts as long as the code is the same.
   */
  constructor({ index }: Source<S, E>, summarise: (whole: Folded<S, E>) => V | undefined) {
    this.#index = index;
    this.#column = index.column(summarise, (id, value) => {
      for (const listener of this.#listeners) listener(id, value as V | undefined);
    });
  }

  /** Learns every record; the model is whole when it resolves, but for damaged records. */
  start(): Promise<void> {
    return this.#index.start();
  }

  get(id: string): V | undefined {
    return this.#index.value(id, this.#column) as V | undefined;
  }

  /** Every summary, in no particular order. */
  all(): Iterable<readonly [string, V]> {
    return this.#index.values(this.#column) as Iterable<readonly [string, V]>;
  }

  /** Told of each summary when it is first known and whenever its record has changed. Returns how to stop. */
  onChange(listener: (id: string, value: V | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
