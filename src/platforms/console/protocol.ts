/** What the console's server and its page say to each other. Types alone: the page is served with them stripped. */
import type { Instant } from '#src/core/event.ts';
import type { Bilingual, Locale } from '#src/core/rules.ts';
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Interaction } from '../platform.ts';

/** A channel, or the direct messages of one account. */
export type Place = { readonly kind: 'channel' | 'direct'; readonly id: string };

export type ShownPerson = {
  readonly account: string;
  readonly name: string;
  readonly locale: Locale;
  readonly title: Bilingual;
};
export type ShownChannel = { readonly id: string; readonly name: Bilingual; readonly about?: Bilingual };
export type ShownCommand = { readonly name: string; readonly usage: Bilingual };

/** One thing to try next; it ticks itself off. */
export type GuideStep = {
  readonly id: string;
  readonly title: Bilingual;
  readonly hint: Bilingual;
  readonly done: boolean;
  /** The account to act as for it, by the language of whoever looks. */
  readonly as?: Bilingual;
};

export type ShownMessage = {
  /** By which the server knows it. */
  readonly ref: string;
  /** As the delivery named it; the same on every try. */
  readonly key: string;
  readonly place: Place;
  readonly at: Instant;
  /** Grows with every edit. */
  readonly version: number;
  readonly summary: string;
  readonly locale: Locale;
  /** On which it was drawn, where its reader is: what is “today” in it is “yesterday” on the next. */
  readonly day: string;
  readonly card: AdaptiveCard;
};

/** POST /console/interact. */
export type Asked = {
  readonly as: string;
  readonly does: Interaction['does'];
  readonly channel?: string | undefined;
  /** Drawn anew for each click, so that the same click sent twice does one thing. */
  readonly cause: string;
  /** The message whose button was pressed. */
  readonly ref?: string | undefined;
};

/** Its answer, every card ready to be shown. */
export type Answered =
  | { readonly type: 'show' | 'replace' | 'home'; readonly card: AdaptiveCard; readonly summary: string }
  | { readonly type: 'open'; readonly title: string; readonly card: AdaptiveCard }
  /** `card` is the form again with what was typed; without it, `form` says what is wrong. */
  | { readonly type: 'errors'; readonly card?: AdaptiveCard; readonly form?: string }
  | { readonly type: 'done'; readonly say?: string };

/** Everything a tab shows; sent whenever it connects, so that nothing missed stays missed. */
export type Sync = {
  /** The account that this tab acts as. */
  readonly me: string;
  readonly people: readonly ShownPerson[];
  readonly channels: readonly ShownChannel[];
  readonly commands: readonly ShownCommand[];
  readonly guide: readonly GuideStep[];
  readonly messages: readonly ShownMessage[];
};

/** GET /console/events?as=…: the events by name. */
export type Events = {
  readonly sync: Sync;
  readonly message: ShownMessage;
  readonly guide: readonly GuideStep[];
  /** Some record changed; what was asked for once (the home) may read differently now. */
  readonly changed: Record<string, never>;
};
