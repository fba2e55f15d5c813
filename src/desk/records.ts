/** Runs a decider over its streams: read, decide, append, and tell whoever follows. */
import { LRUCache } from 'lru-cache';
import type { Deal, Decider } from '#src/core/decider.ts';
import type { DomainEvent, Entry, Happened } from '#src/core/event.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import type { Rules } from '#src/core/rules.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import { after, entriesFor, type Folded, folded, unborn, upcast } from './folded.ts';
import { Listeners, type OnChange } from './listeners.ts';
import type { OnFault } from './on-fault.ts';
import { RecordIndex } from './record-index.ts';
import { type Turns, turns } from './turns.ts';
import type { Whole } from './wanted.ts';

/** Who acts, in which roles, when, and the interaction that caused it. */
export type Who = Omit<Deal, 'rules'>;

/** What came of a command: the record as it is now, the state before, and the events; none when nothing changed. */
export type Acted<S, E extends DomainEvent> = Whole<S, E> & {
  readonly before: S;
  readonly happened: readonly Happened<E>[];
  readonly length: number;
};

export type RecordsOptions = {
  readonly rules: () => Rules;
  /** See `Deal`. */
  readonly identity?: Deal['identity'];
  readonly onFault: OnFault;
  /** How many folded records are kept in memory. 0 reads the store each time, which sees other processes at once. */
  readonly cached?: number;
  /** How often a command is decided again when others were faster, before `Conflict` is thrown. */
  readonly tries?: number;
  /** The decider itself makes repetition harmless, so that the same cause may act on a record more than once. */
  readonly idempotent?: true;
  /** Names the code that runs, so that what its index makes of records outlives a restart. Nothing does without it. */
  readonly code?: string;
};

/** What a projection needs of records, whatever commands they take. */
export type Source<S, E extends DomainEvent> = {
  readonly kind: string;
  /** What is known of all records without reading them. */
  readonly index: RecordIndex<S, E>;
  ids(): AsyncIterable<string>;
  read(id: string): Promise<Folded<S, E>>;
  onChange(listener: OnChange<S, E>): () => void;
};

export class Records<S, C, E extends DomainEvent> implements Source<S, E> {
  readonly kind: string;
  readonly index: RecordIndex<S, E>;
  readonly #store: Store;
  readonly #decider: Decider<S, C, E>;
  readonly #options: RecordsOptions;
  readonly #cache: LRUCache<string, Folded<S, E>> | undefined;
  /** Records being acted on: held whatever the cache drops, so that their listeners are told before `act` returns. */
  readonly #inHand = new Map<string, Folded<S, E>>();
  readonly #loads = new Map<string, Promise<Folded<S, E>>>();
  /** How long a stream is known to be while it is being read: an older reading must not get into the cache. */
  readonly #atLeast = new Map<string, number>();
  /** Being read while they were rewritten: what was read is to be forgotten. */
  readonly #again = new Set<string>();
  readonly #acts: Turns = turns();
  readonly #listeners: Listeners<S, E>;

  constructor(store: Store, decider: Decider<S, C, E>, options: RecordsOptions) {
    this.kind = decider.kind;
    this.#store = store;
    this.#decider = decider;
    this.#options = options;
    const max = options.cached ?? 1000;
    this.#cache = max > 0 ? new LRUCache<string, Folded<S, E>>({ max }) : undefined;
    this.#listeners = new Listeners((id) => this.read(id), options.onFault);
    this.index = new RecordIndex(this, store, options.code);
    store.follow((stream, entries) => {
      if (stream.startsWith(`${this.kind}/`)) this.#learn(stream.slice(this.kind.length + 1), entries);
    });
  }

  /** The ids of all records of this kind, in no particular order. */
  async *ids(): AsyncIterable<string> {
    const known = this.index.ids();
    if (known) yield* known;
    else for await (const stream of this.#store.streams(`${this.kind}/`)) yield stream.slice(this.kind.length + 1);
  }

  /** The record as it is; an empty one in its initial state when nothing ever happened to it. */
  async read(id: string): Promise<Folded<S, E>> {
    return this.#known(id) ?? this.#loads.get(id) ?? this.#load(id);
  }

  /**
   * Decides on fresh state, one act after the other for a record. When it resolves, its events are durable and every
   * listener has been told. A cause that already had events here yields those again, whatever the command: a handler
   * that acts twice on one record needs two causes. Throws `Refused` when a rule forbids it, `StoreFault` when the
   * store cannot write.
   */
  act(id: string, command: C, who: Who): Promise<Acted<S, E>> {
    return this.#acts.run(id, () => this.#act(id, command, who));
  }

  /** What would refuse this command as the record is now; undefined when nothing would, or it is done. Nothing is done. */
  async refusal(id: string, command: C, who: Who): Promise<Refusal | undefined> {
    const before = await this.read(id);
    if (this.#earlier(before, who).length > 0) return undefined;
    try {
      this.#decide(before, command, who);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  /** Replaces the stream by one event that says it all. Only for streams outside the chain. */
  compact(id: string, snapshot: (state: S) => E, who: Omit<Who, 'roles'>): Promise<void> {
    return this.#acts.run(id, async () => {
      const before = await this.read(id);
      const [entry] = entriesFor(this.#decider, before, [snapshot(before.state)], who);
      if (!entry) return;
      await this.#store.compact(entry.stream, before.length, entry);
      const now = folded(this.#decider, unborn(this.#decider, id), [entry]);
      this.#cache?.set(id, now);
      this.#listeners.tell(id, now, []);
    });
  }

  /**
   * Told of every change, in order within a record, with the record at least as new as the change; before `act`
   * resolves for acts through this object, soon after for changes from elsewhere. Returns how to stop.
   */
  onChange(listener: OnChange<S, E>): () => void {
    return this.#listeners.add(listener);
  }

  async #act(id: string, command: C, who: Who): Promise<Acted<S, E>> {
    await this.#listeners.caughtUp(id);
    for (let tries = 1; ; tries += 1) {
      const before = await this.read(id);
      const earlier = this.#earlier(before, who);
      if (earlier[0]) return { ...before, before: this.#stateBefore(before, earlier[0]), happened: earlier };
      const events = this.#decide(before, command, who);
      if (events.length === 0) return { ...before, before: before.state, happened: [] };
      const entries = entriesFor(this.#decider, before, events, who);
      const now = await this.#append(before, entries, tries);
      if (now) return { ...now, before: before.state, happened: now.history.slice(-entries.length) };
    }
  }

  /** What this cause has already made happen here. */
  #earlier({ history }: Folded<S, E>, { cause }: Who): readonly Happened<E>[] {
    return this.#options.idempotent ? [] : history.filter(({ meta }) => meta.cause === cause);
  }

  #decide(before: Folded<S, E>, command: C, who: Who): readonly E[] {
    const { rules, identity } = this.#options;
    const deal = { ...honest(who, before), rules: rules(), ...(identity && { identity }) };
    return this.#decider.decide(before.state, command, deal);
  }

  /** The record with its new entries; undefined when somebody else was faster and it must be decided again. */
  async #append(before: Folded<S, E>, entries: readonly Entry[], tries: number): Promise<Folded<S, E> | undefined> {
    this.#inHand.set(before.id, before);
    try {
      await this.#store.append(`${this.kind}/${before.id}`, before.length, entries);
      return folded(this.#decider, before, entries);
    } catch (error) {
      if (!(error instanceof Conflict) || tries >= (this.#options.tries ?? 100)) throw error;
      this.#cache?.delete(before.id);
      return undefined;
    } finally {
      this.#inHand.delete(before.id);
    }
  }

  #stateBefore({ history }: Folded<S, E>, first: Happened<E>): S {
    return after(this.#decider, this.#decider.initial, history.slice(0, history.indexOf(first)));
  }

  #known(id: string): Folded<S, E> | undefined {
    return this.#inHand.get(id) ?? this.#cache?.get(id);
  }

  #load(id: string): Promise<Folded<S, E>> {
    const load = this.#reading(id).finally(() => {
      this.#loads.delete(id);
      this.#atLeast.delete(id);
    });
    this.#loads.set(id, load);
    return load;
  }

  async #reading(id: string): Promise<Folded<S, E>> {
    for (;;) {
      const entries = await this.#store.read(`${this.kind}/${id}`);
      const now = folded(this.#decider, unborn(this.#decider, id), entries);
      if (this.#again.delete(id) || now.length < (this.#atLeast.get(id) ?? 0)) continue;
      this.#cache?.set(id, now);
      return now;
    }
  }

  #learn(id: string, entries: readonly Entry[]): void {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) {
      this.#forget(id);
      return;
    }
    if (this.#loads.has(id)) this.#atLeast.set(id, last.number + 1);
    const known = this.#known(id);
    let now: Folded<S, E> | undefined;
    if (known && known.length > last.number) now = known;
    else if (known?.length === first.number) now = folded(this.#decider, known, entries);
    if (now && this.#inHand.has(id)) this.#inHand.set(id, now);
    if (now) this.#cache?.set(id, now);
    else this.#cache?.delete(id);
    const happened = entries.map((entry) => upcast(this.#decider, entry));
    this.#listeners.tell(id, now, happened);
  }

  /** Parts of the record were erased: nobody here goes on with what they were, nor shows it. */
  #forget(id: string): void {
    if (this.#loads.has(id)) this.#again.add(id);
    this.#inHand.delete(id);
    this.#cache?.delete(id);
    this.#listeners.tell(id, undefined, []);
  }
}

/** Nobody has seen an event that has not happened, whatever their button says. */
const honest = <W extends Who>(who: W, { length }: { readonly length: number }): W =>
  who.seen === undefined ? who : { ...who, seen: Math.min(who.seen, length - 1) };
