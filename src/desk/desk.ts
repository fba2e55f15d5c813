/** What handlers work with: the records of the desk, its people, its rules and its texts. */

import type { Library } from '#src/content/library.ts';
import type { Policy } from '#src/content/policy.ts';
import type { Template } from '#src/content/template.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Cases } from './cases.ts';
import type { CheckCount } from './checks.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { People } from './people.ts';

export type Desk = {
  readonly rules: Rules;
  readonly policies: readonly Policy[];
  readonly library: Library;
  readonly templates: readonly Template[];
  readonly questions: readonly Question[];
  readonly cases: Cases;
  readonly people: People;
  readonly checks: CheckCount;
  readonly settings: DeskSettings;
};
