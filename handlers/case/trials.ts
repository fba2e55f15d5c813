/** What somebody could want by each step of a case card. It is weighed, never done, so what is left blank does not matter. */
import type { CaseCommand } from '#src/core/case/command.ts';
import type { CaseRefusal } from '#src/core/case/refusal.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Refusal } from '#src/core/refused.ts';
import { HOUR, plus } from '#src/core/time.ts';
import type { Args, Button } from '#src/view/card.ts';

type Trial = (args: Args, at: Instant) => CaseCommand;
/** Long enough for every step that asks for a reason. */
const REASON = 'weighed, never done';
const digest = (args: Args): string => args['digest'] ?? '';
const version = (args: Args): number => Number(args['version'] ?? 0);
const approve: Trial = (args) => ({ type: 'approve', digest: digest(args) });
const reject: Trial = (args) => ({ type: 'reject', digest: digest(args), reason: REASON });

const TRIALS: { readonly [step: string]: readonly Trial[] } = {
  'case.claim': [() => ({ type: 'claim' })],
  'case.release': [() => ({ type: 'release' })],
  'case.handOver': [() => ({ type: 'handOver', to: '' })],
  'case.facts': [() => ({ type: 'recordFact', fact: '', claim: '', verdict: 'unknown', evidence: '' })],
  'case.revoke': [() => ({ type: 'revokeFact', fact: '', reason: REASON })],
  'case.note': [() => ({ type: 'note', text: '' })],
  'case.correct': [() => ({ type: 'correct', field: 'severity', value: '', reason: REASON })],
  'case.confide': [() => ({ type: 'confide', number: '', concerns: [], reason: REASON })],
  'case.plan': [(_, at) => ({ type: 'plan', action: '', owner: '', due: plus(at, HOUR) })],
  'case.confirmPlan': [() => ({ type: 'confirmPlan' })],
  'case.draft': [
    () => ({ type: 'draft', kind: 'reply', media: 'other', account: '', text: '…', template: '', basedOn: 0 }),
  ],
  'case.overrule': [(args) => ({ type: 'overrule', version: version(args), reason: REASON })],
  'case.submit': [(args) => ({ type: 'submit', version: version(args) })],
  'case.withdraw': [() => ({ type: 'withdraw' })],
  'case.approve': [approve],
  'case.reject': [reject],
  'case.decide': [approve, reject],
  'case.publish': [
    (args, at) => ({
      ...{ type: 'publish', digest: digest(args), media: 'other', account: '', link: '' },
      ...{ publishedAt: at, changedText: '' },
    }),
  ],
  'case.settle': [(args) => ({ type: 'settle', digest: digest(args), note: REASON })],
  'case.effect': [() => ({ type: 'effect', effect: 'unchanged', note: '' })],
  'case.close': [() => ({ type: 'close', rootCause: 'unknown', team: '', lesson: '' })],
  'case.dismiss': [() => ({ type: 'dismiss', why: 'other', note: REASON })],
  'case.reopen': [() => ({ type: 'reopen', why: 'other', note: REASON })],
  'case.merge': [
    (_, at) => ({
      ...{ type: 'merge', self: 'self' },
      into: { id: '', number: '', openedAt: at, confidential: false, concerns: [], open: true },
    }),
  ],
};

/** The action or form that a button leads to; undefined for a link. */
export const stepOf = ({ does }: Button): string | undefined =>
  does.type === 'act' ? does.action : does.type === 'open' ? does.form : undefined;

/** Everything that a button could be pressed for; nothing where nobody is refused. */
export const trialsOf = (button: Button, at: Instant): readonly CaseCommand[] => {
  const { does } = button;
  return does.type === 'link' ? [] : (TRIALS[stepOf(button) ?? ''] ?? []).map((trial) => trial(does.args, at));
};

/** Refused because of what somebody did. Only this needs saying: it is not as their role would have it. */
const DEEDS = [
  ...(['case_own_draft', 'case_own_fact', 'case_own_deviation', 'case_already_approved'] as const),
  ...(['case_identity_unproven', 'case_maybe_one'] as const),
] satisfies readonly CaseRefusal['code'][];

/** Refused because of who somebody is. Anything else may be mended by the very step that is refused, or passes. */
const PERSONAL = [
  ...(['case_needs_role', 'case_needs_leader', 'case_not_owner', 'case_taken'] as const),
  ...DEEDS,
] satisfies readonly CaseRefusal['code'][];

export const isDeed = (why: Refusal): boolean => DEEDS.some((code) => code === why.code);

/** Why a button is closed to this person, by what its trials met; undefined while one of them could go through. */
export const closedBy = (met: readonly (Refusal | undefined)[], me: PersonId): Refusal | undefined =>
  met.every((why) => why && isPersonal(why, me)) ? met[0] : undefined;

const isPersonal = (why: Refusal, me: PersonId): boolean =>
  PERSONAL.some((code) => code === why.code) && !('who' in why && why.who !== me);
