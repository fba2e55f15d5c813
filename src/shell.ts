/** What the commands that a person types in a terminal share: their language, and the directory that is meant. */
import { ConfigError, explain, readConfig } from './config.ts';
import type { Bilingual, Locale } from './core/rules.ts';
import { CannotStart } from './platforms/platform.ts';
import { Unavailable } from './server/server.ts';
import { DirectoryHeld } from './stores/lock.ts';
import { StoreFault } from './stores/store.ts';

/** The language of whoever sits at this machine. */
export const locale: Locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';

export const say = (words: Bilingual): void => console.log(words[locale]);

/** Something that the person has to mend; nothing was done. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  constructor(words: Bilingual, cause?: unknown) {
    super(words[locale], { cause });
  }
}

/** The data directory that the desk is configured to use. */
export function configuredDir(): string {
  return readConfig(process.env, `${import.meta.dirname}/../policies`).dataDir;
}

/** What to tell whoever runs the desk when its data directory or its address cannot be used; undefined for anything else. */
export function sentenceFor(error: unknown): Bilingual | undefined {
  if (error instanceof DirectoryHeld)
    return { en: error.message, zh: `${error.dir} 正由进程 ${error.pid ?? '?'} 使用，请先停止它。` };
  if (error instanceof CannotStart) return error.words;
  if (error instanceof Unavailable)
    return {
      en: error.message,
      zh: error.taken
        ? `无法监听 ${error.address}：已被其他进程占用。请停止该进程，或用 PORT 指定空闲端口。`
        : `无法监听 ${error.address}：${error.message}`,
    };
  if (!(error instanceof StoreFault)) return undefined;
  const { path, code, cause } = error;
  const why = cause instanceof Error ? cause.message : code;
  switch (code) {
    case 'full':
      return { en: `The disk is full: ${path}. Free some space.`, zh: `磁盘已满：${path}。请清理空间。` };
    case 'readonly':
      return {
        en: `${path} cannot be written to (${why}). See: npm run doctor`,
        zh: `${path} 无法写入（${why}）。请运行：npm run doctor`,
      };
    case 'damaged':
    case 'io':
      return { en: `${path}: ${why}. See: npm run doctor`, zh: `${path}：${why}。请运行：npm run doctor` };
  }
}

/** Runs a command; its exit status is 0 when it returns true. What a person can mend is said in a sentence. */
export async function command(run: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    const known = error instanceof ConfigError ? explain(error, locale) : (sentenceFor(error)?.[locale] ?? error);
    console.error(known instanceof Error ? known.message : known);
    process.exitCode = 1;
  }
}
