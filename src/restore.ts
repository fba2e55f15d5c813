/** `npm run restore`: puts what a backup holds into an empty directory, and looks at it before and after. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from './core/chain.ts';
import { each } from './desk/each.ts';
import { command, configuredDir, say, Unfit } from './shell.ts';
import { type Contents, contentsOf, digestOfAll, readArchive } from './stores/archive.ts';
import { durableFiles } from './stores/durable-file.ts';
import { isAbsent } from './stores/faults.ts';
import { inspect } from './stores/inspect.ts';
import { holdDirectory } from './stores/lock.ts';
import { isPathOfOurs, RESTORING } from './stores/paths.ts';
import { realDisk } from './stores/real-disk.ts';
import { wrongWith } from './stores/whole.ts';

const USAGE = {
  en: `npm run restore -- FILE [DIR]
  FILE  an archive that npm run backup wrote
  DIR   an empty directory, or one to be made; the one that the desk is configured to use when left out`,
  zh: `npm run restore -- FILE [DIR]
  FILE  由 npm run backup 写入的归档文件
  DIR   空目录或将新建的目录；省略时为当前配置所用的目录`,
};

await command(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [file, dir = file === undefined ? '' : configuredDir(), ...more] = positionals;
  if (file === undefined || more.length > 0 || values.help) {
    say(USAGE);
    return values.help === true;
  }
  mustBeEmpty(dir);
  const contents = await contentsOf(file, isPathOfOurs);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const release = holdDirectory(resolve(dir));
  try {
    return await restore(file, contents, resolve(dir));
  } finally {
    release();
  }
});

/** What an interrupted restore left, and the lock of a desk that never wrote, are nobody's records. */
function mustBeEmpty(dir: string): void {
  const names = namesIn(dir).filter((name) => ![RESTORING, 'lock', 'holder'].includes(name));
  if (names.length === 0) return;
  throw new Unfit({
    en: `${dir} is not empty, and nothing in it is overwritten. Name an empty directory: npm run restore -- FILE DIR`,
    zh: `${dir} 不为空，不会覆盖其中内容。请指定空目录：npm run restore -- FILE DIR`,
  });
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Everything lies aside until it was looked at: only then does it become the directory's. */
async function restore(file: string, contents: Contents, dir: string): Promise<boolean> {
  const aside = join(dir, RESTORING);
  rmSync(aside, { recursive: true, force: true });
  await unpack(file, contents, aside);
  const found = new Map<string, string>();
  await each(contents.keys(), 16, async (path) => void found.set(path, sha256(await realDisk.read(join(aside, path)))));
  if (digestOfAll(found) !== digestOfAll(contents))
    throw new Unfit({
      en: `The disk of ${dir} did not keep what was written. Nothing was restored.`,
      zh: `${dir} 所在磁盘未能正确保存数据，未恢复任何内容。`,
    });
  const wrong: string[] = [];
  for await (const seen of inspect(aside)) {
    const why = wrongWith(seen);
    if (why !== undefined) wrong.push(why);
  }
  const files = durableFiles(realDisk, dir);
  // Streams last: a directory without them is not taken for a desk's.
  for (const name of namesIn(aside).sort()) await files.move(join(aside, name), join(dir, name));
  rmSync(aside, { recursive: true });
  for (const why of wrong) say({ en: `WRONG  ${why}`, zh: `有误  ${why}` });
  say({
    en: `${contents.size} files were restored into ${dir} and read back: ${wrong.length === 0 ? 'all whole' : 'some were wrong already when they were backed up, as said above'}.`,
    zh: `已将 ${contents.size} 个文件恢复到 ${dir} 并重新读取：${wrong.length === 0 ? '全部完整' : '如上所示，部分文件在备份时已有误'}。`,
  });
  return wrong.length === 0;
}

/** Writes each file as it was at the moment of the backup; earlier states of it are passed over. */
async function unpack(file: string, contents: Contents, aside: string): Promise<void> {
  const files = durableFiles(realDisk, aside);
  await files.folder(dirname(aside));
  const written = new Set<string>();
  await each(readArchive(file), 16, async ({ path, bytes }) => {
    if (written.has(path) || contents.get(path) !== sha256(bytes)) return;
    written.add(path);
    await files.replace(join(aside, path), bytes);
  });
}
