/** Who takes the step that a case waits for, where it is not the one who reads the card. */
import { deciders } from '#src/core/case/deciders.ts';
import { ownerOf } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import type { Refusal } from '#src/core/refused.ts';
import type { Team } from '#src/core/team.ts';
import type { Shown } from '#src/view/case/shown.ts';

/** One line; undefined where the card says it already: who has the case, what needs a leader, that nobody is there. */
export function awaited(step: string, why: Refusal, shown: Shown, me: PersonId, team: Team): string | undefined {
  const { state, rules, reader } = shown;
  const { people, caseCard } = reader.t;
  const words = caseCard.waits;
  const owner = ownerOf(state);
  const holder = owner === undefined || owner === me ? undefined : reader.name(owner);
  switch (step) {
    case 'case.claim':
      return why.code === 'case_needs_role'
        ? words.claim(people.or(why.need.map((role) => people.roles[role])))
        : undefined;
    case 'case.approve':
    case 'case.decide': {
      const names = state.status === 'review' ? deciders(state, team, rules).map(reader.name) : [];
      return names.length > 0 ? words.decide(people.some(names)) : undefined;
    }
    case 'case.publish':
      return holder && words.publish(holder);
    case 'case.effect':
      return holder && words.effect(holder);
    case 'case.close':
      return holder && words.close(holder);
    default:
      return undefined;
  }
}
