/** Something good that staff may share, in the company's wording (K33). */
import type { Instant } from '../event.ts';
import type { Bilingual } from '../rules.ts';

export type GoodNews = {
  /** The same in both where it was typed once. */
  readonly title: Bilingual;
  /** '' in a language in which there is none. */
  readonly wording: Bilingual;
  /** A web address, or ''. */
  readonly link: string;
  /** Which picture goes with it and what it shows; '' for none. */
  readonly picture: Bilingual;
  readonly until?: Instant;
};

/** In the reader's language, else in the other one. */
export const wordingFor = ({ wording }: GoodNews, locale: keyof Bilingual): string =>
  wording[locale] || wording.en || wording.zh;
