/** Who works for whom, who may do what, who is away. */
import type { Instant } from '#src/core/event.ts';
import type { Person, Team } from '#src/core/team.ts';
import { act, type Block, buttons, type Card, facts, heading, list, note, opens, text } from './card.ts';
import { cardFor } from './card-for.ts';
import { dueDay } from './due-day.ts';
import type { Reader } from './reader.ts';
import type { Span } from './span.ts';

/** More lines than this nobody reads in a chat. */
const MOST = 30;

export type Viewing = { readonly reader: Reader; readonly team: Team; readonly me: Person; readonly at: Instant };

/** A person's absence, while it lasts. */
export const awayUntil = ({ absentUntil }: Person, at: Instant): Instant | undefined =>
  absentUntil !== undefined && absentUntil > at ? absentUntil : undefined;

/** Everybody, each under whom they work for. */
export function teamCard(viewing: Viewing): Card {
  const { reader, me } = viewing;
  const words = reader.t.team;
  const everybody = inLine(viewing.team);
  const shown = everybody.slice(0, MOST).map((person) => line(person, viewing));
  const admin = me.roles.includes('admin');
  return cardFor(reader, `${words.title}${reader.t.common.colon}${words.count(everybody.length)}`, [
    heading(words.title),
    shown.length > 0 ? list(shown) : text(words.nobody),
    ...(everybody.length > MOST ? [note(words.more(everybody.length - MOST))] : []),
    buttons(
      admin && opens(words.add, 'team.pick', {}),
      opens(words.absence, 'team.away', { person: me.id }),
      admin && opens(words.import, 'team.import', {}),
      admin && act(words.export, 'team.export', {}),
    ),
  ]);
}

/** One person, with what the viewer may change about them. E-mail addresses are for administrators. */
export function personCard(person: Person, viewing: Viewing, said?: Block): Card {
  const { reader, me, at } = viewing;
  const words = reader.t.team;
  const admin = me.roles.includes('admin');
  const away = awayUntil(person, at);
  const mayAbsent = admin || me.id === person.id || me.id === person.manager;
  const accounts = person.accounts.map(({ platform, id }) => `${platform}/${id}`);
  return cardFor(reader, reader.name(person.id), [
    ...(said ? [said] : []),
    heading(reader.name(person.id)),
    facts([
      { label: words.roles, value: rolesOf(person, reader) || words.noRoles },
      { label: words.manager, value: person.manager === undefined ? words.noManager : reader.name(person.manager) },
      { label: words.teamName, value: person.team ?? words.noTeam },
      { label: words.absent, value: away === undefined ? words.notAbsent : [dueDay(away, reader, person.id)] },
      ...(admin
        ? [{ label: words.accounts, value: [...accounts, ...(person.email ? [person.email] : [])].join(', ') }]
        : []),
    ]),
    ...(person.active ? [] : [note(words.inactive)]),
    buttons(
      admin && opens(words.edit, 'team.person', { person: person.id }),
      mayAbsent && opens(words.absence, 'team.away', { person: person.id }),
      mayAbsent && away !== undefined && act(words.back, 'team.back', { person: person.id }),
    ),
  ]);
}

function line(person: Person, { reader, at }: Viewing): readonly Span[] {
  const words = reader.t.team;
  const away = awayUntil(person, at);
  const parts = [rolesOf(person, reader), person.team, person.manager && words.worksFor(reader.name(person.manager))];
  const rest = [...parts, !person.active && words.inactive].filter((part) => part).map((part) => ` · ${part}`);
  return [
    { b: reader.name(person.id) },
    ...rest,
    ...(away === undefined ? [] : [` · ${words.awayUntil}`, dueDay(away, reader, person.id)]),
  ];
}

const rolesOf = ({ roles }: Person, { t }: Reader): string => t.people.and(roles.map((role) => t.people.roles[role]));

/** From the top down: a manager, then those who work for them, each group in order of name. */
function inLine(team: Team): readonly Person[] {
  const everybody = [...team.all()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const under = Map.groupBy(everybody, ({ manager }) => manager);
  const done = new Set<Person>();
  const walk = (person: Person): readonly Person[] => {
    if (done.has(person)) return [];
    done.add(person);
    return [person, ...(under.get(person.id) ?? []).flatMap(walk)];
  };
  const tops = everybody.filter(({ manager }) => manager === undefined || !team.person(manager));
  return [...tops, ...everybody].flatMap(walk);
}
