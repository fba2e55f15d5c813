/** The question to those who answer for a policy: what has changed, and is it material? Afterwards, what was said. */
import type { Change } from '#src/core/policy/changes.ts';
import { changesBetween, clauseOf } from '#src/core/policy/changes.ts';
import { newest, type PendingChange, type PolicyState, type PolicyVersion } from '#src/core/policy/policy.ts';
import { act, buttons, type Card, heading, list, note, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { changeBlocks } from './change-blocks.ts';

export const RULE = 'policy.rule';
export const CHANGES = 'policy.changes';

/** So many changes are shown on the card itself. */
const SHOWN = 3;
const NAMED = 12;

/** `signed`: how many signed the version in force or an earlier one. */
export function questionCard(
  id: string,
  pending: PendingChange,
  now: PolicyVersion,
  signed: number,
  reader: Reader,
): Card {
  const { locale, t } = reader;
  const words = t.signing.change;
  const changes = changesBetween(now.content, pending.content);
  const question = words.question(pending.content.title[locale]);
  const args = { policy: id, digest: pending.digest };
  const confirm = { title: words.confirmTitle, text: words.confirmText(signed), yes: words.yes, no: words.no };
  const small = changes.length <= SHOWN;
  return cardFor(reader, question, [
    heading(question),
    note(words.explain),
    ...(small ? changes.flatMap((change) => changeBlocks(change, reader)) : named(changes, reader)),
    buttons(
      act(words.notMaterial, RULE, { ...args, material: 'no' }),
      act(words.material, RULE, { ...args, material: 'yes' }, { look: 'primary', confirm }),
      !small && act(words.all, CHANGES, { ...args, page: '0' }),
    ),
  ]);
}

function named(changes: readonly Change[], { locale, t }: Reader) {
  const words = t.signing.change;
  const lines = changes.slice(0, NAMED).map((change) => {
    const { number, title } = clauseOf(change);
    return [{ b: `${number} ${title[locale]}` }, ` · ${words.kinds[change.kind]}`];
  });
  const left = changes.length - lines.length;
  return [note(words.clauses), list(lines), ...(left > 0 ? [note(words.more(left))] : [])];
}

/** What stands where the question was, for everybody who was asked. */
export function ruledCard({ number, content, material, by }: PolicyVersion, reader: Reader): Card {
  const words = reader.t.signing.change;
  const title = content.title[reader.locale];
  const said = (material ? words.ruledMaterial : words.ruledNot)(title, number, reader.name(by));
  return cardFor(reader, said, [status('neutral', said)]);
}

/** The last version that somebody decided about. */
export function ruled(state: PolicyState): PolicyVersion | undefined {
  const version = newest(state);
  return version && version.number > 1 ? version : undefined;
}
