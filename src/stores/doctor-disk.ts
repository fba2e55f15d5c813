/** Checks whether a data directory can be written to, and how much longer. */
import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Finding, good, there } from './doctor-check.ts';
import { errnoOf } from './faults.ts';
import { realDisk } from './real-disk.ts';

/** Bytes left; below `bad` a desk with a few attachments is full within the day. */
const SPACE = { poor: 500e6, bad: 20e6 };

export async function directory(dir: string): Promise<readonly Finding[]> {
  const found = await there(dir);
  if (!found) {
    const above = await nearest(dir);
    const failed = await tryWriting(above);
    if (failed !== undefined) return [unwritable(above, failed)];
    return [good(`${dir} is not there yet; the desk will make it.`, `${dir} 尚不存在，启动时会自动创建。`)];
  }
  if (!found.isDirectory())
    return [
      {
        is: 'bad',
        say: { en: `${dir} is a file, not a directory.`, zh: `${dir} 是文件，不是目录。` },
        mend: { en: 'Set DATA_DIR to a directory.', zh: '请将 DATA_DIR 设为目录。' },
      },
    ];
  const failed = await tryWriting(dir);
  if (failed !== undefined) return [unwritable(dir, failed)];
  const findings = [good(`${dir} can be written to.`, `${dir} 可写。`)];
  if (process.platform === 'win32' || (found.mode & 0o077) === 0) return findings;
  return [
    ...findings,
    {
      is: 'poor',
      say: { en: `Other users of this machine can look into ${dir}.`, zh: `本机其他用户可以查看 ${dir}。` },
      mend: { en: `chmod 700 ${dir}`, zh: `chmod 700 ${dir}` },
    },
  ];
}

const unwritable = (dir: string, code: string): Finding => ({
  is: 'bad',
  ...(WHY[code] ?? {
    say: { en: `${dir} cannot be written to (${code}).`, zh: `${dir} 无法写入（${code}）。` },
    mend: { en: 'Look at the disk, and at the log of the system.', zh: '请检查磁盘及系统日志。' },
  }),
});

const full = {
  say: { en: 'The disk of the data directory is full.', zh: '数据目录所在磁盘已满。' },
  mend: { en: 'Free some space; the desk goes on by itself.', zh: '请清理空间，之后会自动恢复工作。' },
};
const forbidden = {
  say: { en: 'The data directory cannot be written to by this user.', zh: '当前用户无权写入数据目录。' },
  mend: {
    en: 'Give it to the user that runs the desk, or set DATA_DIR.',
    zh: '请将目录授权给运行用户，或修改 DATA_DIR。',
  },
};
const WHY: { readonly [code: string]: Pick<Finding, 'say' | 'mend'> } = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: {
    say: { en: 'The data directory is mounted read-only.', zh: '数据目录以只读方式挂载。' },
    mend: { en: 'Mount it for writing, then look at why it was not.', zh: '请以可写方式重新挂载，并查明只读原因。' },
  },
};

/** The errno with which a small durable write in this folder fails. */
async function tryWriting(dir: string): Promise<string | undefined> {
  const path = join(dir, `.doctor-${randomUUID()}`);
  try {
    const file = await realDisk.create(path);
    try {
      await file.write(Buffer.alloc(4096, 1));
      await file.sync();
    } finally {
      await file.close();
      await realDisk.remove(path);
    }
    return undefined;
  } catch (error) {
    return errnoOf(error) ?? String(error);
  }
}

export async function space(dir: string): Promise<readonly Finding[]> {
  const { bavail, bsize, files, ffree } = await statfs(await nearest(dir));
  const left = bavail * bsize;
  const say = { en: `${size(left)} are left on its disk.`, zh: `所在磁盘剩余 ${size(left)}。` };
  const mend = full.mend;
  if (files > 0 && ffree < files / 100)
    return [
      {
        is: 'bad',
        say: { en: `The disk has room for ${ffree} more files only.`, zh: `磁盘仅能再容纳 ${ffree} 个文件。` },
        mend: {
          en: 'Free some inodes, or make a file system with more.',
          zh: '请释放 inode，或改用 inode 更多的文件系统。',
        },
      },
    ];
  if (left >= SPACE.poor) return [{ is: 'good', say }];
  return [{ is: left < SPACE.bad ? 'bad' : 'poor', say, mend }];
}

const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`;

/** The folder itself or, while it is not there, the nearest one above it. */
async function nearest(dir: string): Promise<string> {
  return (await there(dir)) || dirname(dir) === dir ? dir : nearest(dirname(dir));
}
