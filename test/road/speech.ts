/** What the desk says in a language, so that one story can be told in both. */
import type { Refusal } from '#src/core/refused.ts';
import type { Locale } from '#src/core/rules.ts';
import { readerOf } from '#src/view/reader-of.ts';

export function speech(locale: Locale) {
  // In these stories somebody is known by their name wherever an id would stand.
  const reader = { ...readerOf(locale, 'UTC', { person: () => undefined }), name: (name: string) => name };
  const { t } = reader;
  return {
    ...{ t, label: t.case.do, form: t.caseForm, card: t.caseCard, notice: t.caseNotice, status: t.case.status },
    refused: (why: Refusal) => t.refusal(why, reader),
    askOneOf: (sentence: string, ...names: readonly string[]) => t.bot.whoCan(sentence, t.people.some(names)),
  };
}
