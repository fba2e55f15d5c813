/** The card of a channel as one person at the desk reads it: in their language, without the steps they would be refused. */
import type { CaseCommand } from '#src/core/case/command.ts';
import type { CaseRefusal } from '#src/core/case/refusal.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Refusal } from '#src/core/refused.ts';
import { HOUR, plus } from '#src/core/time.ts';
import { type Answer, type Context, type Handler, replace } from '#src/handler.ts';
import { type Args, type Block, type Button, type Card, note } from '#src/view/card.ts';
import { caseCard } from '#src/view/case/card.ts';
import { shownIn } from './shown.ts';
import { numberIn, theCase, who } from './step.ts';

const ACTION = 'case.own';

/** The card, saying by which action whoever works at the desk gets a view of their own. */
export const withOwnView = (card: Card, id: string): Card => ({
  ...card,
  ownView: { action: ACTION, args: { case: id } },
});

/** Refused because of who somebody is. Anything else may be mended by the very step that is refused, or passes. */
const PERSONAL = [
  ...(['case_needs_role', 'case_needs_leader', 'case_not_owner', 'case_taken', 'case_own_draft'] as const),
  ...(['case_own_fact', 'case_own_deviation', 'case_identity_unproven'] as const),
  ...(['case_maybe_one', 'case_already_approved'] as const),
] satisfies readonly CaseRefusal['code'][];

const isPersonal = (why: Refusal, me: PersonId): boolean =>
  PERSONAL.some((code) => code === why.code) && !('who' in why && why.who !== me);

type Trial = (args: Args, at: Instant) => CaseCommand;
const digest = (args: Args): string => args['digest'] ?? '';
const version = (args: Args): number => numberIn(args['version']) ?? 0;
const approve: Trial = (args) => ({ type: 'approve', digest: digest(args) });
const reject: Trial = (args) => ({ type: 'reject', digest: digest(args), reason: '…' });

/** What somebody could want by each step of the card. It is weighed, never done, so whatever is left blank does not matter. */
const TRIALS: { readonly [step: string]: readonly Trial[] } = {
  'case.claim': [() => ({ type: 'claim' })],
  'case.facts': [() => ({ type: 'recordFact', fact: '', claim: '', verdict: 'unknown', evidence: '' })],
  'case.plan': [(_, at) => ({ type: 'plan', action: '', owner: '', due: plus(at, HOUR) })],
  'case.confirmPlan': [() => ({ type: 'confirmPlan' })],
  'case.draft': [
    () => ({ type: 'draft', kind: 'reply', media: 'other', account: '', text: '…', template: '', basedOn: 0 }),
  ],
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
  'case.settle': [(args) => ({ type: 'settle', digest: digest(args), note: '…' })],
  'case.effect': [() => ({ type: 'effect', effect: 'unchanged', note: '' })],
  'case.close': [() => ({ type: 'close', rootCause: 'unknown', team: '', lesson: '' })],
};

/** Why nothing that a button could do is open to this person; undefined when something is. */
async function against({ does }: Button, id: string, ctx: Context): Promise<Refusal | undefined> {
  if (does.type === 'link') return undefined;
  let personal: Refusal | undefined;
  for (const trial of TRIALS[does.type === 'act' ? does.action : does.form] ?? []) {
    const why = await ctx.desk.cases.records.refusal(id, trial(does.args, ctx.at), who(ctx));
    if (!why || !isPersonal(why, ctx.me)) return undefined;
    personal ??= why;
  }
  return personal;
}

/** The buttons that are left, and above them why somebody who may decide as a rule does not decide here. */
async function narrowed(block: Block, id: string, ctx: Context): Promise<readonly Block[]> {
  if (block.type !== 'buttons') return [block];
  const weighed = await Promise.all(
    block.buttons.map(async (button) => ({ button, why: await against(button, id, ctx) })),
  );
  const left = weighed.flatMap(({ button, why }) => (why ? [] : [button]));
  const telling = weighed.find(({ why }) => why?.code === 'case_own_draft' || why?.code === 'case_own_fact')?.why;
  return [
    ...(telling ? [note(ctx.reader.t.refusal(telling, ctx.reader))] : []),
    ...(left.length > 0 ? [{ ...block, buttons: left }] : []),
  ];
}

async function own(ctx: Context, args: Args): Promise<Answer> {
  const shown = shownIn(ctx, await theCase(ctx, args));
  const card = caseCard(shown);
  const blocks = await Promise.all(card.blocks.map((block) => narrowed(block, shown.id, ctx)));
  return replace(withOwnView({ ...card, blocks: blocks.flat() }, shown.id));
}

export const caseOwnView = { actions: { [ACTION]: own } } satisfies Handler;
