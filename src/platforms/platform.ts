/** The one interface between Goodword and a chat: interactions come in, replies and deliveries go out. */
import type { Instant } from '#src/core/event.ts';
import type { SentFile } from '#src/core/file/file.ts';
import type { Bilingual, Locale } from '#src/core/rules.ts';
import type { Args, Card } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';

export const PLATFORMS = ['console', 'slack', 'teams'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** What a platform knows of an account. An e-mail counts for linking only when the platform vouches for it. */
export type Profile = {
  readonly name: string;
  readonly locale?: Locale;
  readonly timeZone?: string;
  readonly email?: string;
};

/** Something a person did. Identity comes from the platform's own authentication, never from a card or form. */
export type Interaction = {
  /** Stable over redeliveries of the same interaction. */
  readonly cause: string;
  readonly platform: PlatformName;
  /** The platform's id of the person, tenant included where ids are not global. */
  readonly account: string;
  /** Absent when looking it up would need the network. */
  readonly profile?: Profile;
  /** The channel it happened in; absent in a direct message, on the home and in a form opened there. */
  readonly channel?: string;
  readonly at: Instant;
  readonly does:
    | { readonly type: 'command'; readonly name: string; readonly text: string; readonly files?: readonly SentFile[] }
    | { readonly type: 'message'; readonly text: string; readonly files?: readonly SentFile[] }
    | { readonly type: 'act'; readonly action: string; readonly args: Args }
    | { readonly type: 'open'; readonly form: string; readonly args: Args }
    | { readonly type: 'submit'; readonly form: string; readonly args: Args; readonly values: RawValues }
    | { readonly type: 'home' }
    /** Nobody pressed anything: the platform says that somebody joined the company, or only that they got the bot. */
    | { readonly type: 'join'; readonly by: 'company' | 'install' };
};

/** Input values as a platform sends them, checked by the bot against the form. A person input carries an account id. */
export type RawValues = { readonly [name: string]: string | boolean | readonly SentFile[] | undefined };

/** The one answer to an interaction. Shared cards are not answered: the outbox edits them. */
export type Reply =
  /** A card for this person alone. */
  | { readonly type: 'show'; readonly card: Card }
  /** The card that was clicked, which only this person sees, becomes this one. */
  | { readonly type: 'replace'; readonly card: Card }
  | { readonly type: 'open'; readonly form: OpenForm }
  /** The form stays open with what the person typed; `form` is an error of the whole. */
  | { readonly type: 'errors'; readonly fields: { readonly [name: string]: string }; readonly form?: string }
  | { readonly type: 'home'; readonly card: Card }
  /** Nothing to show; `say` is a short confirmation where the platform has a place for one. */
  | { readonly type: 'done'; readonly say?: string };

/** Handles an interaction; never throws, answers when its events are durable. */
export type Receive = (interaction: Interaction) => Promise<Reply>;

/** Where a card goes on a platform: a channel's id, or an account whose direct message it is. */
export type Address = {
  readonly platform: PlatformName;
  readonly kind: 'channel' | 'direct';
  readonly id: string;
};

/** A delivery did not work. The outbox decides by `why`: wait, look up, give up on this place and tell an admin. */
export class DeliveryFault extends Error {
  override readonly name = 'DeliveryFault';
  readonly why: 'later' | 'unknown' | 'gone' | 'forbidden' | 'rejected';
  /**
   * Why it is forbidden, where the platform says: the channel is archived; Goodword is not in it, or not installed there;
   * or the platform has never been heard from, so that nothing can be sent yet.
   */
  readonly because: 'archived' | 'outside' | 'unmet' | undefined;
  /** Milliseconds the platform asked us to wait. */
  readonly retryAfter: number | undefined;
  /**
   * `later`: not sent, may be tried again. `unknown`: may have arrived. `gone`: the message or the channel no longer
   * exists. `forbidden`: we may not write there (not installed, blocked, archived). `rejected`: this card never will be accepted.
   */
  constructor(
    why: DeliveryFault['why'],
    message: string,
    more?: { retryAfter?: number; because?: DeliveryFault['because']; cause?: unknown },
  ) {
    super(message, { cause: more?.cause });
    this.why = why;
    this.because = more?.because;
    this.retryAfter = more?.retryAfter;
  }
}

/** A colleague in a channel or a group: nobody from outside, no bot, nobody who was deactivated. */
export type Member = { readonly account: string; readonly profile: Profile };

/** Who is where, on a platform that can tell. */
export type Membership = {
  /** Throws `DeliveryFault`: `gone` for what is not there, `forbidden` for what we may not see. */
  members(of: { readonly kind: 'channel' | 'group'; readonly id: string }): Promise<readonly Member[]>;
  /** Told when somebody may have come or gone. */
  onChange(listener: () => void): void;
};

/** A platform cannot start, and whoever runs the server can mend it: the sentence says how. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly words: Bilingual;
  constructor(words: Bilingual, cause?: unknown) {
    super(words.en, { cause });
    this.words = words;
  }
}

export type Platform = {
  readonly name: PlatformName;
  /** Begins to accept interactions. */
  start(receive: Receive): Promise<void>;
  /** Posts a card and returns the reference by which it is edited. `key` is the same on every try of one delivery. */
  send(to: Address, card: Card, key: string): Promise<string>;
  /** Edits a message; returns its reference, a new one when it had to be posted anew. */
  update(to: Address, ref: string, card: Card): Promise<string>;
  /** The reference of a delivery that may have arrived, `undefined` if it did not, `'cannot'` where nobody can look. */
  find(to: Address, key: string): Promise<string | undefined | 'cannot'>;
  /**
   * The bytes of a file that somebody sent here with a form, asked for by the `ref` of an awaited file. Throws
   * `DeliveryFault`: `gone` when it is there no more, `forbidden` when we may not have it, `rejected` when it has more
   * than `most` bytes.
   */
  fetch(ref: string, most: number): Promise<Uint8Array>;
  /** Absent where nobody can tell who is in a channel. */
  readonly membership?: Membership;
  /** Stops accepting, answers what is in flight, closes connections. */
  stop(): Promise<void>;
};
