/** What can happen to a case. What a person typed stands in `private`, so that it can be sealed or erased. */
import type { Finding } from '../check/check.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Screenshot, ScreenshotEvent } from './screenshots.ts';
import type { Mention, Reporter } from './state.ts';
import type { Triage, TriageField } from './triage-types.ts';
import type { Cause, Dismissal, Effect, Media, Reopening, ReplyKind, Verdict } from './vocabulary.ts';

/** A mention without what was typed, and that part. */
type MentionData = { readonly id: string; readonly key: string; readonly media: Media; readonly audience?: number };
type MentionText = { readonly link: string; readonly text: string; readonly author: string };
type ReporterData = { readonly hidden: boolean; readonly follow: boolean; readonly alias?: string };

export type CaseEvent =
  | ScreenshotEvent
  | {
      readonly type: 'reported';
      readonly number: string;
      readonly confidential: boolean;
      readonly concerns: readonly PersonId[];
      readonly mention: MentionData;
      readonly reporter: ReporterData;
      readonly triage: Triage;
      readonly due: Instant;
      readonly private: MentionText & { readonly note: string };
    }
  | {
      readonly type: 'mentionAdded';
      readonly mention: MentionData;
      readonly reporter: ReporterData;
      readonly private: MentionText & { readonly note: string };
    }
  /** Somebody else reported a post that the case already has. */
  | {
      readonly type: 'reporterJoined';
      readonly reporter: ReporterData;
      readonly private: { readonly note: string };
    }
  | { readonly type: 'retriaged'; readonly triage: Triage; readonly due: Instant }
  | {
      readonly type: 'corrected';
      readonly field: TriageField;
      readonly value: string;
      readonly due: Instant;
      readonly private: { readonly reason: string };
    }
  | {
      readonly type: 'confided';
      readonly number: string;
      readonly concerns: readonly PersonId[];
      readonly private: { readonly reason: string };
    }
  | { readonly type: 'claimed'; readonly owner: PersonId }
  | { readonly type: 'released' }
  | { readonly type: 'handedOver'; readonly to: PersonId }
  | {
      readonly type: 'planned';
      readonly owner: PersonId;
      readonly due: Instant;
      readonly private: { readonly action: string };
    }
  | { readonly type: 'planConfirmed' }
  | {
      readonly type: 'factRecorded';
      /** The same id again replaces what was recorded under it. */
      readonly fact: string;
      readonly verdict: Verdict;
      readonly private: { readonly claim: string; readonly evidence: string };
    }
  | { readonly type: 'factRevoked'; readonly fact: string; readonly private: { readonly reason: string } }
  | {
      readonly type: 'drafted';
      readonly version: number;
      /** Number of the last event that its author's card showed: what came later is new to the draft. */
      readonly basis?: number;
      readonly kind: ReplyKind;
      readonly media: Media;
      readonly template: string;
      readonly private: { readonly text: string; readonly account: string; readonly findings: readonly Finding[] };
    }
  | {
      readonly type: 'overruled';
      readonly version: number;
      readonly codes: readonly string[];
      readonly private: { readonly reason: string };
    }
  | { readonly type: 'submitted'; readonly version: number; readonly digest: string }
  | { readonly type: 'withdrawn'; readonly why: 'asked' | 'edited' | 'factRevoked' }
  /** Approvals given so far do not suffice any more: the facts changed, or the case became more serious. */
  | { readonly type: 'lapsed'; readonly why: 'facts' | 'severity' }
  | { readonly type: 'approved'; readonly digest: string; readonly as: Role; readonly complete: boolean }
  | { readonly type: 'rejected'; readonly digest: string; readonly private: { readonly reason: string } }
  | {
      readonly type: 'published';
      readonly digest: string;
      readonly media: Media;
      readonly publishedAt: Instant;
      readonly late: boolean;
      readonly asApproved: boolean;
      readonly effectDue?: Instant;
      /** The reply that ends the work, as opposed to a holding statement. */
      readonly final: boolean;
      readonly private: { readonly account: string; readonly link: string; readonly text: string };
    }
  | { readonly type: 'deviationSettled'; readonly digest: string; readonly private: { readonly note: string } }
  | { readonly type: 'effectMarked'; readonly effect: Effect; readonly private: { readonly note: string } }
  | {
      readonly type: 'closed';
      readonly rootCause: Cause;
      readonly private: { readonly team: string; readonly lesson: string };
    }
  | { readonly type: 'dismissed'; readonly why: Dismissal; readonly private: { readonly note: string } }
  | {
      readonly type: 'reopened';
      readonly why: Reopening;
      readonly due: Instant;
      readonly private: { readonly note: string };
    }
  | { readonly type: 'merged'; readonly into: { readonly id: string; readonly number: string } }
  | {
      readonly type: 'absorbed';
      readonly from: { readonly id: string; readonly number: string };
      readonly private: {
        readonly mentions: readonly Mention[];
        readonly reporters: readonly Reporter[];
        readonly screenshots?: readonly Screenshot[];
      };
    }
  /** The older case has everything: told back to the younger. */
  | { readonly type: 'handed' }
  | { readonly type: 'noted'; readonly private: { readonly text: string } }
  /** `late`: when it should have been, where the desk was not running then. */
  | { readonly type: 'fellDue'; readonly what: 'answer' | 'effect'; readonly key: string; readonly late?: Instant }
  /** The clock calls somebody before or after the due time; `percent` of the time for the answer is over. */
  | {
      readonly type: 'reminded';
      readonly what: 'answer' | 'unclaimed' | 'decision';
      readonly key: string;
      readonly percent?: number;
      readonly late?: Instant;
    }
  /** Whoever did it wants to hear of it then, and not before. */
  | { readonly type: 'snoozed'; readonly until: Instant; readonly private: { readonly reason: string } };
