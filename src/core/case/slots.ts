/** Finds what a template left open: `[what we found]` stays in brackets until a person fills it in. */

/** Not `[1]` (a footnote) and not `[text](link)`. */
const SLOT = /\[([^[\]\n]*\p{Letter}[^[\]\n]*)\](?!\()/gu;

/** Each slot once, in the order of the text, without its brackets. */
export function unfilledSlots(text: string): readonly string[] {
  return [...new Set([...text.matchAll(SLOT)].map(([, name]) => (name ?? '').trim()))];
}
