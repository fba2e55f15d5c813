/** No path leads round the gates, whoever does what in whatever order (K6, K8, K10, discretion). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseDecider } from '#src/core/case/decide.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { replyDigest } from '#src/core/case/gates.ts';
import { type Approval, type CaseState, type ExistingCase, type Submission, severityOf } from '#src/core/case/state.ts';
import { visible } from '#src/core/case/visible.ts';
import { assertsNothing } from '#src/core/case/vocabulary.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { minutes } from '#test/given.ts';
import { PEOPLE, type Tried, type Walk, walk, walks } from './walk.ts';

/** How many walks: few enough for every test run; a trial asks for more. */
const numRuns = Number(process.env['TRIAL_RUNS'] ?? 1000);

type Given = { readonly by: PersonId; readonly at: string; readonly roles: readonly Role[] };
type Pending = ExistingCase & { readonly submission: Submission };

const isPending = (state: CaseState): state is Pending => state.status === 'review' || state.status === 'approved';
const isHidden = (state: ExistingCase, who: PersonId): boolean =>
  state.reporters.some(({ person, hidden }) => person === who && hidden);

/** Who may count as an approver, told anew here: no writer of these words, no submitter, no verifier of a grave case. */
function strangers(state: Pending, approvals: readonly Approval[]): readonly Approval[] {
  const { draft, by } = state.submission;
  const writers = state.drafts.filter(({ text, version }) => text === draft.text || version === draft.version);
  const hands = new Set([by, ...writers.map((one) => one.by)]);
  const grave = severityOf(state) === 'high' || severityOf(state) === 'critical';
  const verifiers = grave && !assertsNothing(draft.kind) ? state.facts.map((fact) => fact.by) : [];
  return approvals.filter((approval) => !hands.has(approval.by) && !verifiers.includes(approval.by));
}

/** Approved means: known facts, a second person (two and a leader where it is grave), and exactly this text. */
function expectGates(state: Pending, given: readonly Given[]): void {
  const { draft, approvals } = state.submission;
  const severity = severityOf(state);
  const asserts = !assertsNothing(draft.kind);
  if (asserts) {
    expect(state.facts.length, 'facts').toBeGreaterThan(0);
    expect(state.facts.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
  }
  const counting = strangers(state, approvals);
  expect(new Set(counting.map(({ by }) => by)).size, 'approvers').toBeGreaterThanOrEqual(
    severity === 'critical' ? 2 : 1,
  );
  if (severity === 'high' || severity === 'critical') {
    const leading = counting.filter(({ as, by, at }) =>
      given.some((one) => as === 'leader' && one.by === by && one.at === at && one.roles.includes('leader')),
    );
    expect(leading.length, 'leaders').toBeGreaterThan(0);
  }
  for (const { digest } of approvals) expect(digest).toBe(replyDigest(draft, state.facts));
  const blocking = draft.findings.filter(({ blocks }) => blocks);
  for (const { code } of blocking) expect(draft.overruled.flatMap(({ codes }) => codes)).toContain(code);
}

/** At the moment of a complete approval, and again at the moment of publication, a grave reply has a confirmed plan. */
function expectPlan(state: Pending): void {
  const grave = rules.planNeeded.includes(severityOf(state));
  if (grave && !assertsNothing(state.submission.draft.kind)) expect(state.plan?.confirmed).toBeDefined();
}

function expectPublication({ before, command, events }: Tried, given: readonly Given[]): void {
  const published = events.find((event) => event.type === 'published');
  if (!published || !isPending(before) || command.type !== 'publish') return;
  const { draft, approvals } = before.submission;
  expectGates(before, given);
  expectPlan(before);
  expect(published.digest).toBe(replyDigest(draft, before.facts));
  for (const approval of approvals) expect(approval.digest).toBe(published.digest);
  if (!published.asApproved) return;
  expect(published).toMatchObject({ media: draft.media, private: { text: draft.text, account: draft.account } });
  expect(minutes(5, published.publishedAt) >= (approvals.at(-1)?.at ?? '')).toBe(true);
}

/** Whoever submits or approves without having been shown what is new finds nothing new. */
function expectNothingNew({ before, after, by, command, events }: Tried): void {
  if (events.length === 0 || !isPending(after) || before.status === 'none') return;
  if ((command.type !== 'submit' && command.type !== 'approve') || command.acknowledged !== undefined) return;
  const { draft } = after.submission;
  const brought = [...before.mentions.map(({ event, reportedBy }) => ({ event, by: reportedBy })), ...before.facts];
  expect(brought.filter((item) => item.event > draft.basis && item.by !== by && item.by !== draft.by)).toEqual([]);
}

/** Each status has what belongs to it, and nothing ends while what went out is not judged. */
function expectConsistent(state: ExistingCase): void {
  const owned = ['working', 'review', 'approved', 'published', 'closed'].includes(state.status);
  if (owned) expect(state).toHaveProperty('owner');
  if (state.status === 'new' || state.status === 'merged') expect(state).not.toHaveProperty('owner');
  expect('submission' in state).toBe(state.status === 'review' || state.status === 'approved');
  expect('ended' in state).toBe(['closed', 'dismissed', 'merged'].includes(state.status));
  if (!('ended' in state)) return;
  expect(state.publications.filter(({ deviation }) => deviation && !deviation.settled)).toEqual([]);
  expect(state.effectDue).toBeUndefined();
}

const knows = (state: ExistingCase, who: PersonId, roles: readonly Role[]): boolean =>
  !state.concerns.includes(who) && (!state.confidential || roles.includes('hr') || roles.includes('leader'));

const NOBODY: readonly Role[] = [];
const DESK: readonly Role[] = ['responder', 'approver', 'manager', 'admin'];

/** What is confidential shows to nobody who may not know, neither as a card nor in a refusal. */
function expectDiscretion({ before, after, by, roles, command, refusal }: Tried): void {
  if (after.status === 'none') return;
  if (before.status !== 'none' && before.confidential) expect(after.confidential).toBe(true);
  if (after.confidential) expect(visible(after, { channel: true }, rules)).toBeUndefined();
  for (const held of [NOBODY, DESK, roles]) {
    const seeing = PEOPLE.filter((person) => visible(after, { person, roles: held }, rules));
    expect(seeing).toEqual(PEOPLE.filter((person) => knows(after, person, held)));
  }
  const shown = visible(after, { person: 'nobody', roles: ['responder'] }, rules);
  const named = [
    ...(shown?.mentions ?? []).map(({ reportedBy }) => reportedBy),
    ...(shown?.reporters ?? []).map(({ person }) => person),
  ];
  expect(named.filter((who) => isHidden(after, who))).toEqual([]);
  if (before.status === 'none' || knows(before, by, roles)) return;
  if (refusal) expect(JSON.stringify(refusal)).not.toContain('NUMBER');
  if (!['addMention', 'absorb'].includes(command.type)) expect(refusal).toEqual({ code: 'case_unknown', what: '' });
}

const fold = (history: readonly Happened<CaseEvent>[]): CaseState =>
  history.reduce((state, { event, meta }) => caseDecider.evolve(state, event, meta), caseDecider.initial);

describe('random people in random roles', () => {
  test('find no way round the gates', { timeout: 600_000 }, () => {
    const reached = new Map<string, number>();
    const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    const property = (drawn: Walk) => {
      const given: Given[] = [];
      const { state, history } = walk(drawn, (tried) => {
        const { before, after, by, at, roles, events } = tried;
        if (events.some(({ type }) => type === 'approved')) given.push({ by, at, roles });
        if (events.length === 0) expect(after).toBe(before);
        if (after.status === 'none') return;
        if (after.status === 'approved') expectGates(after, given);
        if (isPending(after) && events.some((event) => event.type === 'approved' && event.complete)) expectPlan(after);
        expectPublication(tried, given);
        expectNothingNew(tried);
        expectConsistent(after);
        expectDiscretion(tried);
        if (before.status !== 'none') expect(after.mentions.length).toBeGreaterThanOrEqual(before.mentions.length);
        for (const { type } of events) count(type);
        if (events.length > 0) count(`${severityOf(after)} ${after.status}`);
      });
      expect(fold(history)).toEqual(state);
      expect(fold(JSON.parse(JSON.stringify(history)))).toEqual(state);
    };
    fc.assert(fc.property(walks, property), { numRuns });
    // A walk that never gets far proves nothing.
    const far = [
      'critical approved',
      'high published',
      'low closed',
      'lapsed',
      'overruled',
      'deviationSettled',
      'merged',
    ];
    for (const what of far) expect(reached.get(what) ?? 0, what).toBeGreaterThan(0);
  });

  test('leave histories that fold whatever is cut out of them or changed in order', () => {
    const cut = fc.tuple(walks, fc.infiniteStream(fc.nat(2)));
    fc.assert(
      fc.property(cut, ([drawn, dice]) => {
        const { history } = walk(drawn, () => undefined);
        const kept = history.filter(() => dice.next().value !== 0);
        for (const part of [kept, kept.toReversed()]) expect(() => fold(part)).not.toThrow();
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });
});
