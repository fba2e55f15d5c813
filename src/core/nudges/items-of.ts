/** Who is to be called about a case, for what, and from when: pure, over the case, the team, the roster and the rules. */
import { nextDisturbable, type Urgency } from '../calendar/disturb.ts';
import { type Call, standingCalls, timeLeft } from '../case/calls.ts';
import { deciders } from '../case/deciders.ts';
import { isOverdue } from '../case/due.ts';
import { mayKnow, rolesFor } from '../case/may.ts';
import { type CaseState, isOpen, type OpenCase, ownerOf, severityOf } from '../case/state.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Called, Rules } from '../rules.ts';
import { isHere, orStandIns } from '../stand-in.ts';
import type { Team } from '../team.ts';
import { later, MINUTE } from '../time.ts';
import { type Item, isGrave, type Waits } from './item.ts';

/** Who is who, who is on duty (nobody means all responders), and the time it is: nobody is called for a time gone by. */
export type Around = {
  readonly team: Team;
  readonly duty: readonly PersonId[];
  readonly rules: Rules;
  readonly at: Instant;
};

/** By person, the one line that each of them gets about this case. */
export function itemsOf(id: string, state: CaseState, around: Around): ReadonlyMap<PersonId, Item> {
  const items = new Map<PersonId, Item>();
  if (!isOpen(state)) return items;
  for (const call of standingCalls(state, around.rules))
    for (const person of peopleFor(call, state, around)) items.set(person, itemFor(person, id, state, call, around));
  return items;
}

/** Those who are called and may know of the case. In confidence whoever may know stands in for every role. */
function peopleFor({ to, at }: Call, state: OpenCase, around: Around): readonly PersonId[] {
  // Whoever decides has just been given the reply: what was called out before is not for them.
  if (state.status === 'review' && at < state.submission.at) return [];
  const { team, rules } = around;
  const may = (id: PersonId) => mayKnow(state, id, team.person(id)?.roles ?? [], rules);
  return [...new Set(to.flatMap((called) => inRole(called, state, around)))].filter(may);
}

function inRole(called: Called, state: OpenCase, around: Around): readonly PersonId[] {
  const { team } = around;
  if (called === 'owner') return whoHas(state, around);
  if (called === 'duty' || state.confidential) return onDuty(state, around);
  return orStandIns(team.holding(called), team);
}

/** Who must act now: whoever decides on a reply, whoever has the case, and if that is nobody who is here, those on duty. */
function whoHas(state: OpenCase, around: Around): readonly PersonId[] {
  const { team, rules } = around;
  if (state.status === 'review') {
    const deciding = deciders(state, team, rules);
    if (deciding.length > 0) return deciding;
  }
  const owner = ownerOf(state);
  return owner !== undefined && isHere(owner, team) ? [owner] : onDuty(state, around);
}

/** Those on this week's roster who may work on the case; else the responders; else anybody who may. */
function onDuty(state: OpenCase, { team, duty, rules }: Around): readonly PersonId[] {
  const may = rolesFor(state, 'claim', rules);
  const able = (id: PersonId) => isHere(id, team) && may.some((role) => team.person(id)?.roles.includes(role));
  const among = [duty, team.holding('responder'), may.flatMap((role) => team.holding(role))];
  return among.map((people) => people.filter(able)).find((people) => people.length > 0) ?? [];
}

function itemFor(person: PersonId, id: string, state: OpenCase, call: Call, around: Around): Item {
  const { number, triage, confidential } = state;
  const owner = ownerOf(state);
  const snooze = state.snoozes.findLast(({ by, at }) => by === person && at >= call.at);
  return {
    ...{ case: id, number, confidential, category: triage.category.value, severity: severityOf(state) },
    waits: waitsFor(person, state, call, around),
    ...(owner !== undefined && owner !== person && { owner }),
    ...(state.answered === undefined && {
      clock: { due: state.due, overdue: isOverdue(state), minutesLeft: timeLeft(state) / MINUTE },
    }),
    call: snooze ? `${call.key} ${snooze.until}` : call.key,
    from: from(person, later(snooze?.until ?? call.at, around.at), state, around),
    ...(call.late !== undefined && { late: call.late }),
    ...(snooze && { snoozed: true }),
  };
}

function waitsFor(person: PersonId, state: OpenCase, { what }: Call, { team, rules }: Around): Waits {
  if (what === 'effect') return 'effect';
  switch (state.status) {
    case 'new':
      return 'claim';
    case 'review':
      return deciders(state, team, rules).includes(person) ? 'decide' : 'deciding';
    case 'approved':
      return 'publish';
    case 'working':
    case 'published':
      return 'answer';
  }
}

/** What is high or critical does not wait for the morning; the rest is gathered to the quarter of an hour. */
function from(person: PersonId, at: Instant, state: OpenCase, { team, duty, rules }: Around): Instant {
  const grave = isGrave(severityOf(state));
  const urgency: Urgency = grave ? 'urgent' : duty.includes(person) ? 'duty' : 'routine';
  return nextDisturbable(team.person(person) ?? {}, grave ? at : quarterAfter(at), urgency, rules);
}

const QUARTER = 15 * MINUTE;
const quarterAfter = (at: Instant): Instant => new Date(Math.ceil(Date.parse(at) / QUARTER) * QUARTER).toISOString();
