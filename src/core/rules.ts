/** What a company may decide (policies/desk.yaml), as the rules read it. config.ts parses the file into this. */
import type { Calendar } from './calendar/calendar.ts';
import type { Hours } from './calendar/working-hours.ts';
import type { Category, Cause, Media, Reach, ReplyKind, Risk, Sentiment, Severity } from './case/vocabulary.ts';
import type { DigestRules } from './digest/rules.ts';
import type { ChannelReminderRules } from './reminder/rules.ts';
import type { ReportRules } from './report/rules.ts';
import type { Role } from './role.ts';
import type { SigningRules } from './signing-rules.ts';
import type { TrainingRules } from './training/rules.ts';
import type { WarningRules } from './warning/rules.ts';

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
  /** The texts in which it looks; our replies alone when left out. */
  readonly for?: readonly CheckedText[];
  /** The kinds of replies in which it looks; all when left out. */
  readonly kinds?: readonly ReplyKind[];
  /** A word does not count where it is part of one of these. */
  readonly except?: readonly string[];
  /** A word counts only where one of these stands in the same sentence. */
  readonly with?: readonly string[];
};

/** What a check says when it finds something, whatever it looks for. */
export type CheckSaying = Pick<CheckList, 'clause' | 'blocks' | 'say' | 'mend'>;

/** `reply` answers for the company, `post` is somebody's own, `official` one of those that speaks for the company. */
export const CHECKED_TEXTS = ['reply', 'post', 'official'] as const;
export type CheckedText = (typeof CHECKED_TEXTS)[number];

export type CheckRules = {
  readonly lists: readonly CheckList[];
  /** Clauses and wording for the checks that are patterns, not words. */
  readonly personalData: CheckSaying;
  readonly secrets: CheckSaying;
  readonly length: CheckSaying & { readonly limits: Readonly<Partial<Record<Media, number>>> };
};

/** Who can be called about a case: whoever has it or must decide on it now, those on duty, or everybody in a role. */
export const CALLED = ['owner', 'duty', 'approver', 'leader'] as const;
export type Called = (typeof CALLED)[number];

export type ReminderRules = {
  /** By severity: at how many percent of the time for the first answer whom, beside those called before. 100 is the due time. */
  readonly escalation: Readonly<Record<Severity, readonly { readonly at: number; readonly to: readonly Called[] }[]>>;
  /** Minutes after which those on duty are called because nobody has taken a case; absent for a severity that waits. */
  readonly unclaimedMinutes: Readonly<Partial<Record<Severity, number>>>;
  /** Hours after which those who can decide on a reply are reminded of it. */
  readonly decisionHours: Readonly<Record<Severity, number>>;
  /** Hours for which somebody may put a reminder off. */
  readonly snoozeHours: Readonly<Record<Severity, number>>;
};

export type Rules = {
  /** Titles of the policies by id, so that a cited clause reads like one. */
  readonly policyTitles?: Readonly<Record<string, Bilingual>>;
  /** Hours from the report to the first published answer or holding statement (K7). */
  readonly serviceLevel: Readonly<Record<Severity, number>>;
  /** Who is called, and when, while a case waits (K7). */
  readonly reminders: ReminderRules;
  /** How many approvals a reply needs, and whether a leader must be among them (K8, K10). */
  readonly approvals: Readonly<Record<Severity, { readonly count: number; readonly leader: boolean }>>;
  /** Severities at which the person who verified a fact may also approve. */
  readonly verifierMayApprove: readonly Severity[];
  /** Severities that need a confirmed response plan before a reply is approved. */
  readonly planNeeded: readonly Severity[];
  /** Days after publication when the effect is reviewed; absent for a severity that needs no review (K13). */
  readonly effectReviewDays: Readonly<Partial<Record<Severity, number>>>;
  /** How many screenshots a case takes; those that come with somebody's first report of it are never too many (K16). */
  readonly screenshotsPerCase: number;
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
  /** Which roles answer for a policy, by the name of its owner; administrators where none does (K17). */
  readonly policyOwners: Readonly<Record<string, readonly Role[]>>;
  readonly signing: SigningRules;
  /** When reminders of the rules are posted, and where (K18). */
  readonly channelReminders: ChannelReminderRules;
  readonly digest: DigestRules;
  readonly triage: TriageRules;
  readonly check: CheckRules;
  /** When the desk warns that mentions rise (K14). */
  readonly warning: WarningRules;
  readonly report: ReportRules;
  /** Which named channel a case goes to; the first route that fits, else the response channel. */
  readonly routing: readonly {
    readonly category?: readonly Category[];
    readonly media?: readonly Media[];
    readonly channel: string;
  }[];
};
