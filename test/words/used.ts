/** Which words are used: the compiler is given a catalogue from which every word is gone, and names each place that misses one. */
import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

type Group = { readonly [name: string]: unknown };

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;
const typeOf = (path: readonly string[]): string => ['W', ...path].join('$');

/** The paths of all words, `caseForm.save`. */
export function paths(group: Group, path: readonly string[] = []): readonly string[] {
  return Object.entries(group).flatMap(([name, value]) =>
    isGroup(value) ? paths(value, [...path, name]) : [[...path, name].join('.')],
  );
}

/** A type for each group, holding the groups in it and no word. The mark keeps two empty ones apart. */
function types(group: Group, path: readonly string[] = []): readonly string[] {
  const groups = Object.entries(group).flatMap(([name, value]) => (isGroup(value) ? [{ name, value }] : []));
  const members = groups.map(({ name }) => `${JSON.stringify(name)}: ${typeOf([...path, name])};`);
  const self = `export interface ${typeOf(path)} { __of: '${typeOf(path)}'; ${members.join(' ')} }`;
  return [self, ...groups.flatMap(({ name, value }) => types(value, [...path, name]))];
}

/** The paths that the source uses, found by compiling a copy of it in `folder`. */
export async function used(words: Group, folder: string): Promise<ReadonlySet<string>> {
  for (const name of ['src', 'handlers', 'package.json']) await cp(name, join(folder, name), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const catalogue = [
    ...types(words),
    'export type Words = W;',
    'export declare const wordsFor: (locale: string) => W;',
  ];
  await mkdir(join(folder, 'src/words'), { recursive: true });
  await writeFile(join(folder, 'src/words/words.ts'), catalogue.join('\n'));
  const config = { extends: join(process.cwd(), 'tsconfig.json'), include: ['src', 'handlers'] };
  const exclude = ['src/words/zh', 'src/platforms/console/page'];
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, exclude }));
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const args = [tsc, '-p', folder, '--pretty', 'false', '--noErrorTruncation'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 50_000_000 }).catch(output);
  const all = paths(words);
  return new Set(stdout.split(/\n(?=\S)/).flatMap((complaint) => missed(complaint, all)));
}

const output = (error: unknown) => z.object({ stdout: z.string() }).parse(error);

/** What one complaint misses: a word by its name, some by what they are picked with, or a whole group that is handed on. */
function missed(complaint: string, all: readonly string[]): readonly string[] {
  const groups = [...new Set(complaint.match(/\bW(\$[\w$]+|(?='))/g) ?? [])].map((type) => type.slice(2));
  const named = [...complaint.matchAll(/Property '(\w+)' does not exist on type/g)].map(([, name]) => name ?? '');
  const [, index] = /expression of type '([^']*)' can't be used to index/.exec(complaint) ?? [];
  const names = index === undefined ? named : (index.match(/(?<=")[\w-]+(?=")/g) ?? []);
  return groups.flatMap((type) => {
    const group = type === '' ? '' : `${type.replaceAll('$', '.')}.`;
    return names.length > 0 ? names.map((name) => group + name) : all.filter((path) => path.startsWith(group));
  });
}
