/** Replies and the few sentences of our own as cards. */
import { randomUUID } from 'node:crypto';
import type { Card } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { readerOf } from '#src/view/reader-of.ts';
import type { Reply } from '../platform.ts';
import type { FormReader } from './form-options.ts';
import { slackWords } from './words.ts';

/** The card of a reply; a short confirmation becomes one. Undefined when there is nothing to show, or a form to open. */
export function cardIn(reply: Reply, reader: FormReader): Card | undefined {
  switch (reply.type) {
    case 'show':
    case 'replace':
    case 'home':
      return reply.card;
    case 'done':
      return reply.say === undefined ? undefined : saying(asReader(reader), 'good', reply.say);
    case 'errors':
      return saying(
        asReader(reader),
        'warning',
        [reply.form, ...Object.values(reply.fields)].filter(Boolean).join(' '),
      );
    case 'open':
      return undefined;
  }
}

export const say = (reader: FormReader, what: 'tooLong' | 'notOpened' | 'stranger' | 'unknown' | 'saving' | 'joined') =>
  saying(asReader(reader), 'neutral', slackWords[reader.locale][what]);

export const asReader = ({ locale, timeZone }: FormReader) => readerOf(locale, timeZone, { person: () => undefined });

/** Sets the inputs of one modal apart from those of another. */
export const nonce = (): string => randomUUID().slice(0, 8);
