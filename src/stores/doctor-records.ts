/** Checks whose a data directory is, and whether what lies in it is all there and whole. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { namesIn } from './damage.ts';
import { type Finding, good, there } from './doctor-check.ts';
import { lookAt } from './inspect.ts';
import { DirectoryHeld, holdDirectory } from './lock.ts';
import { notedIn } from './notes.ts';
import { DAMAGED, placeOf, RESTORING } from './paths.ts';
import { realDisk } from './real-disk.ts';
import { streamFilesOf } from './walk.ts';
import { wrongWith } from './whole.ts';

/** So many records are looked at; npm run verify looks at all. */
const SAMPLE = 500;

export async function holder(dir: string): Promise<readonly Finding[]> {
  if (!(await there(join(dir, 'lock')))) return [];
  try {
    holdDirectory(dir)();
    return [good('No desk is running on it.', '当前没有进程使用该目录。')];
  } catch (error) {
    // A disk that cannot be written to has no holder, and other checks name it.
    if (!(error instanceof DirectoryHeld)) return [];
    const who = error.pid ?? '?';
    return [good(`A desk is running on it, as process ${who}.`, `正由进程 ${who} 使用。`)];
  }
}

export async function damaged(dir: string): Promise<readonly Finding[]> {
  const aside = (await namesIn(realDisk, join(dir, DAMAGED))).filter((name) => placeOf(name) !== undefined);
  const findings = aside.map((name): Finding => {
    const [from, to] = [join(dir, placeOf(name) ?? ''), join(dir, DAMAGED, name)];
    return {
      is: 'bad',
      say: { en: `${from} was damaged and is now ${to}.`, zh: `${from} 已损坏，现存于 ${to}。` },
      mend: {
        en: 'Put a good copy, from a backup, in its old place, and remove this one.',
        zh: '请用备份中的完好副本放回原处，并删除此文件。',
      },
    };
  });
  if ((await namesIn(realDisk, dir)).includes(RESTORING))
    findings.push({
      is: 'bad',
      say: { en: `A restore into ${dir} was interrupted.`, zh: `向 ${dir} 的恢复曾被中断。` },
      mend: { en: 'Empty the directory and restore again.', zh: '请清空目录后重新恢复。' },
    });
  return findings.length > 0 ? findings : [good('No file was set aside as damaged.', '没有被隔离的损坏文件。')];
}

/** Records that the desk once took a note on, and that are neither in their place nor set aside. */
export async function missing(dir: string): Promise<readonly Finding[]> {
  const aside = new Set((await namesIn(realDisk, join(dir, DAMAGED))).map(placeOf));
  const findings: Finding[] = [];
  for await (const [path, stream] of notedIn(realDisk, dir))
    if (!aside.has(path) && !(await there(join(dir, path))))
      findings.push({
        is: 'bad',
        say: { en: `${stream} is gone: there is no ${path}.`, zh: `${stream} 已丢失：${path} 不存在。` },
        mend: { en: 'Put it back from a backup.', zh: '请从备份中恢复此文件。' },
      });
  return findings.length > 0 ? findings : [good('No record is known to be missing.', '没有发现丢失的记录。')];
}

export async function records(dir: string): Promise<readonly Finding[]> {
  const sample: string[] = [];
  let count = 0;
  for await (const paths of streamFilesOf(realDisk, dir, ''))
    for (const path of paths) {
      count += 1;
      // Every record is as likely as any other, however many there are.
      if (sample.length < SAMPLE) sample.push(path);
      else if (randomInt(count) < SAMPLE) sample[randomInt(SAMPLE)] = path;
    }
  const wrong: Finding[] = [];
  for (const path of sample) {
    const seen = await lookAt(dir, path);
    const why = seen && wrongWith(seen);
    if (why !== undefined)
      wrong.push({
        is: 'bad',
        say: { en: why, zh: why },
        mend: { en: 'See all of it: npm run verify', zh: '查看全部：npm run verify' },
      });
  }
  if (wrong.length > 0) return wrong;
  return [
    good(
      `${sample.length} of ${count} records were looked at: all whole.`,
      `抽查 ${count} 条记录中的 ${sample.length} 条：全部完整。`,
    ),
  ];
}
