/**
 * Notices which channels of the desk take nothing, and when they take something again; what is told of it follows from
 * the records. Only channels: a person who blocked the bot is no fault of the desk, and nothing told here can loop.
 */
import { sha256 } from '#src/core/chain.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import {
  type Blocked,
  type BlockedPlace,
  type Obstacle,
  type ObstacleCommand,
  type ObstacleEvent,
  obstacle,
  type Why,
} from '#src/core/obstacle/obstacle.ts';
import { DeliveryFault } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import type { DeskSettings } from '../desk-settings.ts';
import type { OnFault } from '../on-fault.ts';
import type { GivenUpPlace } from '../parcel.ts';
import type { People } from '../people.ts';
import { addressKey } from '../place.ts';
import { ReadModel } from '../read-model.ts';
import { Records, type RecordsOptions, type Who } from '../records.ts';
import { Tally } from '../tally.ts';
import { Doubts } from './doubts.ts';

export type ObstaclesOptions = RecordsOptions & {
  readonly people: Pick<People, 'team'>;
  readonly settings: Pick<DeskSettings, 'now'>;
  readonly now: () => Instant;
  readonly onFault: OnFault;
  /** Tries again what any place refused. */
  readonly recheck: () => void;
};

export class Obstacles {
  readonly records: Records<Obstacle, ObstacleCommand, ObstacleEvent>;
  readonly #options: ObstaclesOptions;
  readonly #lines: ReadModel<Obstacle, ObstacleEvent, Blocked>;
  /** Addresses that are blocked, or soon will be: for all others a delivery costs a look into this. */
  readonly #blocked = new Map<string, string>();
  readonly #doubts = new Doubts();
  readonly #tally = new Tally();

  constructor(store: Store, options: ObstaclesOptions) {
    this.#options = options;
    // What the desk sees may be seen twice at one instant, and is decided on the record as it is.
    this.records = new Records(store, obstacle, { ...options, idempotent: true });
    this.#lines = new ReadModel(this.records, ({ state }) => (state.status === 'blocked' ? state : undefined));
  }

  /** Learns which channels were blocked when the desk last ran, and ends what the settings have ended. */
  async start(): Promise<void> {
    await this.#lines.start();
    for (const { id, blocked } of this.standing()) this.#blocked.set(keyOf(blocked.place), id);
    this.channelsChanged();
  }

  /** The channels that take nothing now, the one blocked longest first. */
  standing(): readonly { readonly id: string; readonly blocked: Blocked }[] {
    return [...this.#lines.all()]
      .map(([id, blocked]) => ({ id, blocked }))
      .sort((a, b) => (a.blocked.since < b.blocked.since ? -1 : 1));
  }

  /** A place does not take what is owed to it. */
  refused({ address, stream, edits, error }: GivenUpPlace): void {
    if (address.kind !== 'channel') return;
    const names = this.#namesOf(address.platform, address.id);
    const key = addressKey(address);
    const why = whyOf(error) ?? (this.#doubts.refused(doubtOf(key, edits), stream) ? 'other' : undefined);
    // What is cleared up in a channel that the desk has left is no news.
    if (why === undefined || why === 'unmet' || names.length === 0) return;
    const id = idOf(key);
    this.#blocked.set(key, id);
    const place = { platform: address.platform, channel: address.id, names };
    this.#act(id, { type: 'block', place, why, ...(edits && { edits }) }, key);
  }

  /** An address, as `addressKey` gives it, took a card, or an edit of one. */
  taken(key: string, edits: boolean): void {
    for (const kind of edits ? [true] : [true, false]) this.#doubts.taken(doubtOf(key, kind));
    const id = this.#blocked.get(key);
    if (id === undefined) return;
    this.#act(id, { type: 'mend', admins: this.#admins(), ...(edits && { edits }) }, key);
  }

  /** Another channel may have the names of one that is blocked. */
  channelsChanged(): void {
    for (const { id, blocked } of this.standing()) {
      const names = this.#namesOf(blocked.place.platform, blocked.place.channel);
      this.#act(id, { type: 'rename', names, admins: this.#admins() });
    }
  }

  /** An administrator has it tried again, with everything else that was refused. Gives how it stands. Throws `Refused`. */
  async retry(id: string, who: Who): Promise<Obstacle> {
    const { state, happened } = await this.records.act(id, { type: 'retry' }, who);
    if (happened.length > 0) this.#options.recheck();
    return state;
  }

  /** Resolves when everything noticed has been written down. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  /** `key`: of the address that refused or took something. When this cannot be written down it is noticed again. */
  #act(id: string, command: ObstacleCommand, key?: string): void {
    const { now, onFault, recheck } = this.#options;
    const at = now();
    this.#tally.begin();
    this.records
      .act(id, command, { by: DESK, roles: [], at, cause: `deliveries/${at}` })
      .then(({ state, happened }) => {
        if (key !== undefined && state.status !== 'blocked') this.#blocked.delete(key);
        if (key !== undefined && state.status === 'blocked') this.#blocked.set(key, id);
        // The channel may have lost its names while this was written down.
        if (happened.some(({ event }) => event.type === 'blocked')) this.channelsChanged();
        // One card went through: so may all that the channel refused meanwhile.
        if (happened.some(({ event }) => event.type === 'mended')) recheck();
      })
      .catch((error: unknown) => {
        onFault(`noticing whether a channel takes cards (${id})`, error);
      })
      .finally(() => this.#tally.end());
  }

  #admins(): readonly string[] {
    return this.#options.people.team().holding('admin');
  }

  /** The names that a channel has in the settings. */
  #namesOf(platform: string, channel: string): readonly string[] {
    return Object.entries(this.#options.settings.now().channels).flatMap(([name, ids]) =>
      ids[platform] === channel ? [name] : [],
    );
  }
}

/** Refused edits say nothing of new cards, and the other way round. */
const doubtOf = (key: string, edits: boolean): string => (edits ? `${key} edits` : key);

/** One stream an address. */
const idOf = (key: string): string => sha256(key).slice(0, 32);

const keyOf = ({ platform, channel }: BlockedPlace): string => `${platform}:channel:${channel}`;

/** What the fault says of the place; undefined when it may be one card's own. */
function whyOf(error: unknown): Why | 'unmet' | undefined {
  if (!(error instanceof DeliveryFault)) return undefined;
  switch (error.why) {
    case 'gone':
      return 'gone';
    case 'forbidden':
      return error.because ?? 'forbidden';
    case 'rejected':
    case 'later':
    case 'unknown':
      return undefined;
  }
}
