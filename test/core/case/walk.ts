/** Random walks through a case: six people in random roles try random steps, wise and unwise, and what came of each is kept. */
import fc from 'fast-check';
import type { CaseCommand } from '#src/core/case/command.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import { currentDigest } from '#src/core/case/decide-reply.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { type CaseState, latestDraft, ownerOf } from '#src/core/case/state.ts';
import { REPLY_KINDS, SEVERITIES, VERDICTS } from '#src/core/case/vocabulary.ts';
import type { Happened, Instant, PersonId } from '#src/core/event.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import { ROLES, type Role } from '#src/core/role.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { minutes } from '#test/given.ts';
import { another, close, correct, dismiss, fact, mention, plan, reopen, report } from './stories.ts';

export const PEOPLE: readonly PersonId[] = ['ann', 'ben', 'cyd', 'dot', 'eli', 'fay'];
const TEXTS = ['We are sorry; it is mended.', 'This is not so.', 'We are looking into it.', 'Call Li at 13812345678.'];

/** `road` is whatever brings the case on; it is drawn most often, so that walks get far. */
const STEPS = [
  ...['road', 'correct', 'confide', 'release', 'handOver', 'plan', 'confirmPlan', 'recordFact', 'revokeFact', 'draft'],
  ...['overrule', 'submit', 'withdraw', 'approve', 'reject', 'publish', 'settle', 'effect', 'close', 'dismiss'],
  ...['reopen', 'merge', 'absorb', 'addMention', 'note', 'roles'],
] as const;
type StepName = (typeof STEPS)[number];

/** Steps that are hardly ever for the one who has the case. */
const OTHERS: ReadonlySet<CaseCommand['type']> = new Set(['approve', 'reject', 'overrule', 'settle', 'confirmPlan']);

const names = fc.constantFrom<StepName>(...STEPS);
const people = fc.constantFrom(...PEOPLE);
const sometimes = (often: number) => fc.nat(99).map((drawn) => drawn < often);
const roles: fc.Arbitrary<readonly Role[]> = fc.subarray([...ROLES]);

const move = fc.record({
  step: fc.oneof({ weight: 3, arbitrary: fc.constant<StepName>('road') }, { weight: 2, arbitrary: names }),
  who: people,
  other: people,
  /** The one who has the case does it, if anybody has. */
  owner: sometimes(60),
  verdict: fc.oneof(
    { weight: 4, arbitrary: fc.constant<(typeof VERDICTS)[number]>('true') },
    { weight: 1, arbitrary: fc.constantFrom(...VERDICTS) },
  ),
  severity: fc.constantFrom(...SEVERITIES),
  kind: fc.constantFrom(...REPLY_KINDS),
  text: fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constant(3) }),
  id: fc.nat(3),
  gap: fc.constantFrom(0, 1, 7, 90, 3000),
  /** Acts on what is there now, or on something seen earlier. */
  fresh: sometimes(85),
  odd: sometimes(15),
  roles,
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

export const walks = fc.record({
  cast: fc.tuple(roles, roles, roles, roles, roles, roles),
  severity: fc.constantFrom(...SEVERITIES),
  confidential: sometimes(25),
  concerns: fc.oneof(
    { weight: 4, arbitrary: fc.constant<PersonId[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...PEOPLE], { maxLength: 2 }) },
  ),
  hidden: fc.boolean(),
  moves: fc.array(move, { minLength: 10, maxLength: 60 }),
});
export type Walk = typeof walks extends fc.Arbitrary<infer W> ? W : never;

/** One step that was tried. */
export type Tried = {
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly at: Instant;
  readonly command: CaseCommand;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
  readonly refusal?: Refusal;
};

/** Walks, telling of each step; returns what happened and where it led. */
export function walk({ cast, severity, confidential, concerns, hidden, moves }: Walk, tell: (tried: Tried) => void) {
  const held = new Map(PEOPLE.map((person, index) => [person, cast[index] ?? []]));
  const history: Happened<CaseEvent>[] = [];
  const digests: string[] = [];
  let state: CaseState = caseDecider.initial;
  let clock = 0;

  const attempt = (by: PersonId, command: CaseCommand) => {
    const deal = { by, roles: held.get(by) ?? [], at: minutes(clock), rules, cause: `cause-${history.length}` };
    const before = state;
    const outcome = decided(before, command, deal);
    const events = Array.isArray(outcome) ? outcome : [];
    for (const event of events) {
      const meta = { id: `event-${history.length}`, number: history.length, at: deal.at, by, cause: deal.cause };
      history.push({ event, meta });
      state = caseDecider.evolve(state, event, meta);
    }
    const refused = outcome instanceof Refused && { refusal: outcome.refusal };
    tell({ by, roles: deal.roles, at: deal.at, command, before, after: state, events, ...refused });
  };

  attempt('ann', report({ number: 'NUMBER-1', severity, confidential, concerns, mention: mention({ hidden }) }));
  for (const drawn of moves) {
    clock += drawn.gap;
    if (drawn.step === 'roles') held.set(drawn.who, drawn.roles);
    if (state.status === 'review' || state.status === 'approved') digests.push(currentDigest(state));
    const command = commandOf(drawn, state, { at: minutes(clock), digests, count: history.length });
    const owner = drawn.owner && state.status !== 'none' ? ownerOf(state) : undefined;
    if (command) attempt((OTHERS.has(command.type) ? undefined : owner) ?? drawn.who, command);
  }
  return { state, history };
}

function decided(state: CaseState, command: CaseCommand, deal: Parameters<typeof caseDecider.decide>[2]) {
  try {
    return [...caseDecider.decide(state, command, deal)];
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** What would bring the case on. */
function nextStep(state: CaseState, { id, kind }: Move): StepName {
  switch (state.status) {
    case 'none':
      return 'note';
    case 'new':
      return id === 0 ? 'draft' : 'recordFact';
    case 'working': {
      const { facts, plan: planned, drafts, publications } = state;
      if (facts.length === 0 || facts.some(({ verdict }) => verdict === 'unknown')) return 'recordFact';
      if (!planned) return 'plan';
      if (!planned.confirmed && id > 1) return 'confirmPlan';
      const last = drafts.at(-1);
      const blocked = last?.findings.some(({ blocks }) => blocks) && last.overruled.length === 0;
      if (blocked) return id > 0 ? 'overrule' : 'draft';
      const out = publications.some(({ draft }) => draft.version === drafts.length);
      return drafts.length === 0 || out || kind === 'holding' ? 'draft' : 'submit';
    }
    case 'review':
      if (id === 0) return 'recordFact';
      return state.plan && !state.plan.confirmed && id > 1 ? 'confirmPlan' : 'approve';
    case 'approved':
      return id > 0 ? 'publish' : 'recordFact';
    case 'published':
      if (id > 1 && state.publications.some(({ deviation }) => deviation && !deviation.settled)) return 'settle';
      return state.effectDue ? 'effect' : 'close';
    case 'closed':
    case 'dismissed':
      return 'reopen';
    case 'merged':
      return 'absorb';
  }
}

type Scene = { readonly at: Instant; readonly digests: readonly string[]; readonly count: number };

function commandOf(drawn: Move, state: CaseState, scene: Scene): CaseCommand | undefined {
  const step = drawn.step === 'road' ? nextStep(state, drawn) : drawn.step;
  const { other, verdict, severity, kind, fresh, odd } = drawn;
  const last = state.status === 'none' ? undefined : latestDraft(state);
  const now = state.status === 'review' || state.status === 'approved' ? currentDigest(state) : '';
  const digest = fresh ? now : (scene.digests[drawn.id] ?? '');
  const deviating = state.status === 'none' ? undefined : state.publications.findLast(({ deviation }) => deviation);
  const acknowledged = fresh ? { acknowledged: scene.count } : {};
  const brought = another({ id: `mention-${scene.count}`, key: `link:${drawn.id}`, hidden: odd });
  const draft = {
    ...{ kind, text: TEXTS[drawn.text] ?? '', template: '', account: odd ? 'Second' : 'Official' },
    ...({ media: 'weibo', basedOn: fresh ? (last?.version ?? 0) : 0 } as const),
  };
  switch (step) {
    case 'road':
    case 'roles':
      return undefined;
    case 'correct':
      return odd ? correct('category', severity === 'low' ? 'praise' : 'complaint') : correct('severity', severity);
    case 'confide':
      return { type: step, number: 'NUMBER-2', concerns: odd ? [other] : [], reason: 'about one of us' };
    case 'release':
    case 'confirmPlan':
    case 'withdraw':
      return { type: step };
    case 'handOver':
      return { type: step, to: other };
    case 'plan':
      return plan({ owner: other, due: minutes(60, scene.at) });
    case 'recordFact':
      return fact({ fact: `fact-${drawn.id % 2}`, verdict, evidence: `seen by ${other}` });
    case 'revokeFact':
      return { type: step, fact: `fact-${drawn.id % 2}`, reason: 'not so' };
    case 'draft':
      return { type: step, ...draft };
    case 'overrule':
      return { type: step, version: last?.version ?? 0, reason: 'They asked for it' };
    case 'submit':
      return { type: step, version: last?.version ?? 0, ...acknowledged };
    case 'approve':
      return { type: step, digest, ...acknowledged };
    case 'reject':
      return { type: step, digest, reason: 'too cool' };
    case 'publish': {
      const where = { link: 'https://weibo.com/1/r', account: odd ? 'Second' : 'Official', media: 'weibo' } as const;
      const when = drawn.id === 0 ? minutes(-60, scene.at) : scene.at;
      return { type: step, digest, ...where, publishedAt: when, changedText: odd ? 'Sory' : '' };
    }
    case 'settle':
      return { type: step, digest: deviating?.digest ?? '', note: 'left standing' };
    case 'effect':
      return { type: step, effect: 'quieter', note: '' };
    case 'close':
      return close;
    case 'dismiss':
      return dismiss;
    case 'reopen':
      return reopen;
    case 'note':
      return { type: step, text: 'so it is' };
    case 'addMention':
      return { type: step, mention: brought };
    case 'merge': {
      if (state.status === 'none' || drawn.id > 0) return undefined;
      const { confidential, concerns } = state;
      const into = { id: 'older', number: 'NUMBER-0', openedAt: minutes(-60), confidential, concerns, open: !odd };
      return { type: step, into, self: 'younger' };
    }
    case 'absorb': {
      const { id, key, link, text, author } = brought;
      const came = { id, key, link, text, author, media: 'weibo', reportedBy: other, at: scene.at, event: 0 } as const;
      const from = { id: `younger-${drawn.id}`, number: 'NUMBER-9' };
      return {
        type: step,
        from,
        mentions: [came],
        reporters: [],
        screenshots: [],
        severity: { value: severity, why: [] },
      };
    }
  }
}
