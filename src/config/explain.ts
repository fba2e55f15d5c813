/** Prints the mistakes in one language: where, what stands there, what is wrong, how to mend it. */
import type { Locale } from '#src/core/rules.ts';
import { type ConfigError, ENVIRONMENT, type Mistake } from './mistake.ts';

const WORDS = {
  en: {
    head: (n: number) => `Goodword cannot start yet: ${n === 1 ? 'one thing needs' : `${n} things need`} mending.`,
    environment: 'environment variable',
    remedy: '→',
  },
  zh: {
    head: (n: number) => `Goodword 暂时无法启动：有 ${n} 处需要修正。`,
    environment: '环境变量',
    remedy: '→',
  },
};

export function explain(error: ConfigError, locale: Locale): string {
  const words = WORDS[locale];
  const entry = ({ file, line, key, value, problem, remedy }: Mistake) => {
    const where = file === ENVIRONMENT ? words.environment : line === undefined ? file : `${file}:${line}`;
    const what = value === undefined ? key : `${key} = ${value}`;
    return `${where}  ${what}\n  ${problem[locale]}\n  ${words.remedy} ${remedy[locale]}`;
  };
  return [words.head(error.mistakes.length), ...error.mistakes.map(entry)].join('\n\n');
}
