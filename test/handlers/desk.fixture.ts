/** A small company whose desk is tried out. */
import { desk } from '#handlers/desk.ts';
import { deskSetup } from '#handlers/desk-setup.ts';
import { deskTeam } from '#handlers/desk-team.ts';
import { home } from '#handlers/home.ts';
import { knownTo, talk } from '#test/desk/desk.fixture.ts';

/** Sofia administers, Max leads Bob. */
export async function company() {
  const all = await talk([home, desk, deskTeam, deskSetup]);
  const sofia = await knownTo(all.desk, 'sofia', 'Sofia', 'admin');
  const max = await knownTo(all.desk, 'max', 'Max Weber', 'manager');
  const bob = await knownTo(all.desk, 'bob', 'Bob Li', 'responder');
  const team = all.desk.people.team();
  const now = (id: string) => team.person(id);
  return { ...all, sofia, max, bob, now };
}
