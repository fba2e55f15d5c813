/** How the desk stands, as rows. */
import { SEVERITIES } from '#src/core/case/vocabulary.ts';
import { countOf, ranked } from '#src/core/figures/counter.ts';
import { STAGES } from '#src/core/figures/stage.ts';
import type { Standing } from '#src/core/figures/standing.ts';
import type { Reader } from '../reader.ts';
import type { Row } from './flow-rows.ts';

/** People that a row names. */
const NAMED = 5;

export function standingRows(
  { open, severity, stages, holders, reviews, plans }: Standing,
  reader: Reader,
): readonly Row[] {
  const { t, name } = reader;
  const { digest: words } = t;
  const { label } = words;
  const grave = SEVERITIES.toReversed().flatMap((one) => {
    const count = countOf(severity, one);
    return count > 0 ? [words.severe(one, count)] : [];
  });
  const waiting = STAGES.flatMap((stage) => {
    const count = countOf(stages, stage);
    return count > 0 ? [words.stages[stage](count)] : [];
  });
  const byName = Object.keys(holders).toSorted((a, b) => name(a).localeCompare(name(b), reader.locale));
  const held = ranked(holders, byName);
  const rest = held.slice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  const people = held.slice(0, NAMED).map(([person, count]) => words.count(name(person), count));
  const due = [...(reviews > 0 ? [words.reviewsDue(reviews)] : []), ...(plans > 0 ? [words.plansDue(plans)] : [])];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [label.open, open > 0 ? [words.openNow(open, grave)] : [words.openNow(0, [])]],
    [label.stages, waiting],
    [label.holders, [...people, ...(rest > 0 ? [words.others(rest)] : [])]],
    [label.due, due],
  ];
  return rows.flatMap(([title, parts]) => (parts.length > 0 ? [{ label: title, value: parts.join(words.comma) }] : []));
}
