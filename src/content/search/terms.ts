/** A text as the terms that are searched for: Chinese words and pairs of signs, English words by their stem. */
import { fold, unfold } from '#src/core/fold.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** `at` counts UTF-16 units of the text as given: [start, end). */
export type Term = { readonly term: string; readonly at: readonly [number, number] };

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /^\p{Script=Han}+$/u;

/** Whether a term is Chinese; only others are completed and forgiven a slip. */
export const isHan = (term: string): boolean => HAN.test(term);

/** In order of place. What every text is full of (的, the) is left out. */
export function termsOf(text: string): readonly Term[] {
  const folded = fold(text);
  return [...words.segment(folded.text)].flatMap(({ segment, index, isWordLike }) => {
    if (isWordLike !== true || isStopWord(segment)) return [];
    const term = (piece: string, from: number): Term => ({
      term: isHan(piece) ? piece : stem(piece),
      at: unfold(folded, from, from + piece.length),
    });
    return [term(segment, index), ...pairs(segment).map(({ pair, offset }) => term(pair, index + offset))];
  });
}

/** A long Chinese word is found by a part of it, too: 应对方案 by 方案. */
function pairs(segment: string): readonly { readonly pair: string; readonly offset: number }[] {
  if (!isHan(segment) || segment.length < 3) return [];
  return Array.from({ length: segment.length - 1 }, (_, offset) => ({
    pair: segment.slice(offset, offset + 2),
    offset,
  }));
}
