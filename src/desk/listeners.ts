/** Those who follow the records of a kind: told in order within a record, even when it must first be read again. */
import type { DomainEvent, Happened } from '#src/core/event.ts';
import type { Folded } from './folded.ts';
import type { OnFault } from './on-fault.ts';
import { type Turns, turns } from './turns.ts';

export type OnChange<S, E extends DomainEvent> = (whole: Folded<S, E>, happened: readonly Happened<E>[]) => void;

export class Listeners<S, E extends DomainEvent> {
  readonly #all = new Set<{ readonly call: OnChange<S, E> }>();
  readonly #behind: Turns = turns();
  readonly #read: (id: string) => Promise<Folded<S, E>>;
  readonly #onFault: OnFault;

  constructor(read: (id: string) => Promise<Folded<S, E>>, onFault: OnFault) {
    this.#read = read;
    this.#onFault = onFault;
  }

  add(call: OnChange<S, E>): () => void {
    const one = { call };
    this.#all.add(one);
    return () => this.#all.delete(one);
  }

  /** Tells at once when the record is at hand and nobody waits for an earlier change of it; else once it was read. */
  tell(id: string, whole: Folded<S, E> | undefined, happened: readonly Happened<E>[]): void {
    if (this.#all.size === 0) return;
    if (whole && !this.#behind.busy(id)) this.#call(whole, happened);
    else
      this.#behind
        .run(id, async () => this.#call(await this.#read(id), happened))
        .catch((error: unknown) => this.#onFault(`a change of ${id} could not be read`, error));
  }

  /** Ends when everyone has been told of what happened to this record by now. */
  caughtUp(id: string): Promise<void> {
    return this.#behind.ended(id);
  }

  #call(whole: Folded<S, E>, happened: readonly Happened<E>[]): void {
    for (const { call } of this.#all) {
      try {
        call(whole, happened);
      } catch (error) {
        this.#onFault(`a listener failed on ${whole.id}`, error);
      }
    }
  }
}
