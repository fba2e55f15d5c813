/** Which steps belong to which status; a step out of place is refused by saying who moved the case on, and when. */
import type { Instant, PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { CaseState, CaseStatus, ExistingCase } from './state.ts';

/** The case in one of the wanted statuses, or a refusal that tells what happened to it. */
export function requireStatus<S extends CaseStatus>(
  state: CaseState,
  ...wanted: readonly S[]
): Extract<ExistingCase, { status: S }> {
  if (state.status === 'none') throw new Refused({ code: 'case_unknown', what: '' });
  if (isOneOf(state, wanted)) return state;
  throw new Refused({ code: 'case_not_now', status: state.status, ...mover(state) });
}

const isOneOf = <S extends CaseStatus>(
  state: ExistingCase,
  wanted: readonly S[],
): state is Extract<ExistingCase, { status: S }> => (wanted as readonly CaseStatus[]).includes(state.status);

/** Who brought the case to where it is. */
export function mover(state: ExistingCase): { by?: PersonId; at?: Instant } {
  switch (state.status) {
    case 'new':
      return {};
    case 'working': {
      const rejected = state.drafts.at(-1)?.rejected;
      return rejected ? { by: rejected.by, at: rejected.at } : { by: state.owner, at: state.since };
    }
    case 'review':
    case 'approved': {
      const last = state.submission.approvals.at(-1) ?? state.submission;
      return { by: last.by, at: last.at };
    }
    case 'published': {
      const last = state.publications.at(-1);
      return last ? { by: last.by, at: last.at } : {};
    }
    case 'closed':
    case 'dismissed':
    case 'merged':
      return state.ended;
  }
}
