/** Parts a text into its sentences, in either language, so that one of them can be pointed at. */

/** In UTF-16 units of the text: [start, end). */
export type Stretch = readonly [start: number, end: number];

/** What ends a sentence, with the quotation marks and brackets that close after it. `.`, `!` and `?` stand inside passwords and numbers, too. */
const END = /(?:[。！？]+|[.!?]+(?=["'”’)\]]*(?:\s|$|\p{Script=Han})))["'”’）)】\]」』]*|\n+/gu;

/** In order, none empty, white space around them left out. */
export function sentences(text: string): readonly Stretch[] {
  const ends = [...text.matchAll(END)].map(({ 0: mark, index }) => index + mark.length);
  let from = 0;
  return [...ends, text.length].flatMap((to): Stretch[] => {
    const part = text.slice(from, to);
    const start = from + (part.length - part.trimStart().length);
    const end = from + part.trimEnd().length;
    from = to;
    return start < end ? [[start, end]] : [];
  });
}

/** The sentence in which a place lies; the place itself when it lies in none. */
export function sentenceOf(all: readonly Stretch[], [start, end]: Stretch): Stretch {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = all[low];
  return found && found[0] <= start ? found : [start, end];
}
