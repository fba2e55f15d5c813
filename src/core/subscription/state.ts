/** Somebody's daily digest: whether and when it comes to them, and when it came (K28). What it said is core/digest. */
import type { Instant } from '../event.ts';

export type Subscription = {
  /** IANA zone in which it comes; absent while it does not: without a role that gets it, away, or gone. */
  readonly zone?: string;
  /** They do not want it. */
  readonly off: boolean;
  /** Minutes since midnight at which they want it, where that is not the company's hour. */
  readonly minute?: number;
  /** It comes at the first of its times after this instant. */
  readonly after: Instant;
  /** The day of the last one, come or left out, so that no day has two. */
  readonly day?: string;
  readonly last?: Came;
};

/** A digest that came. */
export type Came = {
  /** Which day of theirs it is for (`YYYY-MM-DD`). */
  readonly day: string;
  readonly due: Instant;
  /** When it came in truth: it tells how things stood then. */
  readonly at: Instant;
  /** When the one before it came. The first tells of a day, or of the time since its reader could have had one. */
  readonly since: Instant;
  readonly late: boolean;
};

export type SubscriptionCommand =
  | { readonly type: 'entitle'; readonly zone: string }
  | { readonly type: 'suspend' }
  | { readonly type: 'turnOff' }
  | { readonly type: 'turnOn' }
  /** Wanting it at an hour is wanting it. */
  | { readonly type: 'setMinute'; readonly minute: number }
  | { readonly type: 'come' };

export type SubscriptionEvent =
  | { readonly type: 'entitled'; readonly zone: string }
  | { readonly type: 'suspended' }
  | { readonly type: 'turnedOff' }
  | { readonly type: 'turnedOn' }
  | { readonly type: 'minuteSet'; readonly minute: number }
  | { readonly type: 'came'; readonly day: string; readonly due: Instant; readonly late: boolean }
  /** It was so late that the next one was near, which tells everything. */
  | { readonly type: 'leftOut'; readonly day: string; readonly due: Instant };
