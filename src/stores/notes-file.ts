/** Notes on the streams of one folder as a file: valid JSON, the folder's mark in the first line, then one note a line. */
import type { Json } from '#src/core/event.ts';

/** `mark` is that of the stream's file when it had this length: with another one the note is worth nothing. */
export type Line = readonly [stream: string, length: number, mark: string, note: Json];

export type NotesFile = {
  /** The mark that the folder had when there was a good note on every stream in it, and on no other. */
  readonly whole: string | undefined;
  readonly lines: readonly Line[];
};

/** The text of such a file. */
export function formatNotes({ whole, lines }: NotesFile): string {
  const parts = [whole ?? null, ...lines].map((part) => JSON.stringify(part));
  return `[${parts.join(',\n')}]\n`;
}

/** What a file says; nothing when it is torn or none of ours. */
export function parseNotes(text: string): NotesFile {
  const [whole, ...lines] = parsed(text);
  return { whole: typeof whole === 'string' ? whole : undefined, lines: lines.filter(isLine) };
}

function parsed(text: string): readonly unknown[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function isLine(line: unknown): line is Line {
  if (!Array.isArray(line) || line.length !== 4) return false;
  const [stream, length, mark] = line;
  return typeof stream === 'string' && Number.isSafeInteger(length) && typeof mark === 'string';
}
