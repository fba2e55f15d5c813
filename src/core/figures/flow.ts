/** What happened in a period: what came, what was decided and published, how fast, with what effect and why (K28). */

import type { CaseSummary } from '../case/summary.ts';
import type { Category, Cause, Dismissal, Effect, Media, ReplyKind, Severity } from '../case/vocabulary.ts';
import { type Counter, type Counts, tallyOf } from './counter.ts';
import type { Deed } from './deed.ts';
import type { Period } from './period.ts';
import { type Level, type Waits, waitsOf } from './waits.ts';

export type Flow = {
  /** Cases reported, and the posts they have by now. */
  readonly opened: number;
  readonly posts: number;
  /** Those cases by what they are. */
  readonly media: Counts<Media>;
  readonly category: Counts<Category>;
  readonly cause: Counts<Cause>;
  readonly severity: Counts<Severity>;
  /** Decisions on replies: complete approvals, rejections. */
  readonly approved: number;
  readonly rejected: number;
  /** What went out, by kind of reply; a holding statement counts. */
  readonly published: Counts<ReplyKind>;
  readonly closed: number;
  readonly dismissed: Counts<Dismissal>;
  readonly reopened: number;
  /** First answers recorded in the period, whenever the case was reported. */
  readonly waits: Waits;
  readonly waitsBySeverity: Readonly<Partial<Record<Severity, Waits>>>;
  /** Kept when the answer was recorded; missed when the time came, whether or not one was given later. */
  readonly level: Level;
  readonly levelBySeverity: Readonly<Partial<Record<Severity, Level>>>;
  readonly effects: Counts<Effect>;
  /** Of the closed ones: why it happened, whose it is to mend (K12), and those with a lesson (K13). */
  readonly rootCauses: Counts<Cause>;
  readonly teams: Counts;
  readonly lessons: readonly { readonly id: string; readonly number: string }[];
};

/** Counts what falls into the period, `to` not included. A case merged into another counts with that one. */
export function flowOf({ from, to }: Period): Counter<Flow> {
  const [media, category, cause, severity] = [
    tallyOf<Media>(),
    tallyOf<Category>(),
    tallyOf<Cause>(),
    tallyOf<Severity>(),
  ];
  const [published, dismissed, effects] = [tallyOf<ReplyKind>(), tallyOf<Dismissal>(), tallyOf<Effect>()];
  const [rootCauses, teams] = [tallyOf<Cause>(), tallyOf()];
  const answers = bySeverity();
  const lessons: { id: string; number: string }[] = [];
  const sum = { opened: 0, posts: 0, approved: 0, rejected: 0, closed: 0, reopened: 0 };
  const within = (at: string) => from <= at && at < to;

  function open(row: CaseSummary): void {
    sum.opened += 1;
    sum.posts += row.posts;
    media.add(row.media);
    category.add(row.category);
    cause.add(row.cause);
    severity.add(row.severity);
  }

  function count(deed: Deed, row: CaseSummary): void {
    switch (deed.did) {
      case 'approved':
      case 'rejected':
      case 'reopened':
        sum[deed.did] += 1;
        break;
      case 'published':
        published.add(deed.kind);
        break;
      case 'answered':
      case 'missed':
        answers.add(deed, row.severity);
        break;
      case 'judged':
        effects.add(deed.effect);
        break;
      case 'closed':
        // Opened again and closed again, it still is one case with one cause.
        if (deed !== row.deeds.findLast(({ did, at }) => did === 'closed' && within(at))) break;
        sum.closed += 1;
        rootCauses.add(deed.cause);
        if (deed.team !== '') teams.add(deed.team);
        if (deed.lesson) lessons.push({ id: row.id, number: row.number });
        break;
      case 'dismissed':
        if (deed !== row.deeds.findLast(({ did, at }) => did === 'dismissed' && within(at))) break;
        dismissed.add(deed.why);
        break;
    }
  }

  return {
    add(row) {
      // Nearly all of them, in a short period: nothing happens before a report, and nothing after the last thing did.
      if (row.openedAt >= to || row.touched < from || row.status === 'merged') return;
      if (within(row.openedAt)) open(row);
      for (const deed of row.deeds) if (within(deed.at)) count(deed, row);
    },
    result: () => ({
      ...sum,
      ...{ media: media.result(), category: category.result(), cause: cause.result(), severity: severity.result() },
      ...{ published: published.result(), dismissed: dismissed.result(), effects: effects.result() },
      ...{ rootCauses: rootCauses.result(), teams: teams.result(), lessons },
      ...answers.result(),
    }),
  };
}

type Answers = { readonly minutes: number[]; kept: number; missed: number };

/** Answers of each severity, and of all. */
function bySeverity() {
  const groups = new Map<Severity, Answers>();
  const all: Answers = { minutes: [], kept: 0, missed: 0 };
  const group = (severity: Severity): Answers => {
    const known = groups.get(severity) ?? { minutes: [], kept: 0, missed: 0 };
    groups.set(severity, known);
    return known;
  };
  const of = <T>(make: (answers: Answers) => T) =>
    Object.fromEntries([...groups].map(([severity, answers]) => [severity, make(answers)])) as Partial<
      Record<Severity, T>
    >;
  const waits = ({ minutes }: Answers) => waitsOf(minutes);
  const level = ({ kept, missed }: Answers): Level => ({ kept, missed });
  return {
    add(deed: Extract<Deed, { did: 'answered' | 'missed' }>, severity: Severity): void {
      for (const answers of [all, group(severity)]) {
        if (deed.did === 'missed') answers.missed += 1;
        else {
          answers.minutes.push(deed.minutes);
          if (!deed.late) answers.kept += 1;
        }
      }
    },
    result: () => ({
      waits: waits(all),
      waitsBySeverity: of(waits),
      level: level(all),
      levelBySeverity: of(level),
    }),
  };
}
