/** What somebody means by what they say: the words of the policies for the words of everyday. */
import { findWords } from '#src/core/find-words.ts';
import { fold } from '#src/core/fold.ts';
import type { Synonyms } from '../synonyms.ts';
import { isHan, termsOf } from './terms.ts';

/**
 * The terms to look for besides those of the question itself, each with its share: an entry of many words counts for no
 * more than one of few.
 */
export type Meant = (question: string) => ReadonlyMap<string, number>;

/** A saying, and its stems where all of them may stand apart and with other endings: English ones without small words. */
type Saying = { readonly words: readonly string[]; readonly stems: readonly string[] };

const stemsOf = (text: string): readonly string[] => termsOf(text).map(({ term }) => term);

/** The synonyms are taken to pieces once; a question is then a matter of looking. */
export function meantBy(synonyms: Synonyms): Meant {
  const entries = synonyms.map(({ said, means }) => {
    const terms = [...new Set(means.flatMap(stemsOf))];
    return { sayings: said.map(saying), terms, share: 1 / Math.sqrt(terms.length) };
  });
  return (question) => {
    const folded = fold(question).text;
    const stems = new Set(stemsOf(question));
    const shares = new Map<string, number>();
    for (const { sayings, terms, share } of entries)
      if (sayings.some((each) => says(folded, stems, each)))
        for (const term of terms) shares.set(term, Math.max(shares.get(term) ?? 0, share));
    return shares;
  };
}

function saying(phrase: string): Saying {
  const stems = stemsOf(phrase);
  // With its small words gone, “no comment” would be every comment.
  const whole = stems.length === phrase.trim().split(/\s+/).length && !stems.some(isHan);
  return { words: [phrase], stems: whole ? stems : [] };
}

const says = (folded: string, stems: ReadonlySet<string>, { words, stems: wanted }: Saying): boolean =>
  findWords(folded, words).length > 0 || (wanted.length > 0 && wanted.every((term) => stems.has(term)));
