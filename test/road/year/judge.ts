/** Everything that was wrong in a stretch of life: deadlines missing, twice, at the wrong time, or calls at the wrong hour. */
import type { CaseEvent } from '#src/core/case/event.ts';
import { duty, onDuty, ROSTER } from '#src/core/duty/duty.ts';
import type { Happened, Instant } from '#src/core/event.ts';
import { isGrave } from '#src/core/nudges/item.ts';
import { callsOf, isWorkingTime } from './calls.ts';
import { expected, type Rung } from './expected.ts';
import { COMPANY } from './office.ts';
import type { Past } from './run.ts';

export type Verdict = {
  readonly wrong: readonly string[];
  readonly deadlines: number;
  readonly late: number;
  readonly calls: number;
  readonly cases: number;
};

export async function judge({ office, runs, nudged, faults }: Past): Promise<Verdict> {
  const { desk } = office;
  const wrong: string[] = [...faults];
  let [deadlines, late, calls, cases] = [0, 0, 0, 0];
  for await (const id of desk.cases.records.ids()) {
    const { history } = await desk.cases.records.read(id);
    const [wanted, got] = [expected(history, runs), rung(history)];
    cases += 1;
    deadlines += got.length;
    late += got.filter(({ lateFor }) => lateFor !== undefined).length;
    const [should, is] = [wanted.map(said), got.map(said)];
    if (should.join() !== is.join()) wrong.push(`${id}: should ${should.join(' · ')}, but was ${is.join(' · ')}`);
  }
  const onDutyAt = await rosterOver(desk.duty.records);
  for (const { account, timeZone = '' } of COMPANY) {
    const id = office.idOf(account);
    const told = callsOf(nudged.get(id) ?? []);
    calls += told.length;
    const once = new Set(told.map(({ item }) => `${item.case} ${item.call}`));
    if (once.size < told.length) wrong.push(`${account} was called twice for the same`);
    for (const { at, item } of told) {
      if (!isGrave(item.severity) && !isWorkingTime(at, timeZone, onDutyAt(at, id)))
        wrong.push(`${account} was called at ${at} about ${item.number}, which could wait`);
    }
  }
  return { wrong, deadlines, late, calls, cases };
}

/** What the clock did call out. Effect reviews follow from publications, and are a matter of their own. */
function rung(history: readonly Happened<CaseEvent>[]): readonly Rung[] {
  const all = history.flatMap(({ event, meta }): readonly Rung[] => {
    if (event.type !== 'reminded' && event.type !== 'fellDue') return [];
    const what = event.what === 'answer' ? String(event.type === 'reminded' ? event.percent : 100) : event.what;
    return [{ what, at: Date.parse(meta.at), lateFor: event.late === undefined ? undefined : Date.parse(event.late) }];
  });
  return all.sort((a, b) => a.at - b.at || (a.what < b.what ? -1 : 1));
}

const said = ({ what, at, lateFor }: Rung): string =>
  `${what} ${iso(at)}${lateFor === undefined ? '' : ` late for ${iso(lateFor)}`}`;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Who was on duty when, from the roster's own events. */
async function rosterOver(records: Past['office']['desk']['duty']['records']) {
  const { history } = await records.read(ROSTER);
  return (at: Instant, person: string): boolean => {
    const before = history.filter(({ meta }) => meta.at <= at);
    const state = before.reduce((known, { event, meta }) => duty.evolve(known, event, meta), duty.initial);
    return onDuty(state).includes(person);
  };
}
