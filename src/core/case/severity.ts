/** How severe a case is: named, weighted factors, thresholds, floors by category, and the reporter's word, which only raises. */
import { findWords } from '../find-words.ts';
import type { SeverityFactor, TriageRules } from '../rules.ts';
import { REASON } from './triage-reasons.ts';
import type { Judged, Reason, Triage, TriageInput } from './triage-types.ts';
import { SEVERITIES, type Severity } from './vocabulary.ts';

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export function severityOf(
  text: string,
  judged: Omit<Triage, 'severity'>,
  input: Pick<TriageInput, 'mentions' | 'severity'>,
  rules: TriageRules,
): Judged<Severity> {
  const met = rules.factors.flatMap((factor) => metBy(factor, text, judged, input.mentions) ?? []);
  const why: Reason[] = met.length > 0 ? met : [{ name: REASON.noFactors }];
  let value = byWeight(
    met.reduce((sum, { weight = 0 }) => sum + weight, 0),
    rules.thresholds,
  );

  const floor = rules.atLeast[judged.category.value];
  if (floor !== undefined && rank(floor) > rank(value)) {
    value = floor;
    why.push({ name: REASON.category, met: judged.category.value });
  }
  if (input.severity !== undefined && rank(input.severity) > rank(value)) {
    value = input.severity;
    why.push({ name: REASON.reporter, met: input.severity });
  }
  return { value, why };
}

function byWeight(sum: number, thresholds: TriageRules['thresholds']): Severity {
  // Weights may be fractions: 0.7 + 0.1 must reach 0.8.
  const reached = (threshold: number) => sum >= threshold - 1e-9;
  if (reached(thresholds.critical)) return 'critical';
  if (reached(thresholds.high)) return 'high';
  return reached(thresholds.medium) ? 'medium' : 'low';
}

/** The reason, if every condition of the factor holds. */
function metBy(
  { name, weight, when }: SeverityFactor,
  text: string,
  judged: Omit<Triage, 'severity'>,
  mentions: number,
): Reason | undefined {
  const fits = <T>(allowed: readonly T[] | undefined, value: T) => allowed === undefined || allowed.includes(value);
  const holds =
    fits(when.category, judged.category.value) &&
    fits(when.reach, judged.reach.value) &&
    fits(when.media, judged.media.value) &&
    fits(when.sentiment, judged.sentiment.value) &&
    fits(when.risk, judged.risk.value) &&
    (when.mentions === undefined || mentions >= when.mentions);
  if (!holds) return undefined;
  const words = when.words && [...new Set(findWords(text, when.words).map(({ word }) => word))];
  if (words?.length === 0) return undefined;
  const met = words?.join(', ') ?? (when.mentions === undefined ? undefined : `${mentions}`);
  return { name, weight, ...(met !== undefined && { met }) };
}
