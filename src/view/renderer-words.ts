/** The few words that the renderer itself says. */
import type { Locale } from '#src/core/rules.ts';

type RendererWords = {
  readonly lang: 'en' | 'zh-CN';
  /** `count` is already written in the reader's way. */
  more(count: string): string;
  moreRows(count: string): string;
  /** In place of a picture that is not shown here. */
  picture(alt: string): string;
  /** `size` is already written in the reader's way. */
  file(name: string, size: string): string;
  /** In place of an input for files, where a platform has none. */
  readonly noFiles: string;
  readonly optional: string;
  readonly choose: string;
  readonly yes: string;
};

export const rendererWords: { readonly [L in Locale]: RendererWords } = {
  en: {
    lang: 'en',
    more: (count) => `… ${count} more characters`,
    moreRows: (count) => `… ${count} more not shown here`,
    picture: (alt) => `Picture: ${alt}`,
    file: (name, size) => `File: ${name} (${size})`,
    noFiles: 'Files cannot be added here.',
    optional: ' (optional)',
    choose: 'Choose…',
    yes: 'Yes',
  },
  zh: {
    lang: 'zh-CN',
    more: (count) => `……另有 ${count} 字`,
    moreRows: (count) => `……另有 ${count} 项未在此显示`,
    picture: (alt) => `图片：${alt}`,
    file: (name, size) => `文件：${name}（${size}）`,
    noFiles: '此处无法添加文件。',
    optional: '（选填）',
    choose: '请选择……',
    yes: '是',
  },
};

/** A count as the reader writes it: 1,204. */
export const counted = (locale: Locale, count: number): string =>
  new Intl.NumberFormat(rendererWords[locale].lang).format(count);
