/** TypeScript for the browser without a build: types become blanks, so lines and columns stay. */
import { stripTypeScriptTypes } from 'node:module';

const stripped = new Map<string, string>();

/** The JavaScript of a module's text; the same text is stripped once. */
export function strip(source: string): string {
  const known = stripped.get(source);
  if (known !== undefined) return known;
  const made = quietly(() => stripTypeScriptTypes(source, { mode: 'strip' }));
  stripped.set(source, made);
  return made;
}

/** Node warns that this function is experimental. We pin Node, a test covers the call, and nobody at the terminal can act on it. */
function quietly<T>(call: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return call();
  } finally {
    process.emitWarning = emitWarning;
  }
}
