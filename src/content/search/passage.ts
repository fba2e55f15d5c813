/** The sentence of a clause that says most of what was looked for, with the words marked in it. */
import { sentences } from '#src/core/sentences.ts';
import { isSign, termsOf } from './terms.ts';

/** What a single Chinese sign adds beside a word. */
const HINT = 0.2;

/** A piece of the sentence as it stands; `hit` where it is one of the words. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** The best sentence; the first one, unmarked, where none has any of the terms. */
export function passage(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const plain = unmarked(text);
  const all = sentences(plain).map(([start, end]) => plain.slice(start, end));
  let best = { pieces: [{ text: all[0] ?? plain, hit: false }] as readonly Piece[], score: 0 };
  for (const sentence of all) {
    const hits = termsOf(sentence).filter(({ term }) => terms.has(term));
    const score = [...new Set(hits.map(({ term }) => term))].reduce((sum, term) => sum + (isSign(term) ? HINT : 1), 0);
    // A sign out of a word that was not asked for is no word to be shown.
    if (score > best.score)
      best = {
        pieces: pieces(
          sentence,
          hits.filter(({ term }) => !isSign(term)),
        ),
        score,
      };
  }
  return best.pieces;
}

/** A clause without its marks of emphasis and of lists. */
export const unmarked = (markdown: string): string => markdown.replaceAll('**', '').replace(/^[-*] /gm, '');

/** The sentence cut where the terms begin and end; terms that overlap, or that only a space parts, are marked as one. */
function pieces(sentence: string, hits: readonly { readonly at: readonly [number, number] }[]): readonly Piece[] {
  const made: Piece[] = [];
  let done = 0;
  for (const { at } of [...hits].sort((a, b) => a.at[0] - b.at[0])) {
    const [start, end] = [Math.max(done, at[0]), at[1]];
    if (end <= done) continue;
    const between = sentence.slice(done, start);
    const last = made.at(-1);
    if (last?.hit && between.trim() === '')
      made[made.length - 1] = { text: last.text + sentence.slice(done, end), hit: true };
    else {
      if (between !== '') made.push({ text: between, hit: false });
      made.push({ text: sentence.slice(start, end), hit: true });
    }
    done = end;
  }
  return done < sentence.length ? [...made, { text: sentence.slice(done), hit: false }] : made;
}
