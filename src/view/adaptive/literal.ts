/** Keeps text literal: what a person typed must be shown, never run. */

/**
 * `{{DATE(…)}}` comes alive even in a TextRun, so its braces are parted by a zero-width joiner, which nobody sees.
 * Everything else is literal there by itself, because a TextRun knows no Markdown.
 */
export const literal = (text: string): string => text.replace(/\{(?=\{)/g, '{\u200d');

/** Whether a text would be read as Markdown in the places that know it (titles of options and of toggles). */
export const isLive = (text: string): boolean => /[*_`~#>[\]()<!|\\]|^\s*(?:[-+]|\d+\.)\s|\r|\n/.test(text);
