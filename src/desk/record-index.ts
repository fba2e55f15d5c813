/**
 * What is kept in memory of every record of a kind: a few values, its length, and whether anything is owed. The store
 * keeps the same as a note on each stream, so that a restart reads only the records that have changed since.
 */
import type { DomainEvent, Json } from '#src/core/event.ts';
import type { Recalled, Store } from '#src/stores/store.ts';
import { isDamaged } from './damaged.ts';
import { each } from './each.ts';
import type { Folded } from './folded.ts';
import type { Source } from './records.ts';

/** A pure function of a record. Undefined is the absence of a value; JSON has no other. */
type Value = Exclude<Json, null>;
type Column<S, E extends DomainEvent> = {
  readonly of: (whole: Folded<S, E>) => Value | undefined;
  readonly told: (id: string, value: Value | undefined) => void;
};
type Line = {
  readonly length: number;
  readonly values: readonly (Value | undefined)[];
  /** The record is over and nothing is owed by it: it may be left alone until it changes. */
  readonly rests: boolean;
};

export class RecordIndex<S, E extends DomainEvent> {
  readonly #source: Source<S, E>;
  readonly #store: Store;
  readonly #code: string | undefined;
  readonly #columns: Column<S, E>[] = [];
  readonly #lines = new Map<string, Line>();
  /** At which length a record came to rest that is still to be read: what was delivered stays so under any code. */
  readonly #resting = new Map<string, number>();
  #whole = false;
  #started: { readonly columns: number; readonly done: Promise<void> } | undefined;

  /** `code` names the code that makes the values: notes of any other are not believed. Without it none are kept. */
  constructor(source: Source<S, E>, store: Store, code: string | undefined) {
    this.#source = source;
    this.#store = store;
    this.#code = code;
  }

  /** One more value of every record, by the number returned. `told` hears of each when first known and at each change. */
  column(of: Column<S, E>['of'], told: Column<S, E>['told']): number {
    if (this.#columns.length === 0) this.#source.onChange((whole) => this.#take(whole));
    return this.#columns.push({ of, told }) - 1;
  }

  /** Learns all records. It is whole when this resolves, but for damaged ones; once it is, asking again costs nothing. */
  start(): Promise<void> {
    if (this.#started?.columns === this.#columns.length) return this.#started.done;
    const started = { columns: this.#columns.length, done: this.#learn() };
    this.#started = started;
    started.done.catch(() => {
      if (this.#started === started) this.#started = undefined;
    });
    return started.done;
  }

  /** The ids of all records; undefined before they are known. */
  ids(): Iterable<string> | undefined {
    return this.#whole ? this.#lines.keys() : undefined;
  }

  value(id: string, column: number): Value | undefined {
    return this.#lines.get(id)?.values[column];
  }

  /** The values of one column, in no particular order. */
  *values(column: number): Iterable<readonly [string, Value]> {
    for (const [id, { values }] of this.#lines) {
      const value = values[column];
      if (value !== undefined) yield [id, value];
    }
  }

  rests(id: string): boolean {
    return this.#lines.get(id)?.rests === true;
  }

  /** Nothing is owed by the record at this length, and nothing will be before it changes. */
  rest(id: string, length: number): void {
    const line = this.#lines.get(id);
    if (line?.length === length && !line.rests) this.#note(id, { ...line, rests: true });
  }

  async #learn(): Promise<void> {
    const unknown: string[] = [];
    for await (const portion of this.#store.recall(`${this.#source.kind}/`))
      for (const recalled of portion) if (!this.#recall(recalled)) unknown.push(this.#idOf(recalled.stream));
    await each(unknown, 16, async (id) => {
      try {
        this.#take(await this.#source.read(id));
      } catch (error) {
        if (!isDamaged(error)) throw error;
      }
    });
    this.#resting.clear();
    this.#whole = true;
  }

  readonly #idOf = (stream: string): string => stream.slice(this.#source.kind.length + 1);

  /** Whether all is known of the record now. */
  #recall({ stream, noted }: Recalled): boolean {
    const id = this.#idOf(stream);
    if (this.#lines.get(id)?.values.length === this.#columns.length) return true;
    const line = noted && this.#read(noted.length, noted.note);
    if (line?.values) this.#set(id, { ...line, values: line.values });
    else if (line?.rests) this.#resting.set(id, line.length);
    return line?.values !== undefined;
  }

  #take(whole: Folded<S, E>): void {
    const { id, length } = whole;
    const before = this.#lines.get(id);
    // A reading that began before a change must not undo it.
    if (before && before.length > length) return;
    const values = this.#columns.map(({ of }) => of(whole));
    const rested = before?.rests ? before.length : this.#resting.get(id);
    const line = { length, values, rests: rested === length };
    this.#set(id, line);
    this.#note(id, line);
  }

  #set(id: string, line: Line): void {
    this.#lines.set(id, line);
    for (const [column, { told }] of this.#columns.entries()) told(id, line.values[column]);
  }

  #note(id: string, line: Line): void {
    this.#lines.set(id, line);
    if (this.#code === undefined) return;
    const { length, values, rests } = line;
    const note = [this.#code, rests, ...values.map((value) => value ?? null)];
    this.#store.remember(`${this.#source.kind}/${id}`, length, note);
  }

  /** What a note says; without values when other code made them. */
  #read(length: number, note: Json): (Omit<Line, 'values'> & Partial<Pick<Line, 'values'>>) | undefined {
    if (this.#code === undefined || !Array.isArray(note)) return undefined;
    const [code, rests, ...values] = note;
    const line = { length, rests: rests === true };
    if (code !== this.#code || values.length !== this.#columns.length) return line;
    return { ...line, values: values.map((value) => value ?? undefined) };
  }
}
