/**
 * Reads a YAML file so that every value still knows the line it was written on. Of two parsers the quick one reads, and
 * the one that knows places is asked only about mistakes: it takes six times as long.
 */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Bilingual } from '#src/core/rules.ts';
import type { Mistake } from './mistake.ts';

export type Path = readonly PropertyKey[];

export type Yaml = {
  readonly file: string;
  readonly data: unknown;
  /** Line of the value, or of the nearest thing around it that exists. */
  readonly lineOf: (path: Path) => number | undefined;
  readonly mistakes: readonly Mistake[];
  /** False when the text is so broken that looking at its values would only add noise. */
  readonly sound: boolean;
};

const REMEDIES: Readonly<Record<string, Bilingual>> = {
  DUPLICATE_KEY: { en: 'Keep one of the two and delete the other.', zh: '同名的两项只保留一项。' },
  TAB_AS_INDENT: { en: 'Indent with spaces instead of tabs.', zh: '缩进请用空格，不要用制表符。' },
};
const GENERAL_REMEDY: Bilingual = {
  en: 'Check indentation, colons and quotes on this line and the one above it. Text that begins with * & ! @ ` % [ or { needs quotes.',
  zh: '请检查本行及上一行的缩进、冒号和引号（须为英文标点）；以 * & ! @ ` % [ { 开头的文字要加引号。',
};

/** A file that is empty, or is a list or a sentence: there is nothing to look for in it. */
const NO_SETTINGS = {
  problem: { en: 'There are no settings in this file.', zh: '此文件中没有任何设置。' },
  remedy: {
    en: 'Put back the file that came with Goodword, and change it as you need.',
    zh: '请恢复 Goodword 自带的文件，再按需修改。',
  },
} as const;

/** Broken structure makes errors of all that follows; only the first of those can be mended. */
function worthReading(errors: readonly YAMLError[]): readonly YAMLError[] {
  const [first] = errors.filter(({ code }) => !(code in REMEDIES)).toSorted((a, b) => a.pos[0] - b.pos[0]);
  return errors.filter((error) => error === first || error.code in REMEDIES);
}

/** `firstLine` is the line of the file on which `text` begins, for front matter inside a larger file. */
export function openYaml(file: string, text: string, firstLine = 1): Yaml {
  const { data, refusal } = quickly(text);
  const placed = once(() => withPlaces(text, firstLine));
  const lineOf = (path: Path) => placed().lineOf(path);
  if (!refusal) {
    const settings = typeof data === 'object' && data !== null && !Array.isArray(data);
    const mistakes = settings ? [] : [{ file, line: firstLine, key: 'file', ...NO_SETTINGS }];
    return { file, data, lineOf, mistakes, sound: settings };
  }
  const { document, lineAt } = placed();
  const errors = worthReading(document.errors).map(({ code, message, pos }) =>
    unreadable({ file, line: lineAt(pos[0]), key: code }, message, REMEDIES[code]),
  );
  if (errors.length > 0) {
    const sound = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
    return { file, data: sound ? document.toJS() : undefined, lineOf, mistakes: errors, sound };
  }
  if (!isMap(document.contents))
    return { file, data, lineOf, mistakes: [{ file, line: firstLine, key: 'file', ...NO_SETTINGS }], sound: false };
  const line = (refusal.mark?.line ?? 0) + firstLine;
  const mistake = unreadable({ file, line, key: 'YAML' }, refusal.reason);
  return { file, data, lineOf, mistakes: [mistake], sound: false };
}

function quickly(text: string): { readonly data?: unknown; readonly refusal?: YAMLException } {
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) };
  } catch (error) {
    if (error instanceof YAMLException) return { refusal: error };
    throw error;
  }
}

const unreadable = (
  at: Pick<Mistake, 'file' | 'key'> & { readonly line: number },
  message: string,
  remedy: Bilingual = GENERAL_REMEDY,
): Mistake => ({
  ...at,
  problem: { en: `This cannot be read as YAML: ${message}`, zh: `无法按 YAML 解析：${message}` },
  remedy,
});

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

function withPlaces(text: string, firstLine: number) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;

  const lineOf = (path: Path): number | undefined => {
    let node: unknown = document.contents;
    let line = isNode(node) && node.range ? lineAt(node.range[0]) : firstLine;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) break;
        if (isNode(pair.key) && pair.key.range) line = lineAt(pair.key.range[0]);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (!isNode(node) || !node.range) break;
        line = lineAt(node.range[0]);
      } else break;
    }
    return line;
  };
  return { document, lineAt, lineOf };
}

/** The value at a path of plain data, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}
