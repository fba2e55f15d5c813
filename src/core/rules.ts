/** What a company may decide (policies/desk.yaml), as the rules read it. config.ts parses the file into this. */
import type { Calendar } from './calendar/calendar.ts';
import type { Hours } from './calendar/working-hours.ts';
import type { Category, Cause, Media, Reach, Risk, Sentiment, Severity } from './case/vocabulary.ts';
import type { Role } from './role.ts';
import type { TrainingRules } from './training/rules.ts';
import type { WarningRules } from './warning/rules.ts';
import type { SigningRules } from './signing-rules.ts';

/** A text that the company wrote in both languages. */
export type Bilingual = { readonly en: string; readonly zh: string };
export type Locale = keyof Bilingual;

/** Steps whose roles a company may set. */
export const STEPS = [
  'claim',
  'correct',
  'plan',
  'confirmPlan',
  'verify',
  'draft',
  'approve',
  'publish',
  'settle',
  'effect',
  'close',
  'dismiss',
  'reopen',
  'merge',
  'overrule',
] as const;
export type Step = (typeof STEPS)[number];

/** One weighted, named reason for severity. Every condition given must hold. */
export type SeverityFactor = {
  readonly name: Bilingual;
  readonly weight: number;
  readonly when: {
    readonly words?: readonly string[];
    readonly category?: readonly Category[];
    readonly reach?: readonly Reach[];
    readonly media?: readonly Media[];
    readonly sentiment?: readonly Sentiment[];
    readonly risk?: readonly Risk[];
    /** At least this many mentions in the case. */
    readonly mentions?: number;
  };
};

export type TriageRules = {
  /** Words that speak for a category; the category with most hits wins, earlier in `CATEGORIES` on a tie. */
  readonly categories: Readonly<Partial<Record<Category, readonly string[]>>>;
  readonly causes: Readonly<Partial<Record<Cause, readonly string[]>>>;
  readonly risks: Readonly<Partial<Record<Risk, readonly string[]>>>;
  readonly sentiment: { readonly positive: readonly string[]; readonly negative: readonly string[] };
  /** Followers or views from which reach counts as medium and as large; media that count as large without a number. */
  readonly reach: { readonly medium: number; readonly large: number; readonly largeMedia: readonly Media[] };
  readonly factors: readonly SeverityFactor[];
  /** Sum of weights from which a case is at least this severe; below `medium` it is low. */
  readonly thresholds: { readonly medium: number; readonly high: number; readonly critical: number };
  /** Whatever the sum, these categories are at least this severe. */
  readonly atLeast: Readonly<Partial<Record<Category, Severity>>>;
};

/** A list of words that the draft check looks for, with the clause it serves and how to mend it. */
export type CheckList = {
  readonly code: string;
  /** Clause id in policies/, for example `online-reputation#3.2`. */
  readonly clause: string;
  readonly words: readonly string[];
  readonly blocks: boolean;
  readonly say: Bilingual;
  readonly mend: Bilingual;
};

export type CheckRules = {
  readonly lists: readonly CheckList[];
  /** Clauses and wording for the checks that are patterns, not words. */
  readonly personalData: Omit<CheckList, 'words' | 'code'>;
  readonly secrets: Omit<CheckList, 'words' | 'code'>;
  readonly length: Omit<CheckList, 'words' | 'code'> & { readonly limits: Readonly<Partial<Record<Media, number>>> };
};

export type Rules = {
  /** Titles of the policies by id, so that a cited clause reads like one. */
  readonly policyTitles?: Readonly<Record<string, Bilingual>>;
  /** Hours from the report to the first published answer or holding statement (K7). */
  readonly serviceLevel: Readonly<Record<Severity, number>>;
  /** How many approvals a reply needs, and whether a leader must be among them (K8, K10). */
  readonly approvals: Readonly<Record<Severity, { readonly count: number; readonly leader: boolean }>>;
  /** Severities at which the person who verified a fact may also approve. */
  readonly verifierMayApprove: readonly Severity[];
  /** Severities that need a confirmed response plan before a reply is approved. */
  readonly planNeeded: readonly Severity[];
  /** Days after publication when the effect is reviewed; absent for a severity that needs no review (K13). */
  readonly effectReviewDays: Readonly<Partial<Record<Severity, number>>>;
  /** Who may take a step; anyone holding one of the roles. */
  readonly steps: Readonly<Record<Step, readonly Role[]>>;
  /** The same for confidential cases, whatever the step. */
  readonly confidentialRoles: readonly Role[];
  /** IANA zone of working hours and case-number years. */
  readonly timeZone: string;
  /** When people may be written to about what can wait, by the clock of each of them. */
  readonly hours: Hours;
  /** Which days are worked where (policies/calendar). */
  readonly calendars: readonly Calendar[];
  readonly training: TrainingRules;
  /** Language of channels. */
  readonly channelLocale: Locale;
  readonly triage: TriageRules;
  readonly check: CheckRules;
  /** When the desk warns that mentions rise (K14). */
  readonly warning: WarningRules;
  /** Which named channel a case goes to; the first route that fits, else the response channel. */
  readonly routing: readonly {
    readonly category?: readonly Category[];
    readonly media?: readonly Media[];
    readonly channel: string;
  }[];
};
  /** Which roles answer for a policy, by the name of its owner; administrators where none does (K17). */
  readonly policyOwners: Readonly<Record<string, readonly Role[]>>;
  readonly signing: SigningRules;
  readonly digest: DigestRules;
