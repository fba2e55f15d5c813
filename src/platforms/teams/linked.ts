/**
 * The addresses behind the words of a link. Whoever pastes an address may get the title of its page instead, and of that
 * the text of a message has the words alone: where they lead stands only in the HTML that Teams encloses.
 */
import type { Incoming } from './activity.ts';
import { addressIn, wordsIn } from './text.ts';

type Link = { readonly words: string; readonly address: string };

/** What was typed, with each address beside the words that lead there; a bare address stays as it is. */
export const linked = (typed: string, { attachments }: Pick<Incoming, 'attachments'>): string =>
  (attachments ?? [])
    .flatMap(({ contentType, content }) =>
      contentType === 'text/html' && typeof content === 'string' ? linksIn(content) : [],
    )
    .reduce(beside, typed);

const linksIn = (html: string): readonly Link[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(https?:\/\/[^"]+)"[^>]*>([\s\S]*?)<\/a>/gi)].map(
    ([, href = '', inner = '']) => ({
      words: wordsIn(inner),
      address: addressIn(href),
    }),
  );

function beside(text: string, { words, address }: Link): string {
  if (text.includes(address) || isSame(words, address)) return text;
  const at = words === '' ? -1 : text.indexOf(words);
  if (at === -1) return `${text}\n${address}`.trim();
  const end = at + words.length;
  // Words that are the address themselves, shortened or without its beginning, are not said twice.
  const from = isPartOf(words, address) ? at : end;
  return `${text.slice(0, from)}${from === end ? ' ' : ''}${address}${text.slice(end)}`;
}

/** A client may add the slash after a bare host, or write a sign as a number. */
const isSame = (words: string, address: string): boolean =>
  /^https?:\/\//i.test(words) && URL.canParse(words) && new URL(words).href === new URL(address).href;

const isPartOf = (words: string, address: string): boolean =>
  !/\s/.test(words) && words.includes('.') && address.includes(words.replace(/(?:…|\.\.\.)$/, ''));
