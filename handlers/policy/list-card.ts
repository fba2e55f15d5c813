/** All policies: their versions, and what the company has still to decide about each. */
import type { Role } from '#src/core/role.ts';
import type { Context } from '#src/handler.ts';
import { act, type Button, buttons, type Card, heading, note, opens, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { READ } from './read-card.ts';

/** Whoever can see to it that things get decided hears which; everybody else reads it where it stands in a clause. */
const DECIDERS: readonly Role[] = ['admin', 'manager', 'leader', 'hr'];

export function listCard({ desk: { policies, library }, reader, roles }: Context): Card {
  const { locale, t } = reader;
  const words = t.policy;
  if (policies.length === 0) return saying(reader, 'neutral', words.none);
  const undecided = policies.some((policy) => policy.undecided.length > 0);
  const decides = roles.some((role) => DECIDERS.includes(role));
  return cardFor(reader, words.title, [
    heading(words.title),
    note(words.intro),
    ...policies.flatMap((policy) => {
      const open = policy.undecided.map((name) => library.nameOf(name, locale));
      return [
        text([{ b: policy.title[locale] }, words.line(policy.version, policy.clauses.length)]),
        ...(open.length > 0 ? [note(decides ? words.undecided(t.people.and(open)) : words.open(open.length))] : []),
      ];
    }),
    buttons(...openers({ desk: { policies }, reader })),
    buttons(opens(words.search, SEARCH_FORM, {}), opens(words.ask, ASK_FORM, {})),
    ...(undecided && roles.includes('admin') ? [note(words.whereDecided)] : []),
  ]);
}

export const SEARCH_FORM = 'policy.search';
export const ASK_FORM = 'policy.ask';

/** A button for each policy. */
export const openers = ({ desk, reader }: { desk: Pick<Context['desk'], 'policies'>; reader: Context['reader'] }) =>
  desk.policies.map(({ id, title }): Button => act(title[reader.locale], READ, { policy: id }));
