/** What can be wrong with a company's settings and content, collected so that all of it is said at once. */
import type { Bilingual } from '#src/core/rules.ts';
import { show } from './show.ts';

export type Mistake = {
  /** A file under `policies/`, or `ENVIRONMENT`. */
  readonly file: string;
  readonly line?: number;
  /** The setting, for example `serviceLevel.high`. */
  readonly key: string;
  /** What stands there; absent where nothing does. Secrets arrive here masked. */
  readonly value?: string;
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
};

type Found = Omit<Mistake, 'line' | 'value'> & { readonly line?: number | undefined; readonly value?: unknown };

/** Quotes the value safely, and leaves out what is not known. */
export function mistake({ line, value, ...rest }: Found): Mistake {
  const shown = show(rest.key, value);
  return { ...rest, ...(line === undefined ? {} : { line }), ...(shown === undefined ? {} : { value: shown }) };
}

/** Stands where a file name would, for settings that come from the environment. */
export const ENVIRONMENT = 'environment';

/** The start failed because of what people wrote, not because of a fault: main prints `explain` and exits with `EX_CONFIG`. */
export class ConfigError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ file, line, key, problem }) => `${file}:${line ?? '-'} ${key}: ${problem.en}`).join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/** The exit status that sysexits.h reserves for a configuration that cannot be used. */
export const EX_CONFIG = 78;
