/** Cases as a table for a spreadsheet: what each is, how it went, how fast, and why it happened. */
import type { CaseSummary } from '#src/core/case/summary.ts';
import { wallAt } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import type { Did } from '#src/core/figures/deed.ts';
import type { Reader } from '../reader.ts';
import type { Cell, Table } from '../table/table.ts';

/** `marked`: confidential cases are among them, and a column says which. */
export function casesTable(cases: readonly CaseSummary[], marked: boolean, reader: Reader): Table {
  const { column, sheet } = reader.t.report;
  const widths = {
    ...{ number: 16, opened: 17, media: 14, category: 16, cause: 16, severity: 10, status: 18, posts: 8, excerpt: 60 },
    ...{ owner: 16, due: 17, answered: 17, minutes: 12, inTime: 10, effect: 14, ended: 17, rootCause: 16, team: 20 },
    ...(marked && { confidential: 12 }),
  } satisfies { readonly [C in keyof typeof column]?: number };
  const columns = names(widths).map((name) => ({ name: column[name], width: widths[name] ?? 12 }));
  const rows = cases.map((one) => {
    const row = rowOf(one, reader);
    return names(widths).map((name) => row[name]);
  });
  return { name: sheet.cases, columns, rows };
}

// Object.keys forgets which keys there were.
const names = <W extends object>(widths: W) => Object.keys(widths) as (keyof W)[];

function rowOf(one: CaseSummary, { t, name, timeZone }: Reader) {
  const at = (instant: Instant | undefined): Cell =>
    instant ? { date: wallAt(instant, timeZone).toISOString() } : undefined;
  const answered = last(one, 'answered');
  const closed = one.status === 'closed' ? last(one, 'closed') : undefined;
  const ended = one.status === 'dismissed' ? last(one, 'dismissed') : closed;
  const effect = last(one, 'judged')?.effect;
  return {
    number: one.number,
    opened: at(one.openedAt),
    media: t.case.media[one.media],
    category: t.case.category[one.category],
    cause: t.case.cause[one.cause],
    severity: t.case.severity[one.severity],
    status: t.case.status[one.status],
    posts: one.posts,
    excerpt: one.excerpt,
    owner: one.owner && name(one.owner),
    due: at(one.due),
    answered: at(answered?.at),
    minutes: answered?.minutes,
    inTime: answered ? (answered.late ? t.report.no : t.report.yes) : one.overdue ? t.report.no : undefined,
    effect: effect && t.case.effect[effect],
    ended: at(ended?.at),
    rootCause: closed && t.case.cause[closed.cause],
    team: closed?.team,
    confidential: one.confidential ? t.report.yes : t.report.no,
  } satisfies { readonly [name: string]: Cell };
}

function last<D extends 'answered' | 'closed' | 'dismissed' | 'judged'>(
  { deeds }: CaseSummary,
  did: D,
): Did<D> | undefined {
  return deeds.findLast((deed): deed is Did<D> => deed.did === did);
}
