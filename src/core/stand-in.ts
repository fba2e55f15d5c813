/** Who is asked in place of somebody who is away: the nearest manager up the line who is here. */
import type { PersonId } from './event.ts';
import type { Team } from './team.ts';

/** At work as far as the desk knows: active, and not away. The clock ends an absence when its time has come. */
export function isHere(id: PersonId, team: Team): boolean {
  const person = team.person(id);
  return person?.active === true && person.absentUntil === undefined;
}

/** Each person who is here and, for those who are away, who is above them and here. Each of them once. */
export function orStandIns(people: readonly PersonId[], team: Team): readonly PersonId[] {
  return [...new Set(people.flatMap((id) => (isHere(id, team) ? [id] : standIn(id, team))))];
}

/** Lines of managers that go in a circle end where they would begin again. */
function standIn(id: PersonId, team: Team, asked: readonly PersonId[] = []): readonly PersonId[] {
  const manager = team.person(id)?.manager;
  if (manager === undefined || asked.includes(manager)) return [];
  return isHere(manager, team) ? [manager] : standIn(manager, team, [...asked, id]);
}
