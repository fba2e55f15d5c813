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

type Needle = { readonly needle: string; readonly bindsLeft: boolean; readonly bindsRight: boolean };

/** The words of the rules come again with every report, and folding one costs more than finding it. */
const needles = new Map<string, Needle>();
const REMEMBERED = 10_000;

function needleOf(word: string): Needle {
  const known = needles.get(word);
  if (known) return known;
  const needle = fold(word).text.trim();
  const bindsLeft = inWord(characterAt(needle, 0));
  const made = { needle, bindsLeft, bindsRight: inWord(characterBefore(needle, needle.length)) };
  if (needles.size >= REMEMBERED) needles.clear();
  needles.set(word, made);
  return made;
}

/** Every place where one word stands. */
function findWord(text: string, word: string): Hit[] {
  const { needle, bindsLeft, bindsRight } = needleOf(word);
  if (needle === '') return [];
  const hits: Hit[] = [];
  for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + needle.length)) {
    const to = from + needle.length;
    const inside = (bindsLeft && inWord(characterBefore(text, from))) || (bindsRight && inWord(characterAt(text, to)));
    if (!inside) hits.push({ word, from, to });
  }
  return hits;
}

export const findWords = (text: string, words: readonly string[]): Hit[] =>
  words.flatMap((word) => findWord(text, word));

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
