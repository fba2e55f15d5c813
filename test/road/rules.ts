/** What no deed may bring about, looked at from outside after each: in the records, and on everybody's screen. */
import { expect } from 'vitest';
import { caseDecider } from '#src/core/case/decide.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { replyDigest } from '#src/core/case/gates.ts';
import type { CaseState, ExistingCase } from '#src/core/case/state.ts';
import { assertsNothing } from '#src/core/case/vocabulary.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { CHANNEL } from '#test/house.fixture.ts';
import { allCases } from './crowd.ts';
import { marksIn } from './deeds.ts';
import type { Stage } from './stage.ts';

type Held = ReadonlyMap<PersonId, readonly Role[]>;
type Past = { readonly length: number; readonly state: CaseState };

/** Call `look` after each deed, with what was typed in it. `reached` says how far things went. */
export function watchman(stage: Stage) {
  let cases: ReadonlyMap<string, Past> = new Map();
  let held = rolesNow(stage);
  let sights = 0;
  const reached = new Set<string>();

  async function look(typed: string): Promise<void> {
    const now = await allCases(stage);
    for (const { id, history } of now) {
      let { length, state } = cases.get(id) ?? { length: 0, state: caseDecider.initial };
      for (const happened of history.slice(length)) {
        // What one act brings about is whole only with its last event.
        const last = history[length + 1]?.meta.cause !== happened.meta.cause;
        expectAllowed(state, happened, held);
        state = caseDecider.evolve(state, happened.event, happened.meta);
        if (last && state.status === 'approved') expectApproved(state);
        reached.add(happened.event.type);
        length += 1;
      }
    }
    const roles = rolesNow(stage);
    for (const { to, shown } of stage.sights.slice(sights)) {
      const text = JSON.stringify(shown);
      for (const { id, state } of now) {
        const before = cases.get(id)?.state;
        // What a merged case had is the older one's, which is looked at itself.
        if (before?.status === 'none' || !before?.confidential || !isAlone(state)) continue;
        const who = stage.idOf(to);
        if (to !== CHANNEL && [held, roles].some((all) => knows(state, who, all.get(who) ?? []))) continue;
        reached.add('confidential');
        expectSilent(text, state, who, typed, to);
      }
    }
    // A card that stays in the channel says nothing of what has become confidential since.
    const channel = JSON.stringify(stage.cardsAt(CHANNEL));
    for (const { state } of now)
      if (isAlone(state) && state.confidential) expectSilent(channel, state, '', '', CHANNEL);
    expect(stage.faults).toEqual([]);
    cases = new Map(now.map(({ id, history, state }) => [id, { length: history.length, state }]));
    held = roles;
    sights = stage.sights.length;
  }
  return { look, reached };
}

const rolesNow = ({ desk }: Stage): Held =>
  new Map([...desk.people.team().all()].map(({ id, roles }) => [id, roles] as const));

const isAlone = (state: CaseState): state is Exclude<ExistingCase, { status: 'merged' }> =>
  state.status !== 'none' && state.status !== 'merged';

const knows = ({ concerns }: ExistingCase, who: PersonId, roles: readonly Role[]): boolean =>
  !concerns.includes(who) && (roles.includes('hr') || roles.includes('leader'));

/** Neither the words of a confidential case nor its number; but for what they typed, or were given when they reported it. */
function expectSilent(text: string, state: ExistingCase, who: PersonId, typed: string, to: string): void {
  for (const mark of marksIn(JSON.stringify(state)))
    if (!typed.includes(mark)) expect(text.includes(mark), `${to} reads ${mark}: ${text}`).toBe(false);
  const theirs = state.reporters.some(
    ({ person, alias }) => person === who && (alias ?? state.number) === state.number,
  );
  if (!theirs && !typed.includes(state.number))
    expect(text.includes(state.number), `${to} reads ${state.number}: ${text}`).toBe(false);
}

type Pending = Extract<ExistingCase, { readonly submission: unknown }>;
const isPending = (state: CaseState): state is Pending => state.status === 'review' || state.status === 'approved';

/** Whoever approves has the role; what is published is what was approved, or is said to differ. */
function expectAllowed(state: CaseState, { event, meta }: Happened<CaseEvent>, held: Held): void {
  const roles = held.get(meta.by) ?? [];
  if (event.type === 'approved')
    expect(
      roles.some((role) => deciding(state).includes(role)),
      'may approve',
    ).toBe(true);
  if (event.type === 'approved' && event.as === 'leader') expect(roles).toContain('leader');
  if (event.type !== 'published') return;
  if (!isPending(state)) throw new Error('published what nobody decided on');
  expectApproved(state);
  const { draft, approvals } = state.submission;
  expect(event.digest).toBe(replyDigest(draft, state.facts));
  for (const { digest } of approvals) expect(digest).toBe(event.digest);
  const { text, account } = event.private;
  const same = text === draft.text && account === draft.account && event.media === draft.media;
  if (!same) expect(event.asApproved, 'a deviation is marked').toBe(false);
}

const deciding = (state: CaseState): readonly Role[] =>
  state.status !== 'none' && state.confidential ? ['hr', 'leader'] : ['approver', 'leader'];

/** Facts are known, a second person agreed (two, and a leader, where it is grave), and they agreed to this very text. */
function expectApproved(state: Pending): void {
  const { draft, approvals, by } = state.submission;
  const severity = state.triage.severity.value;
  const asserts = !assertsNothing(draft.kind);
  if (asserts) {
    expect(state.facts.length, 'facts').toBeGreaterThan(0);
    expect(state.facts.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
  }
  const hands = new Set([by, ...state.drafts.filter(({ text }) => text === draft.text).map((one) => one.by)]);
  const grave = severity === 'high' || severity === 'critical';
  if (grave && asserts) for (const fact of state.facts) hands.add(fact.by);
  const strangers = approvals.filter((approval) => !hands.has(approval.by));
  expect(new Set(strangers.map((one) => one.by)).size, 'approvers').toBeGreaterThanOrEqual(
    severity === 'critical' ? 2 : 1,
  );
  if (grave) expect(strangers.filter(({ as }) => as === 'leader').length, 'leaders').toBeGreaterThan(0);
  for (const { digest } of approvals) expect(digest).toBe(replyDigest(draft, state.facts));
}
