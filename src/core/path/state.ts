/** The way of one new colleague: when they came, what is done, until when. */
import type { Instant, PersonId } from '../event.ts';

/** When everything is due, and when somebody is told that it is not done; fixed on the day they came. */
export type Plan = { readonly due: Instant; readonly remind: Instant; readonly tell: Instant };

export type Started = {
  readonly person: PersonId;
  readonly joined: Instant;
  /** Whether a platform said so, or somebody in the desk. */
  readonly how: 'joined' | 'hired';
  readonly plan: Plan;
};

export type PathState =
  | { readonly status: 'none' }
  | ({
      readonly status: 'open';
      /** When the quiz was passed. */
      readonly passed?: Instant;
      /** Signatures that are still asked of them. */
      readonly unsigned: number;
      /** The next messages of the desk's own: absent once sent. */
      readonly remind?: Instant;
      readonly remindLate?: Instant;
      readonly tell?: Instant;
      /** When a manager last had them reminded. */
      readonly urged?: Instant;
    } & Started)
  | ({ readonly status: 'finished'; readonly finished: Instant } & Started)
  /** It was a mistake to take them for new. */
  | ({ readonly status: 'dropped' } & Started);
