/** What the commands that a person types in a terminal share: their language, and the directory that is meant. */
import { ConfigError, explain, readConfig } from './config.ts';
import type { Bilingual, Locale } from './core/rules.ts';

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
  const { dataDir, databaseUrl } = readConfig(process.env, `${import.meta.dirname}/../policies`);
  if (databaseUrl === undefined) return dataDir;
  throw new Unfit({
    en: 'The desk keeps its records in Postgres: use the tools of Postgres. For an embedded store, name its directory.',
    zh: '记录保存在 Postgres 中，请使用 Postgres 的工具；若是内嵌存储，请写明其目录。',
  });
}

/** Runs a command; its exit status is 0 when it returns true. What a person can mend is said in a sentence. */
export async function command(run: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    const known = error instanceof ConfigError ? explain(error, locale) : error;
    console.error(known instanceof Error ? known.message : known);
    process.exitCode = 1;
  }
}
