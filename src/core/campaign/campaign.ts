/** The record of an acknowledgement campaign: what is to be signed, by whom, until when. Who did stands with the signers. */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Audience } from './audience.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';

/** When a signature is due: on a day that somebody chose, or so many working days after each person was asked. */
export type Term = { readonly until: Instant } | { readonly days: number };

export type CampaignFacts = {
  readonly policies: readonly string[];
  readonly audience: Audience;
  readonly term: Term;
  /** Opened by somebody, or by a material change: then only what changed is read. */
  readonly why: 'opened' | 'changed';
  /** What whoever opened it says to those who sign. */
  readonly note: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** Reminders that were asked for and have not gone to everybody yet. */
  readonly urges: readonly Urge[];
  /** When each person last had all reminded. */
  readonly urged: { readonly [by: PersonId]: Instant };
};

/** All who have not signed are reminded, or those under one person. */
export type Urge = { readonly id: string; readonly by: PersonId; readonly under?: PersonId };

export type CampaignState =
  | { readonly status: 'none' }
  | ({ readonly status: 'open' } & CampaignFacts)
  | ({ readonly status: 'closed'; readonly closed: { readonly by: PersonId; readonly at: Instant } } & CampaignFacts);

export type CampaignCommand =
  | {
      readonly type: 'open';
      readonly policies: readonly string[];
      readonly audience: Audience;
      readonly term: Term;
      readonly why: CampaignFacts['why'];
      readonly note: string;
    }
  | { readonly type: 'close' }
  | { readonly type: 'urge'; readonly under?: PersonId }
  | { readonly type: 'urgeDone'; readonly id: string };

export type CampaignEvent =
  | {
      readonly type: 'opened';
      readonly policies: readonly string[];
      readonly audience: Audience;
      readonly term: Term;
      readonly why: CampaignFacts['why'];
      readonly private: { readonly note: string };
    }
  | { readonly type: 'closed' }
  | { readonly type: 'urged'; readonly under?: PersonId }
  | { readonly type: 'urgeDone'; readonly id: string };

export const campaign: Decider<CampaignState, CampaignCommand, CampaignEvent> = {
  kind: 'campaign',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};
