/** What a case is at any moment: a union on `status`, each arm holding only its own facts. */

import type { Finding } from '../check/check.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Reminded } from './reminded.ts';
import type { Screenshot } from './screenshots.ts';
import type { Correction, Triage } from './triage-types.ts';
import type { Cause, Dismissal, Effect, Media, ReplyKind, Verdict } from './vocabulary.ts';

/** One post online. */
export type Mention = {
  readonly id: string;
  /** Digest of the normalised link or text: the same post has the same key. */
  readonly key: string;
  readonly media: Media;
  readonly link: string;
  readonly text: string;
  readonly author: string;
  readonly audience?: number;
  readonly reportedBy: PersonId;
  readonly at: Instant;
  /** Number of the event that brought it. */
  readonly event: number;
};

export type Reporter = {
  readonly person: PersonId;
  readonly at: Instant;
  /** Their name is kept from the channel. */
  readonly hidden: boolean;
  /** They asked to hear of each step. */
  readonly follow: boolean;
  readonly note: string;
  /** The number they were given, where it is not the case's own. */
  readonly alias?: string;
};

export type CheckedFact = {
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly evidence: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly event: number;
};

export type Plan = {
  readonly action: string;
  readonly owner: PersonId;
  readonly due: Instant;
  readonly by: PersonId;
  readonly at: Instant;
  readonly confirmed?: { readonly by: PersonId; readonly at: Instant };
};

export type Draft = {
  readonly version: number;
  readonly kind: ReplyKind;
  readonly media: Media;
  readonly account: string;
  readonly text: string;
  readonly template: string;
  readonly findings: readonly Finding[];
  readonly overruled: readonly { readonly codes: readonly string[]; readonly by: PersonId; readonly reason: string }[];
  readonly by: PersonId;
  readonly at: Instant;
  /** Number of the last event that its author had seen: mentions and facts with a higher number are new to it. */
  readonly basis: number;
  /** Why it came back, when it was rejected. */
  readonly rejected?: { readonly by: PersonId; readonly at: Instant; readonly reason: string };
};

export type Approval = {
  readonly by: PersonId;
  readonly at: Instant;
  /** The role in which they approved, kept even if they lose it later. */
  readonly as: Role;
  readonly digest: string;
};

export type Submission = {
  readonly draft: Draft;
  readonly by: PersonId;
  readonly at: Instant;
  readonly approvals: readonly Approval[];
};

export type Publication = {
  readonly draft: Draft;
  readonly approvals: readonly Approval[];
  readonly digest: string;
  readonly account: string;
  readonly media: Media;
  readonly link: string;
  readonly publishedAt: Instant;
  readonly by: PersonId;
  readonly at: Instant;
  /** What was in truth published, when it was not what was approved. */
  readonly deviation?: {
    readonly text: string;
    readonly settled?: { readonly by: PersonId; readonly at: Instant; readonly note: string };
  };
};

/** What every case has, whatever its status. */
export type CaseFacts = {
  readonly number: string;
  readonly confidential: boolean;
  /** Colleagues whom a confidential case is about: they see nothing of it, whatever their role. */
  readonly concerns: readonly PersonId[];
  readonly openedAt: Instant;
  readonly mentions: readonly Mention[];
  readonly reporters: readonly Reporter[];
  readonly triage: Triage;
  readonly corrections: readonly Correction[];
  /** When the due time that stands was set: by the report, a change of severity, or a reopening. */
  readonly timed: Instant;
  /** From when the service level counts: the report, or the last reopening. */
  readonly dueFrom: Instant;
  /** When the first answer or holding statement must be out. */
  readonly due: Instant;
  readonly answered?: { readonly at: Instant; readonly late: boolean };
  /** Deadlines that came, by key, so that each is recorded once. */
  readonly missed: readonly string[];
  /** Every call of the clock, deadlines and reminders, in order. */
  readonly reminded: readonly Reminded[];
  /** Who wanted to hear of it later; reminders that come after the wish are not put off by it. */
  readonly snoozes: readonly Snooze[];
  readonly facts: readonly CheckedFact[];
  readonly plan?: Plan;
  readonly drafts: readonly Draft[];
  readonly publications: readonly Publication[];
  /** When the effect of what went out is to be reviewed; absent once it was. */
  readonly effectDue?: Instant;
  readonly effects: readonly {
    readonly effect: Effect;
    readonly note: string;
    readonly by: PersonId;
    readonly at: Instant;
  }[];
  readonly notes: readonly { readonly text: string; readonly by: PersonId; readonly at: Instant }[];
  readonly screenshots: readonly Screenshot[];
  /** Cases whose mentions came here. */
  readonly absorbed: readonly { readonly id: string; readonly number: string }[];
};

export type Snooze = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly until: Instant;
  readonly reason: string;
};

export type Ending = {
  readonly by: PersonId;
  readonly at: Instant;
};

/** `since`: from when nobody has had it. */
export type New = CaseFacts & { readonly status: 'new'; readonly since: Instant };
export type Working = CaseFacts & { readonly status: 'working'; readonly owner: PersonId; readonly since: Instant };
export type InReview = CaseFacts & {
  readonly status: 'review';
  readonly owner: PersonId;
  readonly since: Instant;
  readonly submission: Submission;
};
export type Approved = CaseFacts & {
  readonly status: 'approved';
  readonly owner: PersonId;
  readonly since: Instant;
  readonly submission: Submission;
};
export type Published = CaseFacts & { readonly status: 'published'; readonly owner: PersonId; readonly since: Instant };
export type Closed = CaseFacts & {
  readonly status: 'closed';
  readonly owner: PersonId;
  readonly ended: Ending;
  readonly rootCause: Cause;
  readonly team: string;
  readonly lesson: string;
};
export type Dismissed = CaseFacts & {
  readonly status: 'dismissed';
  readonly owner?: PersonId;
  readonly ended: Ending;
  readonly why: Dismissal;
  readonly note: string;
};
export type Merged = CaseFacts & {
  readonly status: 'merged';
  readonly ended: Ending;
  readonly into: { readonly id: string; readonly number: string };
  /** True once the older case has taken everything over. */
  readonly handed: boolean;
};

export type OpenCase = New | Working | InReview | Approved | Published;
export type ExistingCase = OpenCase | Closed | Dismissed | Merged;
export type CaseState = { readonly status: 'none' } | ExistingCase;
export type CaseStatus = ExistingCase['status'];

export const isOpenStatus = (status: CaseState['status']): status is OpenCase['status'] =>
  status !== 'none' && status !== 'closed' && status !== 'dismissed' && status !== 'merged';

export const isOpen = (state: CaseState): state is OpenCase => isOpenStatus(state.status);

/** Who works on it, if anyone does. */
export const ownerOf = (state: ExistingCase): PersonId | undefined => ('owner' in state ? state.owner : undefined);
export const severityOf = (state: CaseFacts) => state.triage.severity.value;
export const latestDraft = (state: CaseFacts): Draft | undefined => state.drafts.at(-1);
