/** The policies as people use them: searched, and with what only the company can say about itself. */
import type { Locale } from '#src/core/rules.ts';
import type { Settings } from './blanks.ts';
import type { Policy } from './policy.ts';
import { type Search, searchOf } from './search/search.ts';
import type { Synonyms } from './synonyms.ts';

export type Library = {
  readonly search: Search;
  readonly prepare: () => void;
  /** What a blank of desk.yaml is called: `spokesperson`, 新闻发言人. */
  readonly nameOf: (blank: string, locale: Locale) => string;
  /** What the company has decided for it, if it has. */
  readonly valueOf: (blank: string, locale: Locale) => string | undefined;
};

export type Shelf = {
  readonly policies: readonly Policy[];
  readonly synonyms: Synonyms;
  readonly blanks: Settings['blanks'];
};

/** What is searched is put in order by `prepare`, or by the first search: a quarter of a second, once. */
export function libraryOf({ policies, synonyms, blanks }: Shelf): Library {
  let search: Search | undefined;
  const prepared = (): Search => {
    search ??= searchOf(policies, synonyms);
    return search;
  };
  const of = (blank: string) => (Object.hasOwn(blanks, blank) ? blanks[blank] : undefined);
  return {
    search: (...asked) => prepared()(...asked),
    prepare: () => void prepared(),
    nameOf: (blank, locale) => of(blank)?.name[locale] ?? blank,
    valueOf(blank, locale) {
      const value = of(blank)?.value ?? undefined;
      return typeof value === 'object' ? value[locale] : value?.toString();
    },
  };
}
