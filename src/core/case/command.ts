/** What people, the clock and followers may ask of a case. */
import type { Instant, PersonId } from '../event.ts';
import type { KeptScreenshot, NewScreenshot, ScreenshotCommand } from './screenshots.ts';
import type { Mention, Reporter } from './state.ts';
import type { Triage, TriageField } from './triage-types.ts';
import type {
  Category,
  Cause,
  Dismissal,
  Effect,
  Media,
  Reopening,
  ReplyKind,
  Severity,
  Verdict,
} from './vocabulary.ts';

/** A mention as somebody reports it. */
export type MentionReport = {
  readonly id: string;
  readonly key: string;
  /** '' when there is none. */
  readonly link: string;
  readonly text: string;
  readonly author: string;
  readonly audience?: number;
  readonly note: string;
  readonly hidden: boolean;
  readonly follow: boolean;
  /** The number this reporter is told, where it must not be the case's own. */
  readonly alias?: string;
  readonly screenshots?: readonly NewScreenshot[];
};

export type DraftInput = {
  readonly kind: ReplyKind;
  readonly media: Media;
  readonly account: string;
  readonly text: string;
  readonly template: string;
  /** Version on the person's screen when they began; 0 for none. */
  readonly basedOn: number;
  /** A fact checked in the same breath: both are recorded, or neither. */
  readonly verified?: Omit<Extract<CaseCommand, { type: 'recordFact' }>, 'type'>;
};

export type CaseCommand =
  | ScreenshotCommand
  | {
      readonly type: 'report';
      readonly number: string;
      readonly confidential: boolean;
      readonly concerns: readonly PersonId[];
      readonly mention: MentionReport;
      readonly severity?: Severity;
      readonly category?: Category;
    }
  | { readonly type: 'addMention'; readonly mention: MentionReport }
  /** By somebody who reported it: pictures that their report lacked. */
  | { readonly type: 'addScreenshots'; readonly screenshots: readonly NewScreenshot[] }
  | { readonly type: 'correct'; readonly field: TriageField; readonly value: string; readonly reason: string }
  | {
      readonly type: 'confide';
      readonly number: string;
      readonly concerns: readonly PersonId[];
      readonly reason: string;
    }
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'handOver'; readonly to: PersonId }
  | { readonly type: 'plan'; readonly action: string; readonly owner: PersonId; readonly due: Instant }
  | { readonly type: 'confirmPlan' }
  | {
      readonly type: 'recordFact';
      readonly fact: string;
      readonly claim: string;
      readonly verdict: Verdict;
      readonly evidence: string;
      readonly screenshots?: readonly NewScreenshot[];
    }
  | { readonly type: 'revokeFact'; readonly fact: string; readonly reason: string }
  | ({ readonly type: 'draft' } & DraftInput)
  | { readonly type: 'overrule'; readonly version: number; readonly reason: string }
  /** `acknowledged`: the highest event number among the news that the person was shown and accepts. */
  | { readonly type: 'submit'; readonly version: number; readonly acknowledged?: number }
  | { readonly type: 'withdraw' }
  | { readonly type: 'approve'; readonly digest: string; readonly acknowledged?: number }
  | { readonly type: 'reject'; readonly digest: string; readonly reason: string }
  | {
      readonly type: 'publish';
      readonly digest: string;
      readonly media: Media;
      readonly account: string;
      readonly link: string;
      readonly publishedAt: Instant;
      /** What was in truth published; '' when it is what was approved, to the letter. */
      readonly changedText: string;
    }
  | { readonly type: 'settle'; readonly digest: string; readonly note: string }
  | { readonly type: 'effect'; readonly effect: Effect; readonly note: string }
  | { readonly type: 'close'; readonly rootCause: Cause; readonly team: string; readonly lesson: string }
  | { readonly type: 'dismiss'; readonly why: Dismissal; readonly note: string }
  | { readonly type: 'reopen'; readonly why: Reopening; readonly note: string }
  | {
      readonly type: 'merge';
      readonly into: {
        readonly id: string;
        readonly number: string;
        readonly openedAt: Instant;
        readonly confidential: boolean;
        readonly concerns: readonly PersonId[];
        readonly open: boolean;
      };
      readonly self: string;
    }
  | {
      readonly type: 'absorb';
      readonly from: { readonly id: string; readonly number: string };
      readonly mentions: readonly Mention[];
      readonly reporters: readonly Reporter[];
      readonly screenshots: readonly KeptScreenshot[];
      /** How grave the younger case was: merging does not make it less. */
      readonly severity: Triage['severity'];
    }
  /** The older case was told of everything up to this event. */
  | { readonly type: 'handed'; readonly upTo: number }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'fallDue'; readonly what: 'answer' | 'effect'; readonly key: string }
  | { readonly type: 'remind'; readonly key: string }
  | { readonly type: 'snooze'; readonly until: Instant; readonly reason: string };
