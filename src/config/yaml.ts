/**
 * Reads a YAML file so that every value still knows the line it was written on. Of two parsers the quick one reads, and
 * the one that knows places is asked only about mistakes: it takes six times as long.
 */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
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

/** References to references, or one to what it stands in itself. */
const BOUNDLESS = {
  problem: {
    en: 'With everything written out that it refers to (&, *), this file has no end, or is far too large.',
    zh: '把文件中的引用（&、*）全部展开后，内容没有尽头或过于庞大。',
  },
  remedy: {
    en: 'Write the values themselves here instead of references to them.',
    zh: '请在此处直接填写内容，不要用引用。',
  },
} as const;
/** Far more values than any file of ours has, and few enough to be looked through at once. */
const MOST = 1_000_000;

/** Broken structure makes errors of all that follows; only the first of those can be mended. */
function worthReading(errors: readonly YAMLError[]): readonly YAMLError[] {
  const [first] = errors.filter(({ code }) => !(code in REMEDIES)).toSorted((a, b) => a.pos[0] - b.pos[0]);
  return errors.filter((error) => error === first || error.code in REMEDIES);
}

/** `firstLine` is the line of the file on which `text` begins, for front matter inside a larger file. */
export function openYaml(file: string, text: string, firstLine = 1): Yaml {
  const placed = once(() => withPlaces(text, firstLine));
  const lineOf = (path: Path) => placed().lineOf(path);
  const broken = (...mistakes: readonly Mistake[]): Yaml => ({ file, data: undefined, lineOf, mistakes, sound: false });
  const bare: Mistake = { file, line: firstLine, key: 'file', ...NO_SETTINGS };
  const refused = ({ mark, reason }: YAMLException) =>
    unreadable({ file, line: (mark?.line ?? 0) + firstLine, key: 'YAML' }, reason);
  const read = (data: unknown, mistakes: readonly Mistake[]): Yaml => {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return broken(...mistakes, bare);
    if (!isBounded(data)) return broken(...mistakes, { file, line: placed().aliasLine(), key: '*', ...BOUNDLESS });
    return { file, data, lineOf, mistakes, sound: true };
  };

  const first = quickly(text);
  if (!first.refusal) return read(first.data, []);
  const { document, lineAt } = placed();
  const errors = worthReading(document.errors).map(({ code, message, pos }) =>
    unreadable({ file, line: lineAt(pos[0]), key: code }, message, REMEDIES[code]),
  );
  if (errors.length === 0) return broken(isMap(document.contents) ? refused(first.refusal) : bare);
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return broken(...errors);
  // The later of two of one name counts, so that all else can be looked through.
  const again = quickly(text, { json: true });
  return again.refusal ? broken(...errors, refused(again.refusal)) : read(again.data, errors);
}

type Quick = { readonly data?: unknown; readonly refusal?: YAMLException };

function quickly(text: string, options: { readonly json?: true } = {}): Quick {
  try {
    return { data: load(text, { schema: CORE_SCHEMA, ...options }) };
  } catch (error) {
    if (error instanceof YAMLException) return { refusal: error };
    throw error;
  }
}

/** Whether there is an end to the values, each counted as often as it is referred to. */
function isBounded(data: unknown): boolean {
  const open = [data];
  for (let seen = 0; open.length > 0; seen += 1) {
    if (seen > MOST) return false;
    const value = open.pop();
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push(inner);
  }
  return true;
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
  /** The first line that refers to another. */
  const aliasLine = (): number => {
    let line = firstLine;
    visit(document, {
      Alias(_, { range }) {
        if (range) line = lineAt(range[0]);
        return visit.BREAK;
      },
    });
    return line;
  };
  return { document, lineAt, lineOf, aliasLine };
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
