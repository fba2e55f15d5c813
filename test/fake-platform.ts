/** A working chat in memory: keeps messages by address, and fails, hangs or forbids where a test says so. */
import type { Address, PlatformName } from '#src/platforms/platform.ts';
import { DeliveryFault, type Member, type Membership, type Platform } from '#src/platforms/platform.ts';
import type { Card } from '#src/view/card.ts';

export type Message = {
  readonly ref: string;
  readonly address: string;
  readonly key: string;
  card: Card;
  edits: number;
};

/** How a call can go wrong. `arrived` and `lost` are both an unknown outcome; `hangs` never comes back. */
export type Failure =
  | 'later'
  | 'arrived'
  | 'lost'
  | 'gone'
  | 'forbidden'
  | 'archived'
  | 'rejected'
  | 'hangs'
  | 'broken';

export class FakePlatform implements Platform {
  readonly name: PlatformName;
  readonly messages: Message[] = [];
  /** Every send, update and find that was asked for, in order: `send D-bob`. */
  readonly calls: string[] = [];
  /** Files that somebody sent with a form, by what the form calls them. */
  readonly files = new Map<string, Uint8Array>();
  /** Who is in its channels and groups, by their ids; what is not there is gone. */
  readonly members = new Map<string, readonly Member[]>();
  /** Called by a test when somebody came or left. */
  moved: () => void = () => undefined;
  readonly membership: Membership = {
    members: async ({ id }) => this.#outcome(this.#fails.get(id)?.shift(), () => this.#membersOf(id)),
    onChange: (listener) => {
      this.moved = listener;
    },
  };
  /** Whether messages can be looked up by their key. */
  canFind = true;
  /** Awaited by every send and update. */
  pace: (address: string) => Promise<void> = async () => undefined;
  /** Sends and updates under way now, and the most there ever were. */
  under = { way: 0, most: 0 };
  /** For so long a `later` asks to wait. */
  retryAfter: number | undefined;
  readonly #fails = new Map<string, Failure[]>();
  readonly #always = new Map<string, Failure>();

  constructor(name: PlatformName = 'slack') {
    this.name = name;
  }

  /** The next calls to this address fail like this, one after the other. */
  failsAt(address: string, ...failures: Failure[]): void {
    this.#fails.set(address, [...(this.#fails.get(address) ?? []), ...failures]);
  }

  /** Every call to this address fails like this until told `undefined`; with `send ` before it, only new messages do. */
  alwaysFailsAt(address: string, failure: Failure | undefined): void {
    if (failure) this.#always.set(address, failure);
    else this.#always.delete(address);
  }

  /** Somebody deletes all messages at an address. */
  deleteAll(address: string): void {
    this.messages.splice(0, this.messages.length, ...this.messages.filter((message) => message.address !== address));
  }

  /** What people read at an address, as the summaries of its messages. */
  at(address: string): readonly string[] {
    return this.messages.filter((message) => message.address === address).map(({ card }) => card.summary);
  }

  start = async (): Promise<void> => undefined;
  stop = async (): Promise<void> => undefined;

  send({ id }: Address, card: Card, key: string): Promise<string> {
    return this.#call('send', id, () => {
      const ref = `m${this.messages.length + 1}-${id}`;
      this.messages.push({ ref, address: id, key, card, edits: 0 });
      return ref;
    });
  }

  update({ id }: Address, ref: string, card: Card): Promise<string> {
    return this.#call('update', id, () => {
      const message = this.messages.find((one) => one.ref === ref);
      if (!message) throw new DeliveryFault('gone', `no message ${ref}`);
      message.card = card;
      message.edits += 1;
      return ref;
    });
  }

  async find({ id }: Address, key: string): Promise<string | undefined | 'cannot'> {
    this.calls.push(`find ${id}`);
    if (!this.canFind) return 'cannot';
    return this.messages.find((message) => message.address === id && message.key === key)?.ref;
  }

  async fetch(ref: string, most: number): Promise<Uint8Array> {
    this.calls.push(`fetch ${ref}`);
    const bytes = await this.#outcome(this.#fails.get(ref)?.shift(), () => this.files.get(ref));
    if (!bytes) throw new DeliveryFault('gone', `no file ${ref}`);
    if (bytes.length > most) throw new DeliveryFault('rejected', `${ref} is too large`);
    return bytes;
  }

  #membersOf(id: string): readonly Member[] {
    const found = this.members.get(id);
    if (!found) throw new DeliveryFault('gone', `no members of ${id}`);
    return found;
  }

  async #call(what: string, address: string, act: () => string): Promise<string> {
    this.calls.push(`${what} ${address}`);
    this.under.way += 1;
    this.under.most = Math.max(this.under.most, this.under.way);
    try {
      await this.pace(address);
      return await this.#outcome(
        this.#always.get(`${what} ${address}`) ?? this.#always.get(address) ?? this.#fails.get(address)?.shift(),
        act,
      );
    } finally {
      this.under.way -= 1;
    }
  }

  async #outcome<T>(failure: Failure | undefined, act: () => T): Promise<T> {
    switch (failure) {
      case undefined:
        return act();
      case 'hangs':
        act();
        return new Promise(() => undefined);
      case 'arrived':
        act();
        throw new DeliveryFault('unknown', 'the answer was lost');
      case 'lost':
        throw new DeliveryFault('unknown', 'the question was lost');
      case 'broken':
        throw new TypeError('a bug of the platform');
      case 'later':
        throw new DeliveryFault(
          'later',
          'too much',
          this.retryAfter === undefined ? {} : { retryAfter: this.retryAfter },
        );
      case 'archived':
        throw new DeliveryFault('forbidden', failure, { because: failure });
      case 'gone':
      case 'forbidden':
      case 'rejected':
        throw new DeliveryFault(failure, failure);
    }
  }
}
