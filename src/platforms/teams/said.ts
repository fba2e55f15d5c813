/** Replies as cards, and the few that are short enough to be said in one line. */
import type { Block, Card, Tone } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { spans, type Text } from '#src/view/span.ts';
import type { Reply } from '../platform.ts';
import type { TeamsReader } from './content.ts';
import { LIMITS } from './limits.ts';
import { inert } from './text.ts';

export const sentence = ({ locale, timeZone }: TeamsReader, tone: Tone, text: string): Card =>
  saying(readerOf(locale, timeZone, { person: () => undefined }), tone, text);

/** The card of a reply. Undefined when there is nothing to show, or a form to open. */
export function cardOf(reply: Reply, reader: TeamsReader): Card | undefined {
  switch (reply.type) {
    case 'show':
    case 'replace':
    case 'home':
      return reply.card;
    case 'done':
      return reply.say === undefined ? undefined : sentence(reader, 'good', reply.say);
    case 'errors':
      return sentence(reader, 'warning', wrongIn(reply));
    case 'open':
      return undefined;
  }
}

export const wrongIn = ({ form, fields }: Extract<Reply, { type: 'errors' }>): string =>
  [form, ...Object.values(fields)].filter(Boolean).join(' ');

/** What a small card says, as one line; undefined when it has more to it than that. */
export function line({ blocks }: Card): string | undefined {
  const parts = blocks.map(plain);
  if (parts.some((part) => part === undefined)) return undefined;
  const whole = parts.join(' ');
  return whole.length <= LIMITS.toast ? inert(whole) : undefined;
}

const plain = (block: Block): string | undefined =>
  block.type === 'status' || block.type === 'note' || block.type === 'text' ? words(block.text) : undefined;

function words(text: Text): string | undefined {
  const parts = spans(text).map((span) => {
    if (typeof span === 'string') return span;
    if ('b' in span) return span.b;
    if ('i' in span) return span.i;
    return 'person' in span ? span.name : undefined;
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join('');
}
