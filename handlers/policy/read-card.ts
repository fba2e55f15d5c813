/** A policy read clause by clause, and its contents. */
import type { Policy } from '#src/content/policy.ts';
import type { Context } from '#src/handler.ts';
import { act, buttons, type Card, heading, note } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { clauseBlocks } from './clause-blocks.ts';
import { waitingBlocks } from './waiting-blocks.ts';

/** Shows a clause in a new card; `turn` in the card that was clicked. */
export const READ = 'policy.read';
export const TURN = 'policy.turn';
export const CONTENTS = 'policy.contents';
export const LIST = 'policy.list';

/** The clause in place `at` (counted from 0), which there is. */
export function clauseCard(
  { desk, reader }: Pick<Context, 'desk' | 'reader'>,
  policy: Policy,
  at: number,
): Card | undefined {
  const { locale, t } = reader;
  const words = t.policy;
  const clause = policy.clauses[at];
  if (!clause) return undefined;
  const [own] = clause.number.split('.');
  const section = policy.sections.find(({ number }) => number === own);
  const title = `${clause.number} ${clause.title[locale]}`;
  const turn = (label: string, to: number) => {
    const there = policy.clauses[to];
    return there && act(label, TURN, { policy: policy.id, clause: there.number });
  };
  const above = section ? words.section(section.number, section.title[locale]) : '';
  return cardFor(reader, `${policy.title[locale]} · ${title}`, [
    note(words.place(policy.title[locale], policy.version, above)),
    heading(title),
    ...waitingBlocks({ desk, reader }, clause),
    ...clauseBlocks(clause.text[locale]),
    note(words.position(at + 1, policy.clauses.length, clause.id)),
    buttons(
      turn(words.back, at - 1),
      turn(words.next, at + 1),
      act(words.contents, CONTENTS, { policy: policy.id }),
      act(words.all, LIST, {}),
    ),
  ]);
}

/** A button for each section, which leads to its first clause. */
export function contentsCard(policy: Policy, reader: Reader): Card {
  const { locale, t } = reader;
  const words = t.policy;
  const jumps = policy.sections.flatMap(({ number, title }) => {
    const first = policy.clauses.find((clause) => clause.number.split('.')[0] === number);
    const args = { policy: policy.id, clause: first?.number ?? '' };
    return first ? [act(words.section(number, title[locale]), TURN, args)] : [];
  });
  return cardFor(reader, policy.title[locale], [
    heading(policy.title[locale]),
    note(words.chooseSection),
    buttons(...jumps),
    buttons(act(words.all, LIST, {})),
  ]);
}
