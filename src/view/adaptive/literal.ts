/** Keeps text literal: what a person typed must be shown, never run. */

/**
 * `{{DATE(…)}}` comes alive even in a TextRun, so its braces are parted by a zero-width joiner, which nobody sees.
 * Everything else is literal there by itself, because a TextRun knows no Markdown.
 */
export const literal = (text: string): string => text.replace(/\{(?=\{)/g, '{\u200d');

/** Whether a text would be read as Markdown in the places that know it (titles of options and of toggles). */
export const isLive = (text: string): boolean => /[*_`~#>[\]()<!|\\]|^\s*(?:[-+]|\d+\.)\s|\r|\n/.test(text);

/** The address in its normal form if it is one of the web's; a link to anything else is shown as text. */
export function webAddress(link: string): string | undefined {
  const url = URL.parse(link);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** The first `max` units of a text, never half a character, and how many characters were left out. */
export function cut(text: string, max: number): { readonly kept: string; readonly left: number } {
  if (text.length <= max) return { kept: text, left: 0 };
  const end = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? max - 1 : max;
  let left = 0;
  for (const _ of text.slice(end)) left += 1;
  return { kept: text.slice(0, end), left };
}
