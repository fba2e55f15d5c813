/** A question to the policies that a model may answer (K17): from the clauses that were found, with their ids, or not at all. */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import { MINUTE } from '../time.ts';

/** Characters. Whatever is longer is a pasted text, of which the beginning is asked. */
export const LONGEST_QUESTION = 300;

type Asked = {
  readonly by: PersonId;
  readonly at: Instant;
  /** Without personal data. */
  readonly question: string;
  /** The ids of the clauses that the question was answered with at once; the model gets these and no others. */
  readonly clauses: readonly string[];
};

export type Inquiry =
  | { readonly status: 'none' }
  | (Asked & { readonly status: 'asked' })
  | (Asked & { readonly status: 'answered'; readonly text: string; readonly cites: readonly string[] })
  /** The model read the clauses and found no answer in them. */
  | (Asked & { readonly status: 'unanswered' })
  /** No answer came, or one that cannot be trusted: nobody hears of it, the clauses were shown at once. */
  | (Asked & { readonly status: 'dropped' });

/** What a model says to a question; `cites` are the clauses that it says it took the answer from. */
export type Said = { readonly answers: boolean; readonly text: string; readonly cites: readonly string[] };

export type InquiryCommand =
  | { readonly type: 'ask'; readonly question: string; readonly clauses: readonly string[] }
  | { readonly type: 'answer'; readonly said: Said }
  | { readonly type: 'drop' };

export type InquiryEvent =
  | { readonly type: 'asked'; readonly clauses: readonly string[]; readonly private: { readonly question: string } }
  | { readonly type: 'answered'; readonly cites: readonly string[]; readonly private: { readonly text: string } }
  | { readonly type: 'unanswered' }
  | { readonly type: 'dropped' };

/** After this long nobody waits for an answer any more. */
const PATIENCE = 2 * MINUTE;

function decide(state: Inquiry, command: InquiryCommand): readonly InquiryEvent[] {
  switch (command.type) {
    case 'ask': {
      const { question, clauses } = command;
      return state.status === 'none' ? [{ type: 'asked', clauses, private: { question } }] : [];
    }
    case 'answer':
      return state.status === 'asked' ? [answered(state, command.said)] : [];
    case 'drop':
      return state.status === 'asked' ? [{ type: 'dropped' }] : [];
  }
}

/** An answer stands on clauses that were given; one that names none of them, or another, is not believed. */
function answered({ clauses }: Asked, { answers, text, cites }: Said): InquiryEvent {
  if (!answers) return { type: 'unanswered' };
  const founded = cites.length > 0 && cites.every((cite) => clauses.includes(cite));
  return founded && text.trim() !== '' ? { type: 'answered', cites, private: { text } } : { type: 'dropped' };
}

function evolve(state: Inquiry, event: InquiryEvent, by: PersonId, at: Instant): Inquiry {
  switch (event.type) {
    case 'asked':
      return { status: 'asked', by, at, clauses: event.clauses, question: event.private.question };
    case 'answered':
      return state.status === 'none'
        ? state
        : { ...asked(state), status: 'answered', text: event.private.text, cites: event.cites };
    case 'unanswered':
      return state.status === 'none' ? state : { ...asked(state), status: 'unanswered' };
    case 'dropped':
      return state.status === 'none' ? state : { ...asked(state), status: 'dropped' };
  }
}

const asked = ({ by, at, question, clauses }: Asked): Asked => ({ by, at, question, clauses });

export const inquiry: Decider<Inquiry, InquiryCommand, InquiryEvent> = {
  kind: 'inquiry',
  version: 1,
  initial: { status: 'none' },
  decide: (state, command) => decide(state, command),
  evolve: (state, event, meta) => evolve(state, event, meta.by, meta.at),
};

/** A model that was killed in the middle, or the desk with it, leaves no question open for ever. */
export const inquiryDue = (state: Inquiry) =>
  state.status === 'asked'
    ? [{ key: 'drop', at: new Date(Date.parse(state.at) + PATIENCE).toISOString(), command: { type: 'drop' } as const }]
    : [];
