/** What somebody means by what they say: the words of the policies for the words of everyday. */
import { findWords } from '#src/core/find-words.ts';
import { fold } from '#src/core/fold.ts';
import type { Synonyms } from '../synonyms.ts';
import { isHan, termsOf } from './terms.ts';

/** The terms to look for besides those of the question itself. */
export function meant(question: string, synonyms: Synonyms): readonly string[] {
  const folded = fold(question).text;
  const stems = termsOf(question).map(({ term }) => term);
  const terms = synonyms
    .filter(({ said }) => said.some((phrase) => says(folded, stems, phrase)))
    .flatMap(({ means }) => means.flatMap((word) => termsOf(word).map(({ term }) => term)));
  return [...new Set(terms)];
}

/** Word for word, or in English with other endings and with words in between. */
function says(folded: string, stems: readonly string[], phrase: string): boolean {
  if (findWords(folded, [phrase]).length > 0) return true;
  const wanted = termsOf(phrase).map(({ term }) => term);
  return wanted.length > 0 && wanted.every((term) => !isHan(term) && stems.includes(term));
}
