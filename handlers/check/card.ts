/** What a check says: fine, or which sentence meets which clause and how to mend it. */
import type { Clause } from '#src/content/policy.ts';
import type { PostCheck, Remark } from '#src/core/check/post.ts';
import type { Context } from '#src/handler.ts';
import {
  act,
  type Block,
  buttons,
  type Card,
  heading,
  list,
  note,
  opens,
  quote,
  status,
  text,
} from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { READ } from '../policy/read-card.ts';

export const FORM = 'check.text';

/** More at once would discourage rather than help. */
const SHOWN = 6;

export function checkCard(ctx: Context, checked: PostCheck): Card {
  const words = ctx.reader.t.check;
  const { remarks, blocked } = checked;
  const shown = remarks.slice(0, SHOWN);
  const left = remarks.length - shown.length;
  const verdict = remarks.length === 0 ? words.fine : blocked ? words.blocked : words.mend;
  return cardFor(ctx.reader, verdict, [
    heading(words.title),
    status(remarks.length === 0 ? 'good' : blocked ? 'alarm' : 'warning', verdict),
    ...(remarks.length === 0 ? [note(words.fineNote)] : []),
    ...official(ctx, checked),
    ...shown.flatMap((remark) => remarkBlocks(ctx, remark)),
    ...(left > 0 ? [note(`${words.more(left)} ${words.moreNext}`)] : []),
    buttons(opens(words.again, FORM, {}), ...readers(ctx, shown)),
    note(words.kept),
  ]);
}

/** Who to ask is the company's to say; what it has not decided is not invented. */
function official(
  { desk: { library }, reader: { locale, t } }: Context,
  { official: is }: PostCheck,
): readonly Block[] {
  if (!is) return [];
  const desk = library.valueOf('desk', locale) ?? t.common.desk;
  const contact = library.valueOf('deskContact', locale);
  const next = contact === undefined ? t.check.askDesk(desk) : t.check.askDeskAt(desk, contact);
  return [text([{ b: next }])];
}

function remarkBlocks({ desk, reader: { locale, t } }: Context, { sentence, findings }: Remark): readonly Block[] {
  const items = findings.map(({ clause: id, code, quote: words, say, mend }) => {
    const clause = clauseOf(desk, id);
    const cited = clause ? `${clause.number} ${clause.title[locale]}` : id;
    // What is masked in the sentence must not stand beside it.
    const met = isSecret(code) || !sentence.includes(words) ? '' : t.check.met(words);
    return [met, { b: cited }, t.check.because, t.check.remark(say[locale], mend[locale])];
  });
  return [quote(named(sentence, t.check.masked)), list(items)];
}

const isSecret = (code: string): boolean => /^(?:personal|secret)/.test(code);

/** A mask as the reader calls it. */
const named = (sentence: string, masked: { readonly [kind: string]: string }): string =>
  sentence.replace(/\[([a-z]+)\]/g, (whole, kind: string) =>
    Object.hasOwn(masked, kind) ? (masked[kind] ?? whole) : whole,
  );

/** A button for each clause that was named, the first ones. */
function readers({ desk, reader: { locale, t } }: Context, remarks: readonly Remark[]) {
  const ids = new Set(remarks.flatMap(({ findings }) => findings.map(({ clause }) => clause)));
  return [...ids].slice(0, 4).flatMap((id) => {
    const clause = clauseOf(desk, id);
    if (!clause) return [];
    const [policy = ''] = id.split('#');
    return [act(t.check.readClause(clause.number, clause.title[locale]), READ, { policy, clause: clause.number })];
  });
}

const clauseOf = ({ policies }: Context['desk'], id: string): Clause | undefined =>
  policies.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id);
