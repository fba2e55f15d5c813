/** What happened in a period, as rows; what did not happen has none. */
import { EFFECTS, SEVERITIES, type Severity } from '#src/core/case/vocabulary.ts';
import type { DigestContent } from '#src/core/digest/content.ts';
import { type Counts, countOf, ranked } from '#src/core/figures/counter.ts';
import type { Figures } from '#src/core/figures/figures.ts';
import type { Flow } from '#src/core/figures/flow.ts';
import { percentKept } from '#src/core/figures/waits.ts';
import type { Reader } from '../reader.ts';
import { lengthText } from './dates.ts';

export type Row = { readonly label: string; readonly value: string };

/** Kinds that a row names; the rest is summed up. */
const NAMED = 4;

/** Of a digest or of a report. */
type Told = Pick<DigestContent, 'span' | 'aims'> & { readonly figures: Pick<Figures, 'flow' | 'before'> };

export function flowRows({ span, figures: { flow, before }, aims }: Told, reader: Reader): readonly Row[] {
  const { t } = reader;
  const { digest: words } = t;
  const { label } = words;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [label.opened, opened(flow, before, span.name, reader)],
    [label.media, kinds(flow.media, (kind) => t.case.media[kind], reader)],
    [label.category, kinds(flow.category, (kind) => t.case.category[kind], reader)],
    [label.decided, [...amount(flow.approved, words.approved), ...amount(flow.rejected, words.rejected)]],
    [label.published, kinds(flow.published, (kind) => t.case.kind[kind], reader)],
    [label.answered, answered(flow, reader)],
    [label.level, level(flow, reader)],
    [label.aims, againstAims(flow, aims, reader)],
    [label.ended, ended(flow, reader)],
    [label.rootCauses, kinds(flow.rootCauses, (kind) => t.case.cause[kind], reader)],
    [label.teams, kinds(flow.teams, (team) => team, reader)],
    [
      label.effects,
      EFFECTS.flatMap((effect) => amount(countOf(flow.effects, effect), named(t.case.effect[effect], reader))),
    ],
  ];
  return rows.flatMap(([name, parts]) => (parts.length > 0 ? [{ label: name, value: parts.join(words.comma) }] : []));
}

const amount = (count: number, say: (count: number) => string): readonly string[] => (count > 0 ? [say(count)] : []);
const named =
  (name: string, { t }: Reader) =>
  (count: number): string =>
    t.digest.count(name, count);

function opened(flow: Flow, before: Flow, span: DigestContent['span']['name'], { t }: Reader): readonly string[] {
  const { digest: words } = t;
  const compared = words.compared(span, flow.opened, before.opened);
  if (flow.opened === 0 && before.opened === 0) return [];
  const grave = (['critical', 'high'] as const).flatMap((severity) =>
    amount(countOf(flow.severity, severity), (count) => words.severe(severity, count)),
  );
  return [words.opened(flow.opened, flow.posts, grave), ...(compared ? [compared] : [])];
}

/** The most frequent first. */
function kinds<K extends string>(counts: Counts<K>, name: (kind: K) => string, { t }: Reader): readonly string[] {
  const all = ranked(counts);
  // One more takes no more room than to say that there is one more.
  const most = all.length === NAMED + 1 ? all.length : NAMED;
  const rest = all.slice(most).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...all.slice(0, most).map(([kind, count]) => t.digest.count(name(kind), count)),
    ...amount(rest, t.digest.others),
  ];
}

function answered({ waits: { count, median, p90 } }: Flow, reader: Reader): readonly string[] {
  if (median === undefined || p90 === undefined) return [];
  return [reader.t.digest.waits(count, lengthText(median, reader), lengthText(p90, reader))];
}

function level(flow: Flow, { t }: Reader): readonly string[] {
  const { kept, missed } = flow.level;
  const percent = percentKept(flow.level);
  if (percent === undefined) return [];
  const late = gravestFirst.flatMap((severity) =>
    amount(flow.levelBySeverity[severity]?.missed ?? 0, (count) => t.digest.severe(severity, count)),
  );
  return [t.digest.kept(kept, kept + missed, percent), ...(missed > 0 ? [t.digest.missed(late)] : [])];
}

/** How long half of the answers took, against what the company aims at. */
const againstAims = (flow: Flow, aims: DigestContent['aims'], reader: Reader): readonly string[] =>
  gravestFirst.flatMap((severity) => {
    const median = flow.waitsBySeverity[severity]?.median;
    if (median === undefined) return [];
    const { t } = reader;
    return [
      t.digest.aim(t.case.severity[severity], lengthText(median, reader), lengthText(aims[severity] * 60, reader)),
    ];
  });

function ended(flow: Flow, { t }: Reader): readonly string[] {
  const { closed, dismissed, reopened } = t.digest;
  const dismissals = Object.values(flow.dismissed).reduce((sum, count) => sum + count, 0);
  return [...amount(flow.closed, closed), ...amount(dismissals, dismissed), ...amount(flow.reopened, reopened)];
}

const gravestFirst: readonly Severity[] = SEVERITIES.toReversed();
