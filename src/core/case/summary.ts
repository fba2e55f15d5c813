/** A case in one line of plain JSON: what lists, counts and searches need, kept in memory for every case. */

import type { Happened, Instant, PersonId } from '../event.ts';
import { type Deed, deedsOf } from '../figures/deed.ts';
import { isOverdue } from './due.ts';
import type { CaseEvent } from './event.ts';
import { authorsOf } from './gates.ts';
import { type CaseState, type CaseStatus, type ExistingCase, isOpen, latestDraft, ownerOf } from './state.ts';
import type { Category, Cause, Media, Severity } from './vocabulary.ts';

export type CaseSummary = {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly severity: Severity;
  readonly category: Category;
  readonly media: Media;
  readonly cause: Cause;
  readonly confidential: boolean;
  readonly concerns: readonly PersonId[];
  readonly openedAt: Instant;
  readonly due: Instant;
  readonly answered: boolean;
  readonly overdue: boolean;
  readonly owner?: PersonId;
  /** Who may not decide on the reply in review: whoever had a hand in it, or has approved it already. */
  readonly partIn: readonly PersonId[];
  /** The account of the newest draft, where the channel sees the case. */
  readonly account?: string;
  /** A response plan that a leader has not confirmed. */
  readonly planToConfirm: boolean;
  /** An effect review is waiting from this instant on. */
  readonly effectDue?: Instant;
  /** Who reported it and when, and the number that they know it by. */
  readonly reporters: readonly { readonly person: PersonId; readonly number: string; readonly at: Instant }[];
  /** The first mention, shortened to a line. */
  readonly excerpt: string;
  readonly mergedInto?: string;
  /** How many posts it has. */
  readonly posts: number;
  /** What happened to it that figures count, and when the last of it did: before that nothing need be looked for. */
  readonly deeds: readonly Deed[];
  readonly touched: Instant;
};

/** Characters of the first mention that a list shows. */
const EXCERPT = 80;

/** Undefined while nothing was reported. */
export function summarise({
  id,
  state,
  history,
}: {
  readonly id: string;
  readonly state: CaseState;
  readonly history: readonly Happened<CaseEvent>[];
}): CaseSummary | undefined {
  if (state.status === 'none') return undefined;
  const { number, status, triage, confidential, concerns, openedAt, due } = state;
  const owner = ownerOf(state);
  const [first] = state.mentions;
  const deeds = deedsOf(history);
  const account = confidential ? undefined : latestDraft(state)?.account;
  return {
    ...{ id, number, status, confidential, concerns, openedAt, due },
    severity: triage.severity.value,
    category: triage.category.value,
    media: triage.media.value,
    cause: triage.cause.value,
    answered: state.answered !== undefined,
    overdue: isOverdue(state),
    ...(owner && { owner }),
    ...(account && { account }),
    planToConfirm: isOpen(state) && state.plan !== undefined && !state.plan.confirmed,
    partIn: partIn(state),
    ...(isOpen(state) && state.effectDue && { effectDue: state.effectDue }),
    reporters: state.reporters.map(({ person, alias = number, at }) => ({ person, number: alias, at })),
    excerpt: line(first?.text || first?.link || ''),
    ...(state.status === 'merged' && { mergedInto: state.into.id }),
    posts: state.mentions.length,
    deeds,
    touched: [openedAt, ...deeds.map(({ at }) => at)].sort().at(-1) ?? openedAt,
  };
}

function line(text: string): string {
  const flat = [...text.replace(/\s+/gu, ' ').trim()];
  return flat.length > EXCERPT ? `${flat.slice(0, EXCERPT).join('')}…` : flat.join('');
}

function partIn(state: ExistingCase): readonly PersonId[] {
  if (state.status !== 'review') return [];
  const { submission } = state;
  return [...new Set([...authorsOf(state, submission), ...submission.approvals.map(({ by }) => by)])];
}
