/** Text objects that stay text: plain_text for what is literal, escaped verbatim mrkdwn where a date or a link must live. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { Locale } from '#src/core/rules.ts';
import { cut } from '#src/view/cut.ts';
import { counted, rendererWords } from '#src/view/renderer-words.ts';

/** Never `emoji: true`: a typed `:x:` is two colons and an x. Cut short only with a sign that it is. */
export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: text === '' ? '–' : ellipsis(text, max),
  emoji: false,
});

/** At most `max` units; the last one is "…" when something is missing. */
export const ellipsis = (text: string, max: number): string =>
  text.length <= max ? text : `${cut(text, max - 1).kept}…`;

/** `markup` is made of escaped text and of our own dates and links. */
export const markdown = (markup: string): MrkdwnElement => ({ type: 'mrkdwn', text: markup, verbatim: true });

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Whether a text might be read as more than text in mrkdwn, however it is escaped. Names and addresses should be safe
 * when it is verbatim; what need not be tried, is not.
 */
export const isLive = (text: string): boolean => /[*_~`@#]|^\s*>|:[\w+'-]+:|:\/\/|\]\(/m.test(text);

/** The top-level text of a message: what a notification says and a screen reader reads. */
export const summaryText = (summary: string, locale: Locale, max: number): string => {
  const { kept, left } = cut(summary, max);
  return escaped(left === 0 ? kept : `${kept} ${more(left, locale)}`);
};

export const more = (left: number, locale: Locale): string => rendererWords[locale].more(counted(locale, left));
export const moreRows = (left: number, locale: Locale): string => rendererWords[locale].moreRows(counted(locale, left));
