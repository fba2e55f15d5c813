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
/** A single Chinese sign hints at a word more than it is one. */
export const isSign = (term: string): boolean => term.length === 1 && isHan(term);

/** In order of place. What every text is full of (的, the) is left out. */
export function termsOf(text: string): readonly Term[] {
  const folded = fold(text);
  return [...words.segment(folded.text)].flatMap(({ segment, index, isWordLike }) => {
    if (isWordLike !== true || isStopWord(segment)) return [];
    const term = (piece: string, from: number): Term => ({
      term: isHan(piece) ? piece : stem(piece),
      at: unfold(folded, from, from + piece.length),
    });
    return [term(segment, index), ...parts(segment).map(({ part, offset }) => term(part, index + offset))];
  });
}

/** A Chinese word is found by its parts, too: 应对方案 by 方案, and 删掉 a little by the 删 of 删除. */
function parts(segment: string): readonly { readonly part: string; readonly offset: number }[] {
  if (!isHan(segment) || segment.length < 2) return [];
  const sizes = segment.length > 2 ? [1, 2] : [1];
  return sizes.flatMap((size) =>
    Array.from({ length: segment.length - size + 1 }, (_, offset) => ({
      part: segment.slice(offset, offset + size),
      offset,
    })).filter(({ part }) => !isStopWord(part)),
  );
}
