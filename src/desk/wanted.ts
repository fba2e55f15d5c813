/** What a record wants people to see and to be told. What is owed to them is this minus what was delivered. */
import type { DomainEvent, Happened, Instant, PersonId } from '#src/core/event.ts';
import type { Team } from '#src/core/team.ts';
import type { Card } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';

/** A record with everything that happened to it. */
export type Whole<S, E extends DomainEvent> = {
  readonly id: string;
  readonly state: S;
  readonly history: readonly Happened<E>[];
};

/** A channel by the name it has in the settings ('response'), on every platform that has one so named; or a person. */
export type Destination = { readonly channel: string } | { readonly person: PersonId };

/** Someone waits for it; ordinary; to many people, never before the others. */
export type Lane = 'urgent' | 'ordinary' | 'bulk';

/** A card that stays and is edited whenever it would read differently. */
export type WantedCard = {
  /** Unique within the record and destination. */
  readonly key: string;
  readonly to: Destination;
  readonly card: (reader: Reader) => Card;
  readonly lane?: Lane;
  /** Only in place of what stands there already: nobody gets it as a message of its own. */
  readonly instead?: true;
};

/** A message sent once because of one event. */
export type WantedNotice = {
  /** Unique within the event and person. */
  readonly key: string;
  /** The event that causes it. */
  readonly event: { readonly id: string; readonly number: number };
  readonly to: PersonId;
  readonly card: (reader: Reader) => Card;
  readonly lane?: Lane;
};

export type Wanted = { readonly cards: readonly WantedCard[]; readonly notices: readonly WantedNotice[] };

/** A pure projection: the record as it is, and who is who. It decides for itself what each audience may see. */
export type Wants<S, E extends DomainEvent> = (record: Whole<S, E>, team: Team) => Wanted;

/** An instant at which the clock issues a command to the record. */
export type Deadline<C> = { readonly key: string; readonly at: Instant; readonly command: C };
/** Pure; a deadline disappears from the result once its event has been recorded. */
export type Due<S, C> = (state: S) => readonly Deadline<C>[];
