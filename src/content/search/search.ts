/** Finds the clauses that answer what somebody asks, in either language, with the sentence that says it. */
import MiniSearch from 'minisearch';
import type { Locale } from '#src/core/rules.ts';
import type { Clause, Policy } from '../policy.ts';
import type { Synonyms } from '../synonyms.ts';
import { meantBy } from './meant.ts';
import { type Piece, passage, unmarked } from './passage.ts';
import { isHan, isSign, termsOf } from './terms.ts';

export type Hit = {
  readonly clause: Clause;
  readonly policy: Policy;
  /** In the reader's language, or that of the question where it is all in the other. */
  readonly sentence: readonly Piece[];
};

/** The best first. Nothing is found for a question that no clause has a word of. */
export type Search = (question: string, locale: Locale, most: number) => readonly Hit[];

type Row = { readonly id: string } & Readonly<Record<Field, string>>;
const FIELDS = ['titleEn', 'titleZh', 'textEn', 'textZh', 'aroundEn', 'aroundZh'] as const;
type Field = (typeof FIELDS)[number];

/** A title says in three words what a clause is about; what stands around it says little. */
const BOOST: Readonly<Record<Field, number>> = {
  titleEn: 2,
  titleZh: 2,
  textEn: 1,
  textZh: 1,
  aroundEn: 0.3,
  aroundZh: 0.3,
};
/** What a saying means counts, all its words together, about as much as the saying itself (see `meant.ts`). */
const MEANT = 1;
/** A single Chinese sign is a hint, and no word. */
const SIGN = 0.3;
/** Beyond this, a question is a pasted text. */
const LONGEST = 300;
/** Whatever reaches less than this share of the best score is noise. */
const WORTH = 0.15;

/** Built once, at start; pure of the policies. */
export function searchOf(policies: readonly Policy[], synonyms: Synonyms): Search {
  const found = new Map(policies.flatMap((policy) => policy.clauses.map((clause) => [clause.id, { policy, clause }])));
  const meant = meantBy(synonyms);
  const index = new MiniSearch<Row>({
    fields: [...FIELDS],
    tokenize: (text) => termsOf(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  index.addAll([...found.values()].map(row));

  return (question, locale, most) => {
    const asked = question.slice(0, LONGEST);
    const own = new Set(termsOf(asked).map(({ term }) => term));
    const added = meant(asked);
    const shown = languageOf(own, locale);
    const results = index.search(asked, {
      tokenize: () => [...new Set([...own, ...added.keys()])],
      boost: BOOST,
      boostTerm: (term) => (own.has(term) ? 1 : MEANT * (added.get(term) ?? 0)) * (isSign(term) ? SIGN : 1),
      prefix: (term) => !isHan(term) && term.length > 3,
      fuzzy: (term) => (!isHan(term) && term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.4, fuzzy: 0.3 },
    });
    const least = (results[0]?.score ?? 0) * WORTH;
    return results
      .filter(({ score }) => score >= least)
      .slice(0, most)
      .flatMap(({ id, terms }) => {
        const hit = found.get(String(id));
        return hit ? [{ ...hit, sentence: passage(hit.clause.text[shown], new Set(terms)) }] : [];
      });
  };
}

function row({ policy, clause }: { policy: Policy; clause: Clause }): Row {
  const [section] = clause.number.split('.');
  const above = policy.sections.find(({ number }) => number === section)?.title;
  const around = (locale: Locale) => `${policy.title[locale]} ${above?.[locale] ?? ''}`;
  return {
    id: clause.id,
    ...{ titleEn: clause.title.en, titleZh: clause.title.zh },
    ...{ textEn: unmarked(clause.text.en), textZh: unmarked(clause.text.zh) },
    ...{ aroundEn: around('en'), aroundZh: around('zh') },
  };
}

/** From so many words on, a question in English is one, and not a name that Chinese has borrowed. */
const ENGLISH = 3;

/** A question in the other language is answered in it: those are the words that were asked for. */
function languageOf(own: ReadonlySet<string>, locale: Locale): Locale {
  const chinese = [...own].filter(isHan).length;
  if (locale === 'zh') return chinese === 0 && own.size >= ENGLISH ? 'en' : 'zh';
  return own.size > 0 && chinese === own.size ? 'zh' : 'en';
}
