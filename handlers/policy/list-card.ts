/** All policies: their versions, and what the company has still to decide about each. */
import type { Policy } from '#src/content/policy.ts';
import { ownersOf } from '#src/core/policy/owners.ts';
import type { Context } from '#src/handler.ts';
import { act, type Button, buttons, type Card, divider, heading, note, opens } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { READ } from './read-card.ts';

/** Whoever answers for a policy hears what is not decided; everybody else reads it where it stands in a clause. */
export function listCard({ desk: { policies, library, rules }, reader, roles }: Context): Card {
  const { locale, t } = reader;
  const words = t.policy;
  if (policies.length === 0) return saying(reader, 'neutral', words.none);
  const undecided = policies.some((policy) => policy.undecided.length > 0);
  const answersFor = ({ owner }: Policy) => ownersOf(owner, rules).some((role) => roles.includes(role));
  return cardFor(reader, words.title, [
    heading(words.title),
    note(words.intro),
    ...policies.flatMap((policy) => {
      const open = answersFor(policy) ? policy.undecided.map((name) => library.nameOf(name, locale)) : [];
      return [
        buttons(opener(policy, reader)),
        note(words.line(policy.version, policy.clauses.length)),
        ...(open.length > 0 ? [note(words.undecided(t.people.and(open)))] : []),
      ];
    }),
    divider,
    buttons(opens(words.search, SEARCH_FORM, {}), opens(words.ask, ASK_FORM, {})),
    ...(undecided && roles.includes('admin') ? [note(words.whereDecided)] : []),
  ]);
}

export const SEARCH_FORM = 'policy.search';
export const ASK_FORM = 'policy.ask';

/** A button for each policy. */
export const openers = ({ desk, reader }: { desk: Pick<Context['desk'], 'policies'>; reader: Context['reader'] }) =>
  desk.policies.map((policy) => opener(policy, reader));

const opener = ({ id, title }: Policy, { locale }: Reader): Button => act(title[locale], READ, { policy: id });
