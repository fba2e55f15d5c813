/** One folding of text for every word rule: width, case, accents' form and invisible characters no longer matter. */

/** Folded text, and for each of its UTF-16 units the piece [start, end) of the original that it came from. */
export type Folded = { readonly text: string; readonly start: readonly number[]; readonly end: readonly number[] };

/** Marks kept on one letter. Real writing needs fewer; without a bound, normalising a pile of marks takes quadratic time. */
const MARKS = 8;

const SPACE = /^\s$/u;
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
const MARK = /^\p{M}$/u;
const QUOTES = /[‘’‛′`´]/gu;

const foldPiece = (piece: string): string =>
  piece
    .replace(QUOTES, "'")
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+\p{M}*/gu, ' ');

/** NFKC, lower case, no invisible characters, one space for any run of white space. Linear time. */
export function fold(original: string): Folded {
  const parts: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let piece = '';
  let from = 0;
  let to = 0;
  let marks = 0;

  const flush = () => {
    if (piece === '') return;
    const folded =
      piece.length === 1 && piece > ' ' && piece < '\x7f' && piece !== '`' ? piece.toLowerCase() : foldPiece(piece);
    for (const unit of folded.split('')) {
      if (unit === ' ' && parts.at(-1) === ' ') {
        end[end.length - 1] = to;
        continue;
      }
      parts.push(unit);
      start.push(from);
      end.push(to);
    }
    piece = '';
  };

  let at = 0;
  for (const char of original) {
    const next = at + char.length;
    if (char > ' ' && char < '\x7f') {
      flush();
      [piece, from, to, marks] = [char, at, next, 0];
    } else if (SPACE.test(char)) {
      flush();
      [piece, from, to, marks] = [' ', at, next, MARKS];
    } else if (MARK.test(char) && piece !== '' && !UNSEEN.test(char)) {
      if (marks < MARKS) piece += char;
      to = next;
      marks += 1;
    } else if (!UNSEEN.test(char)) {
      flush();
      [piece, from, to, marks] = [char, at, next, 0];
    }
    at = next;
  }
  flush();
  return { text: parts.join(''), start, end };
}

/** Where a span of the folded text lies in the original. */
export const unfold = ({ start, end }: Folded, from: number, to: number): readonly [number, number] => [
  start[from] ?? 0,
  end[to - 1] ?? 0,
];
