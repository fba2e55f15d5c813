/** What drafting, review and publication make of a case. */
import type { Meta } from '../event.ts';
import { base } from './base.ts';
import type { CaseEvent } from './event.ts';
import { type Draft, type ExistingCase, latestDraft, ownerOf } from './state.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export function drafted(state: ExistingCase, event: Of<'drafted'>, { by, at, number }: Meta): ExistingCase {
  const { version, kind, media, template } = event;
  const basis = event.basis ?? number;
  const draft: Draft = { version, kind, media, template, basis, ...event.private, overruled: [], by, at };
  const drafts = [...state.drafts, draft];
  return { ...base(state), status: 'working', owner: ownerOf(state) ?? by, since: sinceOf(state, at), drafts };
}

/** The review of a reply: submitted, withdrawn, lapsed, approved, rejected. */
export function reviewed(
  state: ExistingCase,
  event: Of<'submitted' | 'withdrawn' | 'lapsed' | 'approved' | 'rejected'>,
  { by, at }: Meta,
): ExistingCase {
  const held = { owner: ownerOf(state) ?? by, since: sinceOf(state, at) };
  if (event.type === 'submitted') {
    const draft = state.drafts.find((candidate) => candidate.version === event.version) ?? latestDraft(state);
    return draft ? { ...base(state), ...held, status: 'review', submission: { draft, by, at, approvals: [] } } : state;
  }
  if (state.status !== 'review' && state.status !== 'approved') return state;
  const { submission } = state;
  switch (event.type) {
    case 'withdrawn':
      return { ...base(state), ...held, status: 'working' };
    case 'lapsed': {
      const approvals = event.why === 'facts' ? [] : submission.approvals;
      return { ...base(state), ...held, status: 'review', submission: { ...submission, approvals } };
    }
    case 'approved': {
      const approval = { by, at, as: event.as, digest: event.digest };
      const others = submission.approvals.filter((other) => other.by !== by);
      const more = { ...submission, approvals: [...others, approval] };
      return { ...base(state), ...held, status: event.complete ? 'approved' : 'review', submission: more };
    }
    case 'rejected': {
      const rejected = { by, at, reason: event.private.reason };
      const drafts = state.drafts.map((draft) =>
        draft.version === submission.draft.version ? { ...draft, rejected } : draft,
      );
      return { ...base(state), ...held, status: 'working', drafts };
    }
  }
}

export function published(state: ExistingCase, event: Of<'published'>, { by, at }: Meta): ExistingCase {
  if (state.status !== 'approved') return state;
  const { account, link, text } = event.private;
  const publication = {
    draft: state.submission.draft,
    approvals: state.submission.approvals,
    ...{ digest: event.digest, account, media: event.media, link, publishedAt: event.publishedAt, by, at },
    ...(!event.asApproved && { deviation: { text } }),
  };
  return {
    ...base(state),
    owner: state.owner,
    since: state.since,
    status: event.final ? 'published' : 'working',
    publications: [...state.publications, publication],
    answered: state.answered ?? { at: event.publishedAt, late: event.late },
    ...(event.effectDue && { effectDue: event.effectDue }),
  };
}

const sinceOf = (state: ExistingCase, at: string): string => ('since' in state ? state.since : at);
