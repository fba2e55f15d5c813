/** Shortens a text where a platform has no room for all of it. */

/** The first `max` units of a text, never half a character, and how many characters were left out. */
export function cut(text: string, max: number): { readonly kept: string; readonly left: number } {
  if (text.length <= max) return { kept: text, left: 0 };
  const end = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? max - 1 : max;
  let left = 0;
  for (const _ of text.slice(end)) left += 1;
  return { kept: text.slice(0, end), left };
}
