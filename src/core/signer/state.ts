/** One person's signatures: what they were asked for, what they signed, and when they are next reminded of the rest. */
import type { Instant, PersonId } from '../event.ts';
import type { Locale } from '../rules.ts';

/** A version of a policy as a signature names it. */
export type Signed = { readonly policy: string; readonly number: number; readonly digest: string };

/** What proves a signature: which texts, when, in which language, where, and the name that was typed. */
export type Signature = {
  readonly at: Instant;
  readonly versions: readonly Signed[];
  readonly locale: Locale;
  readonly platform: string;
  /** '' once erased. */
  readonly name: string;
};

type Asked = {
  readonly campaign: string;
  readonly policies: readonly string[];
  /** Only what changed since they last signed is to be read. */
  readonly changesOnly: boolean;
  readonly until: Instant;
  readonly asked: Instant;
  /** When they were told; later than asked where it was not their working time. */
  readonly told?: Instant;
};

export type Task =
  | ({ readonly status: 'open' } & Asked)
  | ({ readonly status: 'signed'; readonly signature: Signature } & Asked)
  /** The campaign was closed before they signed. */
  | ({ readonly status: 'withdrawn'; readonly at: Instant } & Asked);

export type OpenTask = Extract<Task, { status: 'open' }>;

export type SignerState = {
  /** undefined before anything was asked. */
  readonly person?: PersonId;
  /** Oldest first; never removed, because a signature cannot be taken back. */
  readonly tasks: readonly Task[];
  /** When what is new is to be told. */
  readonly tell?: Instant;
  /** When they are next reminded of everything that is open. */
  readonly next?: Instant;
  /** Reminders since something was last asked or signed. */
  readonly reminders: number;
};

export const isOpen = (task: Task): task is OpenTask => task.status === 'open';
export const openTasks = ({ tasks }: Pick<SignerState, 'tasks'>): readonly OpenTask[] => tasks.filter(isOpen);
