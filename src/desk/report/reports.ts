/** Weekly and monthly reports: what they say, their pictures, and that each is made once, whatever happens in between. */
import { DESK, type Instant } from '#src/core/event.ts';
import type { Flow } from '#src/core/figures/flow.ts';
import type { Span } from '#src/core/figures/period.ts';
import { type ReportContent, type ReportFigures, reportFigures } from '#src/core/report/content.ts';
import { periodName, REPORTS, type ReportKind, reportSpan, type ToldKind } from '#src/core/report/period.ts';
import {
  type Report,
  type ReportCommand,
  type ReportEvent,
  type ReportPicture,
  type ReportReader,
  report,
} from '#src/core/report/report.ts';
import {
  type Come,
  type Schedule,
  type ScheduleCommand,
  type ScheduleEvent,
  schedule,
} from '#src/core/report/schedule.ts';
import type { Locale, Rules } from '#src/core/rules.ts';
import type { Person } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { Store } from '#src/stores/store.ts';
import type { Draw } from '#src/view/chart/draw.ts';
import type { Reader } from '#src/view/reader.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { reportCharts } from '#src/view/report/charts.ts';
import type { Viewer } from '../cases.ts';
import type { Desk } from '../desk.ts';
import type { Wait } from '../lanes.ts';
import type { OnFault } from '../on-fault.ts';
import { Records, type RecordsOptions } from '../records.ts';
import { Tally } from '../tally.ts';
import { untilStored } from '../until-stored.ts';

type ReportsOptions = RecordsOptions & {
  readonly rules: () => Rules;
  readonly desk: () => Desk;
  readonly draw: Draw;
  readonly now: () => Instant;
  readonly wait: Wait;
  readonly random: () => number;
  readonly onFault: OnFault;
};

/** What a report says to one person: what all may know, and apart from it what only they may. */
export type ReportFor = { readonly content: ReportContent; readonly confidential?: Flow };

const LOCALES: readonly Locale[] = ['en', 'zh'];

export class Reports {
  readonly schedules: Records<Schedule, ScheduleCommand, ScheduleEvent>;
  readonly issued: Records<Report, ReportCommand, ReportEvent>;
  readonly #options: ReportsOptions;
  readonly #tally = new Tally();
  readonly #stopping = new AbortController();

  constructor(store: Store, options: ReportsOptions) {
    this.#options = options;
    this.schedules = new Records(store, schedule, options);
    this.issued = new Records(store, report, options);
    this.schedules.onChange(({ state }, happened) => {
      const last = state.came.at(-1);
      if (last && state.kind && happened.some(({ event }) => event.type === 'came')) void this.#issue(state.kind, last);
    });
  }

  /** Sets the two going, and makes what a crash left unmade. */
  async start(): Promise<void> {
    for (const kind of REPORTS) {
      const who = { by: DESK, roles: [], at: this.#options.now(), cause: `begin/${kind}` };
      const { state } = await this.schedules.act(kind, { type: 'begin', kind }, who);
      for (const come of state.came) await this.#issue(kind, come);
    }
  }

  /** Begins nothing more; resolves when what is being made is durable. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  idle(): Promise<void> {
    return this.#tally.zero();
  }

  /** What a report of a period says to this person. */
  async content(viewer: Viewer, kind: ToldKind, span: Span, zone: string): Promise<ReportFor> {
    const { open, confidential } = await this.#options
      .desk()
      .cases.figures<ReportFigures>(viewer, () => reportFigures(span, zone));
    const { serviceLevel: aims } = this.#options.rules();
    const content = { kind, span, zone, figures: open, aims };
    return { content, ...(confidential && { confidential: confidential.flow }) };
  }

  /** Its pictures in a reader's language, kept in the store. None when they cannot be drawn: the words say it all. */
  async pictures(content: ReportContent, reader: Reader): Promise<readonly ReportPicture[]> {
    const charts = reportCharts(content, reader);
    try {
      const pngs = await this.#options.draw(charts);
      return await Promise.all(
        pngs.map(async ({ bytes, width, height }, at) => {
          const digest = await this.#options.desk().keep(bytes);
          return { digest, alt: charts[at]?.alt ?? '', width, height };
        }),
      );
    } catch (error) {
      this.#options.onFault('the pictures of a report', error);
      return [];
    }
  }

  async #issue(kind: ReportKind, come: Come): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const what = `the report of the ${kind} that was due ${come.due}`;
    this.#tally.begin();
    await untilStored(what, () => this.#make(kind, come), this.#options, this.#stopping.signal);
    this.#tally.end();
  }

  async #make(kind: ReportKind, { due, late }: Come): Promise<void> {
    const { rules, now, desk } = this.#options;
    const { timeZone } = rules();
    const span = reportSpan(kind, due, timeZone);
    const id = periodName(kind, span.from, timeZone);
    if ((await this.issued.read(id)).state.status !== 'none') return;
    const at = now();
    // Figures for all are those of somebody who may know of nothing confidential.
    const { content } = await this.content({ me: DESK, roles: [] }, kind, span, timeZone);
    const team = desk().people.team();
    const [en = [], zh = []] = await Promise.all(
      LOCALES.map((locale) => this.pictures(content, readerOf(locale, timeZone, team))),
    );
    const readers: ReportReader[] = [];
    for (const person of await this.#people(kind)) readers.push(await this.#readerFor(person, content, at));
    await this.issued.act(
      id,
      { type: 'issue', due, at, late, content, pictures: { en, zh }, readers },
      { by: DESK, roles: [], at, cause: `report/${id}` },
    );
  }

  async #people(kind: ReportKind): Promise<readonly Person[]> {
    const { off } = (await this.schedules.read(kind)).state;
    const { roles } = this.#options.rules().report;
    return [...this.#options.desk().people.team().all()].filter(
      (person) => person.active && !off.includes(person.id) && roles.some((role) => person.roles.includes(role)),
    );
  }

  async #readerFor(person: Person, { kind, span, zone }: ReportContent, at: Instant): Promise<ReportReader> {
    const { rules, desk } = this.#options;
    const { channelLocale, timeZone } = rules();
    const viewer = { me: person.id, roles: person.roles };
    const { confidential } = await this.content(viewer, kind, span, zone);
    const locale = person.locale ?? channelLocale;
    const reader = readerOf(locale, zoneOr(person.timeZone, timeZone), desk().people.team(), timeZone);
    const added = await desk().digests.added({ ...viewer, reader, at, period: span, desk: desk() });
    return { person: person.id, added, ...(confidential && { confidential }) };
  }
}
