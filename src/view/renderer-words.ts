/** The few words that the renderer itself says. */
import type { Locale } from '#src/core/rules.ts';

type RendererWords = {
  readonly lang: 'en' | 'zh-CN';
  /** `count` is already written in the reader's way. */
  more(count: string): string;
  moreRows(count: string): string;
  readonly optional: string;
  readonly choose: string;
  readonly yes: string;
};

export const rendererWords: { readonly [L in Locale]: RendererWords } = {
  en: {
    lang: 'en',
    more: (count) => `… ${count} more characters`,
    moreRows: (count) => `… ${count} more not shown here`,
    optional: ' (optional)',
    choose: 'Choose…',
    yes: 'Yes',
  },
  zh: {
    lang: 'zh-CN',
    more: (count) => `……另有 ${count} 字`,
    moreRows: (count) => `……另有 ${count} 项未在此显示`,
    optional: '（选填）',
    choose: '请选择……',
    yes: '是',
  },
};

/** A count as the reader writes it: 1,204. */
export const counted = (locale: Locale, count: number): string =>
  new Intl.NumberFormat(rendererWords[locale].lang).format(count);
