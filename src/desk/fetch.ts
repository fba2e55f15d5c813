/**
 * Keeps what people sent while it was still with their chat: each awaited file is fetched, recognised and put into the
 * store, and its record is told, or told why not. What is awaited stands in the record, so a crash loses nothing.
 */
import type { DomainEvent, Instant } from '#src/core/event.ts';
import { DESK } from '#src/core/event.ts';
import type { AwaitedFile, FileMedia, KeptFile, Loss } from '#src/core/file/file.ts';
import { recognise } from '#src/core/file/recognise.ts';
import { DeliveryFault, type Platform } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import { atOnce } from './at-once.ts';
import { backoff } from './backoff.ts';
import type { Wait } from './lanes.ts';
import type { OnFault } from './on-fault.ts';
import { ReadModel } from './read-model.ts';
import type { Records } from './records.ts';
import { Tally } from './tally.ts';
import { untilStored } from './until-stored.ts';

/** One file that a record waits for, what may come, and the commands that tell the record what came of it. */
export type Awaiting<C> = {
  /** Unique within the record. */
  readonly id: string;
  readonly file: AwaitedFile;
  readonly accept: readonly FileMedia[];
  readonly maxBytes: number;
  kept(file: KeptFile): C;
  lost(why: Loss): C;
};

export type FetchOptions = {
  readonly store: Pick<Store, 'put'>;
  readonly platforms: readonly Pick<Platform, 'name' | 'fetch'>[];
  readonly now: () => Instant;
  readonly wait: Wait;
  readonly random: () => number;
  readonly onFault: OnFault;
};

/** With the waits between them about three quarters of an hour. */
const TRIES = 50;

/** So many files at once, each of which may be large. */
const AT_ONCE = 4;

type Watched = { start(): Promise<void> };
type Source = FetchOptions['platforms'][number];
/** The file, why there will be none, or when it may be asked for again; undefined after a stop. */
type Attempted = KeptFile | Loss | { readonly retryAfter: number | undefined } | undefined;

export class Fetch {
  readonly #options: FetchOptions;
  readonly #watched: Watched[] = [];
  /** Files being fetched: a change of their record meanwhile does not fetch them twice. */
  readonly #under = new Set<string>();
  readonly #line = atOnce(AT_ONCE);
  readonly #tally = new Tally();
  readonly #stopping = new AbortController();

  constructor(options: FetchOptions) {
    this.#options = options;
  }

  /** Fetches what these records wait for, soon after they begin to. `awaits` is pure. */
  watch<S, C, E extends DomainEvent>(records: Records<S, C, E>, awaits: (state: S) => readonly Awaiting<C>[]): void {
    const model = new ReadModel(records, ({ state }) => (awaits(state).length > 0 ? true : undefined));
    const run = (id: string) => this.#look(records, id, awaits);
    records.onChange(({ id }) => model.get(id) && void run(id));
    this.#watched.push({
      start: async () => {
        await model.start();
        for (const [id] of model.all()) void run(id);
      },
    });
  }

  /** Goes on with what a stop or a crash left unfetched; does not wait for it. */
  async start(): Promise<void> {
    for (const watched of this.#watched) await watched.start();
  }

  /** Resolves when nothing is being fetched. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  /** Begins nothing more; what is left is fetched after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  async #look<S, C, E extends DomainEvent>(
    records: Records<S, C, E>,
    id: string,
    awaits: (state: S) => readonly Awaiting<C>[],
  ): Promise<void> {
    this.#tally.begin();
    try {
      const { state } = await records.read(id);
      await Promise.all(awaits(state).map((awaiting) => this.#fetch(records, id, awaiting)));
    } catch (error) {
      this.#options.onFault(`the files of ${records.kind}/${id}`, error);
    } finally {
      this.#tally.end();
    }
  }

  async #fetch<S, C, E extends DomainEvent>(records: Records<S, C, E>, id: string, awaiting: Awaiting<C>) {
    const key = `${records.kind}/${id}/${awaiting.id}`;
    if (this.#under.has(key)) return;
    this.#under.add(key);
    try {
      const came = await this.#got(awaiting);
      if (came === undefined) return;
      const command = typeof came === 'string' ? awaiting.lost(came) : awaiting.kept(came);
      const who = () => ({ by: DESK, roles: [], at: this.#options.now(), cause: `fetched/${awaiting.id}` });
      const tell = () => records.act(id, command, who());
      await untilStored(`what came for ${key}`, tell, this.#options, this.#stopping.signal);
    } finally {
      this.#under.delete(key);
    }
  }

  /** The file, or why there is none; undefined when we stop before it is known. */
  async #got<C>(awaiting: Awaiting<C>): Promise<KeptFile | Loss | undefined> {
    const platform = this.#options.platforms.find(({ name }) => name === awaiting.file.platform);
    if (!platform) return 'unreachable';
    for (let tries = 1; !this.#stopping.signal.aborted; tries += 1) {
      const came = await this.#line(() => this.#attempt(platform, awaiting));
      if (came === undefined || typeof came === 'string' || 'digest' in came) return came;
      if (tries >= TRIES) return 'unreachable';
      await this.#rest(tries, came.retryAfter);
    }
    return undefined;
  }

  /** What came is kept before others have their turn: however many are awaited, few are in memory. */
  async #attempt<C>(platform: Source, { file, accept, maxBytes }: Awaiting<C>): Promise<Attempted> {
    if (this.#stopping.signal.aborted) return undefined;
    let bytes: Uint8Array;
    try {
      bytes = await platform.fetch(file.ref, maxBytes);
    } catch (error) {
      if (!(error instanceof DeliveryFault)) this.#options.onFault('fetching a file', error);
      return lossIn(error) ?? { retryAfter: error instanceof DeliveryFault ? error.retryAfter : undefined };
    }
    if (bytes.length > maxBytes) return 'tooLarge';
    const known = recognise(bytes);
    if (!known || !accept.includes(known.media)) return 'notAccepted';
    const digest = await this.#kept(bytes);
    return digest === undefined ? undefined : { ...known, name: file.name, size: bytes.length, digest };
  }

  /** What is here has only to be kept: for our own store we wait as long as it takes. */
  async #kept(bytes: Uint8Array): Promise<string | undefined> {
    for (let tries = 1; !this.#stopping.signal.aborted; tries += 1) {
      try {
        return await this.#options.store.put(bytes);
      } catch (error) {
        this.#options.onFault('keeping a file', error);
        await this.#rest(tries);
      }
    }
    return undefined;
  }

  async #rest(tries: number, retryAfter?: number): Promise<void> {
    const ms = backoff(tries, this.#options.random, retryAfter);
    await this.#options.wait(ms, this.#stopping.signal).catch(() => undefined);
  }
}

/** Undefined for what may work another time. */
function lossIn(error: unknown): Loss | undefined {
  if (!(error instanceof DeliveryFault)) return undefined;
  switch (error.why) {
    case 'gone':
    case 'forbidden':
      return error.why;
    case 'rejected':
      return 'tooLarge';
    case 'later':
    case 'unknown':
      return undefined;
  }
}
