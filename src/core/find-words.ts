/** Finds a rule's words in folded text: Chinese anywhere, words of scripts with spaces only as whole words. */
import { fold } from './fold.ts';

/** A word as the rule wrote it, and its span in the folded text. */
export type Hit = { readonly word: string; readonly from: number; readonly to: number };

/** A character that makes its neighbour part of a longer word; scripts written without spaces have none. */
const WORD_CHARACTER =
  /^[[\p{L}\p{N}\p{M}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]$/v;

const inWord = (char: string | undefined): boolean => char !== undefined && char !== '' && WORD_CHARACTER.test(char);

const characterBefore = (text: string, at: number): string | undefined =>
  [...text.slice(Math.max(0, at - 2), at)].at(-1);
const characterAt = (text: string, at: number): string | undefined => [...text.slice(at, at + 2)][0];

type Needle = {
  readonly word: string;
  readonly needle: string;
  readonly bindsLeft: boolean;
  readonly bindsRight: boolean;
};

/** The lists of the rules come again with every report, and folding a word costs more than finding it. */
const known = new WeakMap<readonly string[], readonly Needle[]>();

function needlesOf(words: readonly string[]): readonly Needle[] {
  const before = known.get(words);
  if (before) return before;
  const made = words.map(needleOf).filter(({ needle }) => needle !== '');
  known.set(words, made);
  return made;
}

function needleOf(word: string): Needle {
  const needle = fold(word).text.trim();
  const bindsLeft = inWord(characterAt(needle, 0));
  return { word, needle, bindsLeft, bindsRight: inWord(characterBefore(needle, needle.length)) };
}

/** Every place where one of the words stands. The list must not be changed afterwards. */
export function findWords(text: string, words: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const { word, needle, bindsLeft, bindsRight } of needlesOf(words))
    for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + needle.length)) {
      const to = from + needle.length;
      const inside =
        (bindsLeft && inWord(characterBefore(text, from))) || (bindsRight && inWord(characterAt(text, to)));
      if (!inside) hits.push({ word, from, to });
    }
  return hits;
}

/** Without the hits that lie inside a longer one: “不推荐” is not also “推荐”. In order of place. */
export function longest<H extends Hit>(hits: readonly H[]): H[] {
  const inOrder = [...hits].sort((a, b) => a.from - b.from || b.to - a.to);
  let cover: H | undefined;
  return inOrder.filter((hit) => {
    const inside = cover !== undefined && hit.to <= cover.to && hit.to - hit.from < cover.to - cover.from;
    if (!inside && (cover === undefined || hit.to > cover.to)) cover = hit;
    return !inside;
  });
}
