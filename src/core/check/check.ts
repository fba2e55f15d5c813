/** Reviews a text before it goes out (K9, K20): what is wrong, by which clause, where, and how to mend it. */
import type { Media, ReplyKind } from '../case/vocabulary.ts';
import { findWords, type Hit } from '../find-words.ts';
import { fold, unfold } from '../fold.ts';
import type { Bilingual, CheckedText, CheckList, CheckRules, CheckSaying } from '../rules.ts';
import { type Stretch, sentenceOf, sentences } from '../sentences.ts';
import { overflow } from './length.ts';
import { personalData } from './personal-data.ts';
import { secrets } from './secrets.ts';
import { outermost } from './span.ts';

export { mask } from './mask.ts';

export type Finding = {
  /** A list's code, or `personal.phone`, `secret.key`, `length` and their like. */
  readonly code: string;
  readonly clause: string;
  readonly blocks: boolean;
  /** In UTF-16 units of the text as given: [start, end). */
  readonly at: readonly [number, number];
  readonly quote: string;
  readonly say: Bilingual;
  readonly mend: Bilingual;
};

export type About = {
  /** What kind of text it is; a reply of ours when left out. */
  readonly as?: CheckedText;
  readonly media?: Media;
  readonly kind?: ReplyKind;
  /** The case has a legal side: an admission of liability blocks, whatever the list says. */
  readonly legal?: boolean;
};

/** A quote is there to be recognised; a text that is far too long need not be repeated in its finding. */
const QUOTED = 120;

/** Findings in order of place, none inside another of its code. */
export function check(text: string, about: About, rules: CheckRules): readonly Finding[] {
  const finding = (
    code: string,
    { clause, blocks, say, mend }: CheckSaying,
    at: readonly [number, number],
  ): Finding => ({ code, clause, blocks, at, quote: quoted(text.slice(...at)), say, mend });

  const limit = about.media && rules.length.limits[about.media];
  const over = about.media && limit !== undefined ? overflow(text, about.media, limit) : undefined;
  return [
    ...personalData(text).map(({ kind, at }) => finding(`personal.${kind}`, rules.personalData, at)),
    ...secrets(text).map(({ kind, at }) => finding(`secret.${kind}`, rules.secrets, at)),
    ...wordFindings(text, rules.lists.filter(looksIn(about))).map(({ list, at }) =>
      finding(list.code, stricter(list, about), at),
    ),
    ...(over === undefined ? [] : [finding('length', rules.length, [over, text.length])]),
  ].sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
}

function wordFindings(text: string, lists: readonly CheckList[]) {
  const folded = fold(text);
  return lists.flatMap((list) =>
    outermost(
      findWords(folded.text, list.words)
        .filter(notWithin(findWords(folded.text, list.except ?? [])))
        .map(({ from, to }) => ({ list, at: unfold(folded, from, to) }))
        .filter(besides(text, list)),
    ),
  );
}

const notWithin =
  (exceptions: readonly Hit[]) =>
  ({ from, to }: Hit): boolean =>
    !exceptions.some((one) => one.from <= from && to <= one.to);

/** Whoever speaks for the company is held to what holds for everybody's posts, too. */
const looksIn =
  ({ as = 'reply', kind }: About) =>
  ({ for: texts = ['reply'], kinds }: CheckList): boolean =>
    (texts.includes(as) || (as === 'official' && texts.includes('post'))) &&
    (kinds === undefined || (kind !== undefined && kinds.includes(kind)));

/** Whether a word stands in one sentence with a word that makes it one. */
function besides(text: string, { with: others }: CheckList): (hit: { readonly at: Stretch }) => boolean {
  if (!others) return () => true;
  const all = sentences(text);
  const known = new Map<number, boolean>();
  return ({ at }) => {
    const [start, end] = sentenceOf(all, at);
    const before = known.get(start);
    if (before !== undefined) return before;
    const beside = findWords(fold(text.slice(start, end)).text, others).length > 0;
    known.set(start, beside);
    return beside;
  };
}

/** A holding statement goes out before the facts are known (K6): there a promise or an admission always blocks. */
function stricter(list: CheckList, { kind, legal }: About): CheckList {
  const liability = list.code === 'liability' && (legal === true || kind === 'holding');
  const promise = list.code === 'promise' && kind === 'holding';
  return liability || promise ? { ...list, blocks: true } : list;
}

const quoted = (quote: string): string =>
  quote.length > QUOTED ? `${[...quote.slice(0, QUOTED)].slice(0, -1).join('')}…` : quote;
