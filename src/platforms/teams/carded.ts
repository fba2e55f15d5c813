/** What a card says that somebody reports from a message: an alert of a monitoring tool is often nothing but a card. */
import { z } from 'zod';

export const enclosure = z.looseObject({ contentType: z.string().nullish(), content: z.unknown().optional() });
export type Enclosure = z.output<typeof enclosure>;

/** Where the kinds of cards that Teams knows keep what people read, in the order in which it stands. */
const SAID = [
  ...['title', 'subtitle', 'summary', 'text', 'value'],
  ...['activityTitle', 'activitySubtitle', 'activityText'],
];
/** What a card keeps for clients, and nobody reads. */
const UNREAD = ['data', 'fallback', 'refresh', 'msteams'];
/** Deeper than any card that a client would draw. */
const DEPTH = 24;

type Told = { readonly words: readonly string[]; readonly links: readonly string[] };
const NOTHING: Told = { words: [], links: [] };

/** The words of all cards, a line each, and the first address that a card leads to. */
export function saidByCards(all: readonly Enclosure[]): { readonly said: string; readonly link: string | undefined } {
  const told = all
    .filter(({ contentType }) => contentType?.includes('card'))
    .map(({ content }) => tell(typeof content === 'string' ? parsed(content) : content));
  return { said: told.flatMap(({ words }) => words).join('\n'), link: told.flatMap(({ links }) => links)[0] };
}

function tell(part: unknown, depth = DEPTH, opens = false): Told {
  if (typeof part !== 'object' || part === null || depth === 0) return NOTHING;
  const type = typeOf(part);
  if (/^Input\.|Input$/.test(type)) return NOTHING;
  // What a button says is no word of the post; what it opens may be the post.
  const isAction = opens || /^Action\.|openUr[il]/i.test(type);
  const parts = Object.entries(part).map(([key, value]): Told => {
    if (typeof value === 'string') return isAction ? leads(key, value) : says(part, key, value);
    if (UNREAD.includes(key)) return NOTHING;
    const told = tell(value, depth - 1, isAction && (key === 'targets' || Array.isArray(part)));
    return key === 'inlines' ? { ...told, words: [runs(value)] } : told;
  });
  return { words: parts.flatMap(({ words }) => words), links: parts.flatMap(({ links }) => links) };
}

/** Cards of connectors put a sign before theirs. */
function typeOf(part: object): string {
  const { type, '@type': other } = part as { readonly [key: string]: unknown };
  return typeof type === 'string' ? type : typeof other === 'string' ? other : '';
}

/** A name is said where it has a value. */
const says = (part: object, key: string, value: string): Told =>
  value.trim() !== '' && (SAID.includes(key) || (key === 'name' && 'value' in part))
    ? { words: [value.trim()], links: [] }
    : NOTHING;

const leads = (key: string, value: string): Told =>
  ['url', 'value', 'uri'].includes(key) && /^https?:\/\//i.test(value) ? { words: [], links: [value] } : NOTHING;

/** Parts of one line, each set apart by its look alone. */
const runs = (all: unknown): string =>
  (Array.isArray(all) ? all : [])
    .map((run: unknown) => (typeof run === 'string' ? run : run instanceof Object && 'text' in run ? run.text : ''))
    .join('');

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
