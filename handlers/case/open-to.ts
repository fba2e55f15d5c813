/** A card that one person alone reads: without the steps that they would be refused, and saying who takes them. */
import type { CaseCommand } from '#src/core/case/command.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Team } from '#src/core/team.ts';
import type { Context } from '#src/handler.ts';
import { type Block, type Button, type Card, note } from '#src/view/card.ts';
import type { Shown } from '#src/view/case/shown.ts';
import { awaited } from './awaited.ts';
import type { CaseRecord } from './shown.ts';
import { closedBy, isDeed, stepOf, trialsOf } from './trials.ts';

/** The buttons that somebody would be refused, and why. */
export type Closed = ReadonlyMap<Button, Refusal>;

/** Those that are closed to whoever acts. A card costs some trials, so it is asked of the one that was opened. */
export async function closedToMe({ desk, me: by, ...ctx }: Context, id: string, all: readonly Button[]) {
  const { roles, at } = ctx;
  // Under the cause of an act that has been done everything would seem done.
  const who = { by, roles, at, cause: `${ctx.cause}/weighed` };
  const weighed = await Promise.all(
    all.map(async (button) => {
      const met = trialsOf(button, at).map((command) => desk.cases.records.refusal(id, command, who));
      return [button, met.length > 0 ? closedBy(await Promise.all(met), by) : undefined] as const;
    }),
  );
  return closed(weighed);
}

/** For an answer to whoever acts. */
export async function openToMe(ctx: Context, shown: Shown, card: Card): Promise<Card> {
  const { me, desk } = ctx;
  return without(card, await closedToMe(ctx, shown.id, buttonsOf(card)), shown, me, desk.people.team());
}

/** For the outbox. Whether two accounts may be one human is not weighed here, but when the step is taken. */
export function openTo(
  person: { readonly by: PersonId; readonly roles: readonly Role[] },
  { state, history }: CaseRecord,
  shown: Shown,
  card: Card,
  team: Team,
): Card {
  const at: Instant = history.at(-1)?.meta.at ?? '';
  const deal = { ...person, at, rules: shown.rules, cause: '' };
  const refusal = (command: CaseCommand): Refusal | undefined => {
    try {
      caseDecider.decide(state, command, deal);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  };
  const weighed = buttonsOf(card).map((button) => {
    const met = trialsOf(button, at).map(refusal);
    return [button, met.length > 0 ? closedBy(met, person.by) : undefined] as const;
  });
  return without(card, closed(weighed), shown, person.by, team);
}

const buttonsOf = ({ blocks }: Card): readonly Button[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));

const closed = (weighed: readonly (readonly [Button, Refusal | undefined])[]): Closed =>
  new Map(weighed.flatMap(([button, why]) => (why ? [[button, why] as const] : [])));

function without(card: Card, shut: Closed, shown: Shown, me: PersonId, team: Team): Card {
  if (shut.size === 0) return card;
  const row = (block: Block): readonly Block[] => {
    if (block.type !== 'buttons') return [block];
    const left = block.buttons.filter((button) => !shut.has(button));
    const gone = block.buttons.filter((button) => shut.has(button));
    return [...lines(gone, shut, shown, me, team), ...(left.length > 0 ? [{ ...block, buttons: left }] : [])];
  };
  return { ...card, blocks: card.blocks.flatMap(row) };
}

/** Why somebody who may take such a step as a rule does not take it here, and who does. */
function lines(gone: readonly Button[], shut: Closed, shown: Shown, me: PersonId, team: Team): readonly Block[] {
  const { reader } = shown;
  const why = gone.flatMap((button) => shut.get(button) ?? []).find(isDeed);
  const next = gone.find(({ look }) => look === 'primary');
  const because = next && shut.get(next);
  const who = next && because && awaited(stepOf(next) ?? '', because, shown, me, team);
  return [why && reader.t.refusal(why, reader), who].flatMap((line) => (line ? [note(line)] : []));
}
