/** What was taken out of a text and what was put in, word by word, in whichever language. */

export type Piece = { readonly kind: 'same' | 'out' | 'in'; readonly text: string };

/** Beyond so many pairs of words the texts are shown whole: a table of them would cost more than it tells. */
const MOST = 250_000;

/** Chinese has no spaces: the segmenter knows its words. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Joined, `same` and `out` give the old text, `same` and `in` the new one. */
export function diffWords(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > MOST) return joined([piece('out', before), piece('in', after)]);
  const common = longest(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      pieces.push(piece('same', left));
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || common(i + 1, j) >= common(i, j + 1))) {
      pieces.push(piece('out', left));
      i += 1;
    } else if (right !== undefined) {
      pieces.push(piece('in', right));
      j += 1;
    }
  }
  return joined(pieces);
}

const piece = (kind: Piece['kind'], text: string): Piece => ({ kind, text });

/** How many words two texts have in common, in order, from given places on. */
function longest(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Neighbours of one kind become one; of two that alternate, what was taken out stands first. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let [out, added] = ['', ''];
  const flush = () => {
    if (out) result.push(piece('out', out));
    if (added) result.push(piece('in', added));
    [out, added] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (kind === 'out') out += text;
    else if (kind === 'in') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = piece('same', last.text + text);
      else result.push(piece('same', text));
    }
  }
  flush();
  return result;
}
