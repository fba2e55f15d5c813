/** What a card says that somebody reports from a message: an alert of a monitoring tool is often nothing but a card. */
import { z } from 'zod';

export const enclosure = z.looseObject({ contentType: z.string().nullish(), content: z.unknown().optional() });
export type Enclosure = z.output<typeof enclosure>;

/** Where the kinds of cards that Teams knows keep what people read, in the order in which it stands. */
const SAID = ['title', 'subtitle', 'summary', 'activityTitle', 'activitySubtitle', 'text', 'value'];
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

function tell(part: unknown, depth = DEPTH): Told {
  if (typeof part !== 'object' || part === null || depth === 0) return NOTHING;
  const { type } = part as { readonly type?: unknown };
  if (typeof type === 'string' && type.startsWith('Input.')) return NOTHING;
  // What a button says is no word of the post; what it opens may be the post.
  const isAction = typeof type === 'string' && /^Action\.|openUrl/i.test(type);
  const parts = Object.entries(part).map(([key, value]): Told => {
    if (typeof value !== 'string') return tell(value, depth - 1);
    if (isAction && /^(?:url|value)$/.test(key) && /^https?:\/\//i.test(value)) return { words: [], links: [value] };
    return !isAction && SAID.includes(key) && value.trim() !== '' ? { words: [value.trim()], links: [] } : NOTHING;
  });
  return { words: parts.flatMap(({ words }) => words), links: parts.flatMap(({ links }) => links) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
