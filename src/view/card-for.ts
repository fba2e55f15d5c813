/** A card in a reader's language and zone. */
import { type Block, type Card, note, status, type Tone } from './card.ts';
import type { Reader } from './reader.ts';

/** `summary` is what a notification or a screen reader says of it. */
export const cardFor = ({ locale, timeZone }: Reader, summary: string, blocks: readonly Block[]): Card => ({
  summary,
  blocks,
  locale,
  timeZone,
});

/** One sentence, and perhaps what to do next. */
export const saying = (reader: Reader, tone: Tone, sentence: string, next?: string): Card =>
  cardFor(reader, sentence, [status(tone, sentence), ...(next ? [note(next)] : [])]);
