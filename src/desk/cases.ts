/** Cases as handlers use them: acting, finding by number, listing what a person may know of. */
import type { CaseCommand } from '#src/core/case/command.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type CaseState, type ExistingCase, isOpenStatus } from '#src/core/case/state.ts';
import { type CaseSummary, summarise } from '#src/core/case/summary.ts';
import { visible } from '#src/core/case/visible.ts';
import type { Media } from '#src/core/case/vocabulary.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Counter } from '#src/core/figures/counter.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Claims } from './claims.ts';
import { type Apart, countFor } from './figures.ts';
import { Intake, type Received, type ReportInput, yearOf } from './intake.ts';
import { ReadModel } from './read-model.ts';
import type { Acted, Records, Who } from './records.ts';

export type CaseRecords = Records<CaseState, CaseCommand, CaseEvent>;
export type Viewer = { readonly me: PersonId; readonly roles: readonly Role[] };
/** A report of somebody's, by the number that they were given. */
export type Reported = { readonly id: string; readonly number: string; readonly ended: boolean; readonly at: string };
/** A case as its viewer may see it; `seen` is the number of its last event. */
export type SeenCase = { readonly id: string; readonly state: ExistingCase; readonly seen: number };

export class Cases {
  readonly records: CaseRecords;
  readonly #rules: Rules;
  readonly #model: ReadModel<CaseState, CaseEvent, CaseSummary>;
  readonly #intake: Intake;
  readonly #byNumber = new Map<string, string>();
  readonly #accounts = new Map<Media, string>();
  readonly #open = new Set<string>();
  /** The cases that are about somebody, ended ones, too. */
  readonly concerning: ReadonlySet<string>;
  /** The cases that somebody ever reported. */
  readonly #reports = new Map<PersonId, Set<string>>();

  constructor(records: CaseRecords, claims: Claims, rules: Rules) {
    this.records = records;
    this.#rules = rules;
    this.#intake = new Intake(records, claims, rules);
    this.#model = new ReadModel(records, summarise);
    const concerning = new Set<string>();
    this.concerning = concerning;
    this.#model.onChange((id, summary) => {
      if (!summary) return;
      if (summary.concerns.length > 0) concerning.add(id);
      this.#byNumber.set(summary.number, id);
      // A reporter asks by the number they were given, and whoever may know must find the case by it.
      for (const { number } of summary.reporters) if (!this.#byNumber.has(number)) this.#byNumber.set(number, id);
      if (summary.account) this.#accounts.set(summary.media, summary.account);
      if (isOpenStatus(summary.status)) this.#open.add(id);
      else this.#open.delete(id);
      for (const { person } of summary.reporters)
        this.#reports.set(person, (this.#reports.get(person) ?? new Set()).add(id));
    });
  }

  /** Reads every case; lists are whole when it resolves. */
  start(): Promise<void> {
    return this.#model.start();
  }

  /** Somebody saw something: it becomes a case, or joins the open case of the same post (K1, K2). */
  report(input: ReportInput, who: Who): Promise<Received> {
    return this.#intake.report(input, who);
  }

  /** A number of the opaque series, for a case that turns confidential. */
  confidentialNumber(id: string, who: Who): Promise<string> {
    return this.#intake.confidentialNumber(id, who);
  }

  /** One more post that belongs to an open case. Refuses when another open case has that post. */
  addMention(id: string, input: ReportInput, who: Who): Promise<Received> {
    return this.#intake.addTo(id, input, who);
  }

  /** Carries out a command. Throws `Refused`; somebody who may not know of the case is told that there is none. */
  act(id: string, command: CaseCommand, who: Who): Promise<Acted<CaseState, CaseEvent>> {
    return this.records.act(id, command, who);
  }

  /** The same, but of a merged case the one that it went into. */
  async openLast(id: string, viewer: Viewer, what = ''): Promise<SeenCase> {
    const seen = await this.open(id, viewer, what);
    return seen.state.status === 'merged' ? this.openLast(seen.state.into.id, viewer, what) : seen;
  }

  /** Opens an ended case again, with its posts. Refuses while another open case has one of them. */
  reopen(
    id: string,
    command: Extract<CaseCommand, { type: 'reopen' }>,
    who: Who,
  ): Promise<Acted<CaseState, CaseEvent>> {
    return this.#intake.reopen(id, command, who);
  }

  /** The case as this person may see it, or a refusal that does not tell whether there is one. */
  async open(id: string, { me, roles }: Viewer, what = ''): Promise<SeenCase> {
    const { state, length } = await this.records.read(id);
    const seen = state.status === 'none' ? undefined : visible(state, { person: me, roles }, this.#rules);
    if (!seen) throw new Refused({ code: 'case_unknown', what });
    if (seen.status === 'merged') await this.open(seen.into.id, { me, roles }, what);
    return { id, state: seen, seen: length - 1 };
  }

  /** The id behind a typed number: `RM-2026-0042`, `rm-2026-42`, `2026-42` or, for this year, `42`. */
  find(typed: string, viewer: Viewer, at: Instant): string {
    const year = yearOf(at, this.#rules);
    const id = this.#byNumber.get(typed.trim().toUpperCase()) ?? this.#byNumber.get(fullNumber(typed, year) ?? '');
    const summary = id === undefined ? undefined : this.#model.get(id);
    if (!summary || !this.#mayList(summary, viewer)) throw new Refused({ code: 'case_unknown', what: typed.trim() });
    return summary.id;
  }

  /** The account that drafts on this medium last named. */
  accountOn(media: Media): string | undefined {
    return this.#accounts.get(media);
  }

  summary(id: string): CaseSummary | undefined {
    return this.#model.get(id);
  }

  /** Cases that this person may know of and that fit, soonest due first: of all there ever were, the open ones, or these. */
  list(
    viewer: Viewer,
    fits: (summary: CaseSummary) => boolean,
    among: 'all' | 'open' | Iterable<string> = 'all',
  ): readonly CaseSummary[] {
    const found: CaseSummary[] = [];
    for (const summary of this.#among(among)) if (fits(summary) && this.#mayList(summary, viewer)) found.push(summary);
    return found.sort((a, b) => (a.due < b.due ? -1 : 1));
  }

  /** Figures over all cases that this person may know of, confidential ones apart (core/figures). */
  figures<T>(viewer: Viewer, counter: () => Counter<T>): Promise<Apart<T>> {
    return countFor(this.#model.all(), viewer, this.#rules, counter);
  }

  /** What a person, under any of these ids, reported; newest first, by their number and no more than they may know. */
  reportedBy(ids: readonly PersonId[]): readonly Reported[] {
    const found = [];
    for (const summary of this.#among(new Set(ids.flatMap((id) => [...(this.#reports.get(id) ?? [])])))) {
      const mine = summary.reporters.find(({ person }) => ids.includes(person));
      const ended = summary.status === 'closed' || summary.status === 'dismissed';
      if (mine && summary.status !== 'merged') found.push({ id: summary.id, number: mine.number, ended, at: mine.at });
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  *#among(which: 'all' | 'open' | Iterable<string>): Iterable<CaseSummary> {
    if (which === 'all') for (const [, summary] of this.#model.all()) yield summary;
    else
      for (const id of which === 'open' ? this.#open : which) {
        const summary = this.#model.get(id);
        if (summary) yield summary;
      }
  }

  #mayList(summary: CaseSummary, { me, roles }: Viewer): boolean {
    return mayKnow(summary, me, roles, this.#rules);
  }
}

function fullNumber(typed: string, year: string): string | undefined {
  const [, given = year, digits] = /^\s*(?:rm-?)?(?:(\d{4})-)?(\d{1,6})\s*$/i.exec(typed) ?? [];
  return digits && `RM-${given}-${digits.padStart(4, '0')}`;
}
