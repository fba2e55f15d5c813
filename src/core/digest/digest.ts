/** The record of a digest that somebody got on a day: made once, never changed. */
import type { Deal, Decider } from '../decider.ts';
import { DESK, type Instant, type Json, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { DigestContent } from './content.ts';

/** What a digest is besides its content: whose, when it was due, when it was made. */
export type Issue = {
  readonly person: PersonId;
  readonly day: string;
  readonly due: Instant;
  readonly at: Instant;
  readonly late: boolean;
  readonly content: DigestContent;
  /** What features added, as their reader was shown it: blocks, which only the view knows. */
  readonly added: readonly Json[];
};

export type Digest = { readonly status: 'none' } | ({ readonly status: 'issued' } & Issue);
export type DigestCommand = { readonly type: 'issue' } & Issue;
/** It names people and cases, some of them confidential, so its content stands apart and can be erased. */
export type DigestEvent = { readonly type: 'issued'; readonly private: Pick<Issue, 'content' | 'added'> } & Omit<
  Issue,
  'content' | 'added'
>;

/** One record for each person and day: whoever issues it again finds it there. */
export const digestId = (person: PersonId, day: string): string => `${person}/${day}`;

function decide(state: Digest, { content, added, ...issue }: DigestCommand, { by }: Deal): readonly DigestEvent[] {
  if (by !== DESK) throw new Refused({ code: 'digest_needs_role', need: [] });
  return state.status === 'none' ? [{ ...issue, type: 'issued', private: { content, added } }] : [];
}

function evolve(state: Digest, event: DigestEvent): Digest {
  if (state.status !== 'none') return state;
  const { type: _, private: part, ...issue } = event;
  return { ...issue, ...part, status: 'issued' };
}

export const digest: Decider<Digest, DigestCommand, DigestEvent> = {
  kind: 'digest',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};
