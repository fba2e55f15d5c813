/** Uniqueness: whoever first appends to the stream named by a key has it; who loses reads who won. */
import type { Decider } from '#src/core/decider.ts';
import type { Store } from '#src/stores/store.ts';
import { isDamaged } from './damaged.ts';
import { Records, type RecordsOptions, type Who } from './records.ts';

type Claim = { readonly owner?: string };
type ClaimCommand = { readonly type: 'claim' | 'release'; readonly owner: string };
type ClaimEvent = { readonly type: 'claimed' | 'released'; readonly owner: string };

export const claimDecider: Decider<Claim, ClaimCommand, ClaimEvent> = {
  kind: 'claim',
  version: 1,
  initial: {},
  decide(state, { type, owner }) {
    switch (type) {
      case 'claim':
        return state.owner === undefined ? [{ type: 'claimed', owner }] : [];
      case 'release':
        return state.owner === owner ? [{ type: 'released', owner }] : [];
    }
  },
  evolve: (_, { type, owner }) => (type === 'claimed' ? { owner } : {}),
};

export type ClaimWho = Pick<Who, 'by' | 'at' | 'cause'>;

export class Claims {
  readonly #records: Records<Claim, ClaimCommand, ClaimEvent>;
  /** The highest number known to be taken, in each series that was asked for. Only a place to start: the claims decide. */
  readonly #series = new Map<string, Promise<{ highest: number }>>();

  constructor(store: Store, options: Pick<RecordsOptions, 'rules' | 'onFault'>) {
    // Hardly any claim is met twice, and who loses must see the one who won in another process: nothing is cached.
    this.#records = new Records(store, claimDecider, { ...options, cached: 0, idempotent: true });
  }

  /** Wins when nobody has the key, or the same owner has it already. Durable when it resolves. */
  async claim(key: string, owner: string, who: ClaimWho): Promise<{ won: boolean; owner: string }> {
    const { state } = await this.#records.act(key, { type: 'claim', owner }, { ...who, roles: [] });
    const holder = state.owner ?? owner;
    return { won: holder === owner, owner: holder };
  }

  /** Who has the key now. */
  async owner(key: string): Promise<string | undefined> {
    return (await this.#records.read(key)).state.owner;
  }

  /** Lets others claim the key; nothing happens when this owner does not have it. */
  async release(key: string, owner: string, who: ClaimWho): Promise<void> {
    await this.#records.act(key, { type: 'release', owner }, { ...who, roles: [] });
  }

  /**
   * The next number of a series, `2026-0042`: never given twice, not even to the same owner; gaps may be left.
   * Wider than four digits from 10,000 on.
   */
  async nextNumber(series: string, owner: string, who: ClaimWho): Promise<string> {
    const counter = await this.#counter(series);
    for (;;) {
      counter.highest += 1;
      const mine = counter.highest;
      try {
        // Its own append must have done it: the same owner may ask twice, and no two answers are alike.
        const act = await this.#records.act(numberKey(series, mine), { type: 'claim', owner }, { ...who, roles: [] });
        if (act.happened.length > 0) return numbered(series, mine);
      } catch (error) {
        mustBeDamaged(error);
      }
    }
  }

  #counter(series: string): Promise<{ highest: number }> {
    const known = this.#series.get(series);
    if (known !== undefined) return known;
    const counter = this.#count(series);
    this.#series.set(series, counter);
    counter.catch(() => this.#series.delete(series));
    return counter;
  }

  /** Gallops to a number that is free after one that is taken: a few reads, however long the series. */
  async #count(series: string): Promise<{ highest: number }> {
    const taken = async (number: number) => {
      try {
        return (await this.owner(numberKey(series, number))) !== undefined;
      } catch (error) {
        return mustBeDamaged(error);
      }
    };
    let [low, high] = [0, 1];
    while (await taken(high)) [low, high] = [high, high * 2];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (await taken(middle)) low = middle;
      else high = middle;
    }
    return { highest: low };
  }
}

/** A claim that cannot be read was somebody's: its number is taken. Any other failure goes on. */
function mustBeDamaged(error: unknown): true {
  if (isDamaged(error)) return true;
  throw error;
}

const numbered = (series: string, number: number): string => `${series}-${String(number).padStart(4, '0')}`;
const numberKey = (series: string, number: number): string => `number/${numbered(series, number)}`;
