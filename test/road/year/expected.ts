/** What the clock should have called out about a case: reckoned from its raw events alone, by other means than the desk's. */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { Severity } from '#src/core/case/vocabulary.ts';
import type { Happened } from '#src/core/event.ts';
import type { Run } from './run.ts';

/** Milliseconds throughout; `what` names the call: `50`, `100` (the due time), `unclaimed`, `decision`. */
export type Rung = { readonly what: string; readonly at: number; readonly lateFor: number | undefined };

const MINUTE = 60_000;
const STEPS: { readonly [S in Severity]: readonly number[] } = {
  low: [80, 100, 200],
  medium: [80, 100, 150],
  high: [50, 80, 100],
  critical: [50, 80, 100],
};
const HOURS: { readonly [S in Severity]: number } = { low: 8, medium: 4, high: 1, critical: 0.25 };

/** A case between two events that change what is owed. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly dueFrom: number;
  readonly due: number;
  /** When the due time was set. */
  readonly timed: number;
  readonly status: 'new' | 'working' | 'review' | 'approved' | 'over';
  readonly answered: boolean;
  readonly freeSince: number;
  readonly submittedAt: number;
};

export function expected(history: readonly Happened<CaseEvent>[], runs: readonly Run[]): readonly Rung[] {
  const found = new Map<string, Rung>();
  for (const stretch of stretches(history)) {
    if (stretch.status === 'over') continue;
    for (const { key, what, at, since } of owed(stretch)) {
      const struck = firstStrike(runs, Math.max(at, stretch.from));
      if (struck === undefined || struck >= stretch.to || found.has(key)) continue;
      found.set(key, { what, at: struck, lateFor: struck - since > 5 * MINUTE ? since : undefined });
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.what < b.what ? -1 : 1));
}

type Owed = { readonly key: string; readonly what: string; readonly at: number; readonly since: number };

function owed({ severity, dueFrom, due, timed, status, answered, freeSince, submittedAt }: Stretch): readonly Owed[] {
  const all: Owed[] = [];
  const add = (what: string, at: number) =>
    all.push({ key: `${what} ${at} ${due}`, what, at, since: Math.max(at, timed) });
  if (!answered)
    for (const percent of STEPS[severity]) {
      const at = dueFrom + ((due - dueFrom) * percent) / 100;
      if (percent === 100 || at > timed) add(String(percent), at);
    }
  const grave = severity === 'high' || severity === 'critical';
  if (status === 'new' && grave && !answered) add('unclaimed', Math.max(freeSince, timed) + 10 * MINUTE);
  if (status === 'review') add('decision', submittedAt + HOURS[severity] * 60 * MINUTE);
  return all;
}

/** The first full minute from an instant on at which the desk ran. */
function firstStrike(runs: readonly Run[], from: number): number | undefined {
  for (const run of runs) {
    const [first, last] = [Date.parse(run.from), Date.parse(run.to)];
    const at = Math.max(first, Math.ceil(from / MINUTE) * MINUTE);
    if (at <= last) return at;
  }
  return undefined;
}

function stretches(history: readonly Happened<CaseEvent>[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const { event, meta } of history) {
    const at = Date.parse(meta.at);
    const last = all.at(-1);
    const next = last ? after(last, event, at) : begun(event, at);
    if (last) all[all.length - 1] = { ...last, to: at };
    if (next) all.push({ ...next, from: at, to: Number.POSITIVE_INFINITY });
  }
  return all;
}

function begun(event: CaseEvent, at: number): Stretch | undefined {
  if (event.type !== 'reported') return undefined;
  const { triage, due } = event;
  return {
    ...{ from: at, to: at, severity: triage.severity.value, dueFrom: at, due: Date.parse(due), timed: at },
    ...{ status: 'new', answered: false, freeSince: at, submittedAt: at },
  };
}

type Change = (at: number) => Partial<Stretch>;
const CHANGES: { readonly [T in CaseEvent['type']]?: Change } = {
  claimed: () => ({ status: 'working' }),
  released: (at) => ({ status: 'new', freeSince: at }),
  submitted: (at) => ({ status: 'review', submittedAt: at }),
  withdrawn: () => ({ status: 'working' }),
  lapsed: () => ({ status: 'review' }),
  published: () => ({ status: 'working', answered: true }),
  dismissed: () => ({ status: 'over' }),
};

function after(last: Stretch, event: CaseEvent, at: number): Stretch {
  if (event.type === 'corrected' && event.field === 'severity') {
    const due = Date.parse(event.due);
    return { ...last, severity: severityIn(event.value), due, timed: due === last.due ? last.timed : at };
  }
  if (event.type === 'approved' && event.complete) return { ...last, status: 'approved' };
  return { ...last, ...CHANGES[event.type]?.(at) };
}

function severityIn(value: string): Severity {
  const all: readonly Severity[] = ['low', 'medium', 'high', 'critical'];
  const found = all.find((severity) => severity === value);
  if (!found) throw new Error(`no severity ${value}`);
  return found;
}
