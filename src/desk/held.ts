/** Records of which something could not be written: to be tried again as soon as the store is seen to take something, or at the next start. */
import { StoreFault } from '#src/stores/store.ts';
import { isDamaged } from './damaged.ts';

export class Held {
  readonly #ids = new Set<string>();

  /** Holds the record if the store may take it later; not what a rule refuses or a person has to mend. */
  failed(id: string, error: unknown): void {
    if (error instanceof StoreFault && !isDamaged(error)) this.#ids.add(id);
  }

  /** Those held until now, which are let go: whoever asks has seen the store take something. */
  take(): readonly string[] {
    const ids = [...this.#ids];
    this.#ids.clear();
    return ids;
  }
}
