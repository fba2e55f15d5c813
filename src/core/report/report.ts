/** The record of a report: made once for its period, never changed. */
import type { Decider } from '../decider.ts';
import { DESK, type Json, type PersonId } from '../event.ts';
import type { Flow } from '../figures/flow.ts';
import { Refused } from '../refused.ts';
import type { Locale } from '../rules.ts';
import type { Issued, ReportContent } from './content.ts';

/** A picture of the figures, in the store. */
export type ReportPicture = {
  readonly digest: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

/** What one reader gets beside what all get. */
export type ReportReader = {
  readonly person: PersonId;
  /** Figures of confidential cases, where they may know of them: theirs alone, because no two may know the same. */
  readonly confidential?: Flow;
  /** What features added, as this reader was shown it: blocks, which only the view knows. */
  readonly added: readonly Json[];
};

type Parts = { readonly content: ReportContent; readonly readers: readonly ReportReader[] };
type Facts = Issued & { readonly pictures: Readonly<Record<Locale, readonly ReportPicture[]>> };

export type Report = { readonly status: 'none' } | ({ readonly status: 'issued' } & Facts & Parts);
export type ReportCommand = { readonly type: 'issue' } & Facts & Parts;
/** It names teams and numbers of cases, so its content stands apart and can be erased. */
export type ReportEvent = { readonly type: 'issued'; readonly private: Parts } & Facts;

export const report: Decider<Report, ReportCommand, ReportEvent> = {
  kind: 'report',
  version: 1,
  initial: { status: 'none' },
  decide(state, { content, readers, ...facts }, { by }) {
    if (by !== DESK) throw new Refused({ code: 'report_needs_role', need: [] });
    return state.status === 'none' ? [{ ...facts, type: 'issued', private: { content, readers } }] : [];
  },
  evolve(state, { type: _, private: parts, ...facts }) {
    return state.status === 'none' ? { ...facts, ...parts, status: 'issued' } : state;
  },
};
