/** `npm run backup`: a copy of all records and attachments as they were at one moment, while the desk goes on. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, configuredDir, say, Unfit } from './shell.ts';
import { writeArchive } from './stores/archive.ts';
import { errnoOf } from './stores/faults.ts';
import { seenIn } from './stores/inspect.ts';
import { STREAMS } from './stores/paths.ts';
import { snapshot, TooBusy } from './stores/snapshot.ts';
import { wrongWith } from './stores/whole.ts';

const USAGE = {
  en: `npm run backup -- FILE [DIR]
  FILE  the archive to write (.tar.gz); it must not be there yet. Whoever can read it can read every record
  DIR   the data directory; the one that the desk is configured to use when left out`,
  zh: `npm run backup -- FILE [DIR]
  FILE  要写入的归档文件（.tar.gz），不能已存在。能读取它的人就能读到全部记录
  DIR   数据目录；省略时为当前配置所用的目录`,
};

await command(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [file, dir = file === undefined ? '' : configuredDir(), ...more] = positionals;
  if (file === undefined || more.length > 0 || values.help) {
    say(USAGE);
    return values.help === true;
  }
  if (!existsSync(join(dir, STREAMS)))
    throw new Unfit({ en: `${dir} is no data directory.`, zh: `${dir} 不是数据目录。` });
  return backup(file, dir);
});

async function backup(file: string, dir: string): Promise<boolean> {
  const wrong = new Map<string, string>();
  let files = 0;
  try {
    await writeArchive(file, new Date().toISOString(), async (add) => {
      const contents = await snapshot(dir, async (path, bytes) => {
        const why = path.startsWith(STREAMS) ? wrongWith(seenIn(path, bytes)) : undefined;
        if (why === undefined) wrong.delete(path);
        else wrong.set(path, why);
        await add({ path, bytes });
      });
      files = contents.size;
      return contents;
    });
  } catch (error) {
    throw explained(error, file);
  }
  for (const why of wrong.values()) say({ en: `WRONG  ${why}`, zh: `有误  ${why}` });
  const size = (statSync(file).size / 1e6).toFixed(1);
  say({
    en: `${files} files of ${dir} are in ${file} (${size} MB). Restore them with: npm run restore -- ${file} DIR`,
    zh: `${dir} 的 ${files} 个文件已存入 ${file}（${size} MB）。恢复：npm run restore -- ${file} DIR`,
  });
  if (wrong.size > 0)
    say({ en: 'It holds records that were wrong already, as said above.', zh: '其中包含上述本已有误的记录。' });
  return wrong.size === 0;
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof TooBusy)
    return new Unfit(
      { en: 'The desk is too busy to be copied. Try again at a quieter time.', zh: '当前写入过于频繁，请稍后再试。' },
      error,
    );
  if (errnoOf(error) === 'EEXIST')
    return new Unfit(
      { en: `${file} is there already. Name another file.`, zh: `${file} 已存在，请换一个文件名。` },
      error,
    );
  return error;
}
