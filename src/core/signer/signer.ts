/** The record of what one person is asked to sign and has signed. One stream, so that two windows make one signature. */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Locale } from '../rules.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Reach } from './reach.ts';
import type { Signed, SignerState } from './state.ts';

export type SignerCommand =
  | {
      readonly type: 'ask';
      readonly person: PersonId;
      readonly campaign: string;
      readonly policies: readonly string[];
      readonly changesOnly: boolean;
      readonly term: { readonly until: Instant } | { readonly days: number };
      readonly reach: Reach;
    }
  /** The time has come to tell what was asked, and to remind of it. */
  | { readonly type: 'tell'; readonly reach: Reach }
  | { readonly type: 'remind'; readonly reach: Reach }
  /** Somebody asks for a reminder before its time. */
  | { readonly type: 'urge'; readonly campaign: string; readonly reach: Reach }
  | { readonly type: 'snooze'; readonly days: number; readonly reach: Reach }
  | {
      readonly type: 'sign';
      readonly campaign: string;
      /** Digest over the versions that were read, and the versions in force. */
      readonly read: string;
      readonly versions: readonly Signed[];
      readonly consent: boolean;
      readonly name: string;
      /** What the desk knows them by; '' when it knows no name. */
      readonly known: string;
      readonly locale: Locale;
      readonly platform: string;
    }
  /** The campaign was closed. */
  | { readonly type: 'withdraw'; readonly campaign: string };

export type SignerEvent =
  | {
      readonly type: 'asked';
      readonly person: PersonId;
      readonly campaign: string;
      readonly policies: readonly string[];
      readonly changesOnly: boolean;
      readonly until: Instant;
      readonly tell: Instant;
    }
  /** `next`: when they are reminded; null for no more. */
  | { readonly type: 'told'; readonly next: Instant | null }
  | { readonly type: 'reminded'; readonly next: Instant | null }
  /** It was not the time: they are away, it is night, or an emergency. */
  | { readonly type: 'putOff'; readonly what: 'tell' | 'remind'; readonly to: Instant }
  | { readonly type: 'snoozed'; readonly next: Instant }
  | {
      readonly type: 'signed';
      readonly campaign: string;
      readonly versions: readonly Signed[];
      readonly locale: Locale;
      readonly platform: string;
      readonly private: { readonly name: string };
    }
  | { readonly type: 'withdrawn'; readonly campaign: string };

export const signer: Decider<SignerState, SignerCommand, SignerEvent> = {
  kind: 'signer',
  version: 1,
  initial: { tasks: [], reminders: 0 },
  decide,
  evolve,
};
