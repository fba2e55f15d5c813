/** The neutral chart: what it says, with every word in it, and nothing of how it is drawn (src/drawing). Plain data. */

/** One thing that was counted: now, and in the period before. `said` is what stands at the bar. */
export type Bar = { readonly label: string; readonly now: Amount; readonly before?: Amount };
export type Amount = { readonly value: number; readonly said: string };

/** One column of a series, and beside it in grey the same time of the period before, where there is one. */
export type Column = { readonly label: string; readonly now: Amount; readonly before?: number };

/** How much of a whole was good, and how much not. */
export type Share = { readonly label: string; readonly good: number; readonly bad: number; readonly said: string };

export type Chart = {
  readonly title: string;
  readonly subtitle: string;
  /** What the picture shows, figures included, for whoever cannot see it. */
  readonly alt: string;
} & (
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | { readonly kind: 'columns'; readonly columns: readonly Column[] }
  | { readonly kind: 'shares'; readonly shares: readonly Share[] }
);

/** Characters of a label that a chart has room for, a Chinese one counting as two. */
const ROOM = 18;

/** A name that fits beside a bar; somebody may have typed a long one. */
export function fitting(label: string): string {
  let width = 0;
  const kept = [...label].filter((char) => {
    width += widthOf(char);
    return width <= ROOM;
  });
  return kept.length === [...label].length ? label : `${kept.join('').trimEnd()}…`;
}

/** 2 for what is as wide as it is high, else 1. */
const widthOf = (char: string): number =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uFF00-\uFF60\u3000-\u303F]/u.test(char)
    ? 2
    : 1;

/** How wide a text is, in half em. */
export const widthOfText = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);
