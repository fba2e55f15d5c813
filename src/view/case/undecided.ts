/** Why nobody decides on a reply, and who can change that. */
import type { Undecided } from '#src/core/case/deciders.ts';
import type { Reader } from '../reader.ts';

export function undecidedText({ away, need, ask }: Undecided, { t, name }: Reader): string {
  const words = t.caseNotice.undecided;
  const why = away.length > 0 ? words.away(t.people.some(away.map(name))) : words.nobody;
  return `${why}${words.ask(t.people.some(ask.map(name)), t.people.or(need.map((role) => t.people.roles[role])))}`;
}
