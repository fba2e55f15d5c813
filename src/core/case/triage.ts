/** What kind of case this is (K3, K4), by the company's words and numbers, each value with its reasons. Pure: call it again when mentions join. */
import { findWords, type Hit, longest } from '../find-words.ts';
import { fold } from '../fold.ts';
import type { TriageRules } from '../rules.ts';
import { MEDIA_NAMES, mediaOf } from './media.ts';
import { severityOf } from './severity.ts';
import { REASON } from './triage-reasons.ts';
import { type Stated, statedReach } from './triage-stated.ts';
import type { Judged, Reason, Triage, TriageInput } from './triage-types.ts';
import { CATEGORIES, CAUSES, type Media, type Reach, RISKS, type Sentiment } from './vocabulary.ts';

export function triage(input: TriageInput, rules: TriageRules): Triage {
  const text = fold(input.text).text;
  const media = judgeMedia(input.link ?? '', text);
  const category: Triage['category'] =
    input.category === undefined
      ? mostWords(text, CATEGORIES, rules.categories, 'other')
      : { value: input.category, why: [{ name: REASON.reporter }] };
  const sentiment = judgeSentiment(text, rules.sentiment);
  const reach = judgeReach(input.audience, statedReach(text), media.value, rules.reach);
  const cause = mostWords(text, CAUSES, rules.causes, 'unknown');
  const risk = mostWords(text, RISKS, rules.risks, 'none');
  const judged = { media, category, sentiment, reach, cause, risk };
  return { ...judged, severity: severityOf(text, judged, input, rules) };
}

function judgeMedia(link: string, text: string): Judged<Media> {
  const medium = mediaOf(link);
  if (medium !== 'other') return { value: medium, why: [{ name: REASON.link, met: medium }] };
  const [first] = longest(
    MEDIA_NAMES.flatMap(([named, words]) => findWords(text, words).map((hit) => ({ ...hit, named }))),
  );
  // A link to an unknown site is where the post is, whatever other site the text talks of.
  if (first !== undefined && link === '') return { value: first.named, why: [{ name: REASON.named, met: first.word }] };
  return { value: 'other', why: [{ name: REASON.noLink }] };
}

type Lists<T extends string> = Readonly<Partial<Record<T, readonly string[]>>>;

/** The words met for each value, each once. A word inside a longer one that was met says nothing of its own. */
function wordsMet<T extends string>(text: string, values: readonly T[], lists: Lists<T>): Map<T, Set<string>> {
  const hits = values.flatMap((value) =>
    findWords(text, lists[value] ?? []).map((hit): Hit & { value: T } => ({ ...hit, value })),
  );
  const met = new Map<T, Set<string>>();
  for (const { value, word } of longest(hits)) met.set(value, (met.get(value) ?? new Set()).add(word));
  return met;
}

/** The value with most different words; the earlier one in `values` on a tie. */
function mostWords<T extends string>(text: string, values: readonly T[], lists: Lists<T>, none: T): Judged<T> {
  const met = wordsMet(text, values, lists);
  const most = Math.max(0, ...[...met.values()].map((words) => words.size));
  const value = values.find((each) => most > 0 && met.get(each)?.size === most);
  if (value === undefined) return { value: none, why: [{ name: REASON.noWords }] };
  return { value, why: reasons(met.get(value) ?? []) };
}

const reasons = (words: Iterable<string>): Reason[] => [...words].map((met) => ({ name: REASON.words, met }));

/** A mixed text counts as negative: overlooking harm costs more than looking twice (K3). */
function judgeSentiment(text: string, lists: TriageRules['sentiment']): Judged<Sentiment> {
  return mostWords<Sentiment>(text, ['negative', 'positive'], lists, 'neutral');
}

/** A number that somebody gave counts; else what the post says of itself, which makes no large medium small. */
function judgeReach(
  audience: number | undefined,
  stated: Stated | undefined,
  media: Media,
  rules: TriageRules['reach'],
): Judged<Reach> {
  if (audience !== undefined && !Number.isNaN(audience))
    return { value: sized(audience, rules), why: [{ name: REASON.audience, met: `${audience}` }] };
  const said = stated && { name: REASON.stated, met: stated.words };
  if (rules.largeMedia.includes(media))
    return { value: 'large', why: [{ name: REASON.largeMedium, met: media }, ...(said ? [said] : [])] };
  if (stated && said) return { value: sized(stated.number, rules), why: [said] };
  return { value: 'small', why: [{ name: REASON.audienceUnknown }] };
}

const sized = (count: number, { large, medium }: TriageRules['reach']): Reach =>
  count >= large ? 'large' : count >= medium ? 'medium' : 'small';
