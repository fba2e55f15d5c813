/** What handlers work with: the records of the desk, its people, its rules and its texts. */

import type { Library } from '#src/content/library.ts';
import type { Policy } from '#src/content/policy.ts';
import type { Template } from '#src/content/template.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Draw } from '#src/view/chart/draw.ts';
import type { Write } from '#src/view/table/write.ts';
import type { Cases } from './cases.ts';
import type { CheckCount } from './checks.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { Digests } from './digest/digests.ts';
import type { Roster } from './duty.ts';
import type { GoodNewsBoard } from './good-news/board.ts';
import type { Inquiries } from './inquiries.ts';
import type { NudgesRecords } from './nudging.ts';
import type { Obstacles } from './obstacle/obstacles.ts';
import type { People } from './people.ts';
import type { ReminderPosts } from './reminders/posts.ts';
import type { Reports } from './report/reports.ts';
import type { Signing } from './signing/signing.ts';
import type { Training } from './training/training.ts';
import type { Warnings } from './warning/warnings.ts';

export type Desk = {
  readonly rules: Rules;
  readonly policies: readonly Policy[];
  readonly library: Library;
  readonly templates: readonly Template[];
  readonly questions: readonly Question[];
  readonly cases: Cases;
  readonly warnings: Warnings;
  /** Channels that take nothing. */
  readonly obstacles: Obstacles;
  readonly reports: Reports;
  /** Makes pictures and files, beside the process that answers people. */
  readonly press: Write & { readonly draw: Draw };
  readonly people: People;
  readonly training: Training;
  readonly duty: Roster;
  readonly nudges: NudgesRecords;
  readonly checks: CheckCount;
  readonly inquiries: Inquiries;
  readonly digests: Digests;
  readonly settings: DeskSettings;
  readonly signing: Signing;
  readonly reminderPosts: ReminderPosts;
  readonly goodNews: GoodNewsBoard;
  /** Keeps a file that a card offers; gives the digest by which it is known. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
};
