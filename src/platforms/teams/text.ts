/** Text as a person typed it, out of the ways in which Teams writes it down; and text that stays text on its way back. */
import { literal } from '#src/view/adaptive/literal.ts';
import type { Incoming } from './activity.ts';

const NAMED: { readonly [name: string]: string } = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities undone once, so that a typed `&amp;lt;` stays `&lt;`. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** What somebody typed: without mentions of us, and with others called by their account or, unknown, by their name. */
export function typed(
  { text, entities, recipient }: Pick<Incoming, 'text' | 'entities' | 'recipient'>,
  accountOf: (userId: string) => string | undefined,
): string {
  let left = text ?? '';
  for (const { type, text: written, mentioned } of entities ?? []) {
    if (type !== 'mention' || !written) continue;
    const us = mentioned?.id !== undefined && mentioned.id === recipient?.id;
    const account = mentioned?.id === undefined ? undefined : accountOf(mentioned.id);
    left = left.replaceAll(written, us ? ' ' : account ? `<@${account}>` : (mentioned?.name ?? ''));
  }
  return decoded(left.replace(/<\/?at\b[^<>]*>/gi, ''))
    .replaceAll('\u00a0', ' ')
    .trim();
}

/** Signs that Markdown lives on, and ones that look alike and are dead. */
const DEAD: { readonly [sign: string]: string } = {
  '*': '∗',
  _: '＿',
  '`': '‵',
  '~': '∼',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '#': '＃',
  '|': '∣',
  '\\': '＼',
};

/** A sentence for a place of which nobody says whether it reads Markdown. */
export const inert = (text: string): string => literal(text).replace(/[*_`~[\]<>#|\\]/g, (sign) => DEAD[sign] ?? sign);
