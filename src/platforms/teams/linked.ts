/**
 * The addresses behind the words of a link. Whoever pastes an address may get the title of its page instead, and of that
 * the text of a message has the words alone: where they lead stands only in the HTML that Teams encloses.
 */
import { areAddress, isWhole } from '../linked-words.ts';
import type { Incoming } from './activity.ts';
import { type Link, readHtml } from './html.ts';

/** A text, and where in it the links begin that come next. */
type Read = { readonly text: string; readonly from: number };

/** What was typed, with each address beside the words that lead there; a bare address stays as it is. */
export const linked = (typed: string, { attachments }: Pick<Incoming, 'attachments'>): string =>
  (attachments ?? [])
    .flatMap(({ contentType, content }) =>
      contentType === 'text/html' && typeof content === 'string' ? readHtml(content).links : [],
    )
    .reduce(beside, { text: typed, from: 0 }).text;

function beside({ text, from }: Read, { words, address }: Link): Read {
  if (text.includes(address) || isWhole(words, address)) return { text, from };
  const at = words === '' ? -1 : text.indexOf(words, from);
  if (at === -1) return { text: `${text}\n${address}`.trim(), from };
  const end = at + words.length;
  // Words that are the address themselves are not said twice.
  const said = areAddress(words, address) ? address : `${words} ${address}`;
  return { text: text.slice(0, at) + said + text.slice(end), from: at + said.length };
}
