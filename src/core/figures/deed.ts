/** What happened to a case that figures count, each with the instant at which it was recorded, so that it counts once. */
import type { CaseEvent } from '../case/event.ts';
import type { Cause, Dismissal, Effect, ReplyKind } from '../case/vocabulary.ts';
import type { Happened, Instant } from '../event.ts';
import { answering } from './answering.ts';

export type Deed = { readonly at: Instant } & (
  | { readonly did: 'approved' | 'rejected' | 'reopened' }
  | { readonly did: 'published'; readonly kind: ReplyKind }
  /** The first answer or holding statement since the report, or since the case was opened again. */
  | { readonly did: 'answered'; readonly minutes: number; readonly late: boolean }
  /** The service level was missed: its time came without an answer. */
  | { readonly did: 'missed' }
  | { readonly did: 'judged'; readonly effect: Effect }
  | { readonly did: 'closed'; readonly cause: Cause; readonly team: string; readonly lesson: boolean }
  | { readonly did: 'dismissed'; readonly why: Dismissal }
);
/** One kind of deed. */
export type Did<D extends Deed['did']> = Extract<Deed, { readonly did: D }>;

type History = readonly Happened<CaseEvent>[];

/** Everything that counts, in no particular order. */
export const deedsOf = (history: History): readonly Deed[] => [
  ...history.flatMap((happened) => deed(happened, history) ?? []),
  ...answering(history),
];

function deed({ event, meta: { at, number } }: Happened<CaseEvent>, all: History): Deed | undefined {
  if (event.type === 'approved') return event.complete ? { did: 'approved', at } : undefined;
  if (event.type === 'rejected' || event.type === 'reopened') return { did: event.type, at };
  if (event.type === 'published') return { did: 'published', at, kind: kindSubmitted(all.slice(0, number)) };
  if (event.type === 'effectMarked') return { did: 'judged', at, effect: event.effect };
  if (event.type === 'dismissed') return { did: 'dismissed', at, why: event.why };
  if (event.type !== 'closed') return undefined;
  const { team, lesson } = event.private;
  return { did: 'closed', at, cause: event.rootCause, team: team.trim(), lesson: lesson.trim() !== '' };
}

/** The kind of reply that was in review last. */
function kindSubmitted(history: History): ReplyKind {
  const version = history.findLast(({ event }) => event.type === 'submitted')?.event;
  const draft = history.findLast(
    ({ event }) => event.type === 'drafted' && version?.type === 'submitted' && event.version === version.version,
  )?.event;
  return draft?.type === 'drafted' ? draft.kind : 'reply';
}
