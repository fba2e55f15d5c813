/** The weekly and the monthly report (K28): they come to leaders and managers, show on demand, and go out as files. */
import type { Report, ReportEvent } from '#src/core/report/report.ts';
import { due } from '#src/core/report/schedule.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Wants } from '#src/desk/wanted.ts';
import type { Handler } from '#src/handler.ts';
import { reportCard } from '#src/view/report/card.ts';
import { exportAgain, exportTyped } from './report/export.ts';
import { isBlock, ofPeriod } from './report/period.ts';
import { mayReadReports, shown, typed } from './report/show.ts';

/** One message to each reader, drawn from what the record says and nothing else. */
const wants =
  (rules: Rules): Wants<Report, ReportEvent> =>
  ({ state, history }, team) => {
    const [first] = history;
    if (state.status === 'none' || !first) return { cards: [], notices: [] };
    const { content, due: when, late } = state;
    const holds = (person: string, roles: readonly Role[]) =>
      team.person(person)?.roles.some((role) => roles.includes(role)) === true;
    const readers = state.readers.filter(({ person }) => holds(person, rules.report.roles));
    return {
      cards: [],
      notices: readers.map(({ person, confidential, added }) => ({
        ...{ key: 'report', event: first.meta, to: person },
        card: (reader) =>
          reportCard(
            {
              ...{ content, pictures: state.pictures[reader.locale], added: added.filter(isBlock) },
              ...{ issued: { due: when, late }, of: ofPeriod(content) },
              ...(confidential && holds(person, rules.confidentialRoles) && { confidential }),
            },
            reader,
          ),
      })),
    };
  };

export const reports = {
  desk: {
    report: {
      usage: (t) => t.report.usage.report,
      group: 'lead',
      for: mayReadReports,
      also: ['周报', 'reports'],
      run: typed,
    },
    monthly: {
      usage: (t) => t.report.usage.monthly,
      group: 'lead',
      for: mayReadReports,
      also: ['月报'],
      run: (ctx, text) => typed(ctx, text, 'month'),
    },
    export: {
      usage: (t) => t.report.usage.export,
      group: 'lead',
      for: mayReadReports,
      also: ['导出'],
      run: exportTyped,
    },
  },
  actions: {
    'report.show': (ctx, { kind }) => shown(ctx, kind === 'month' ? 'month' : 'week'),
    'report.export': (ctx, { of = '' }) => exportAgain(ctx, of),
  },
  watch({ desk, clock, outbox }) {
    clock.watch(desk.reports.schedules, due(desk.rules));
    outbox.watch(desk.reports.issued, wants(desk.rules), () => false);
  },
} satisfies Handler;
