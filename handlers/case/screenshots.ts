/** Screenshots of a case: fetched from where they were sent, and opened by whoever may see the case. */
import type { CaseCommand } from '#src/core/case/command.ts';
import { awaited, SCREENSHOTS } from '#src/core/case/screenshots.ts';
import type { CaseState } from '#src/core/case/state.ts';
import type { SentFile } from '#src/core/file/file.ts';
import { Refused } from '#src/core/refused.ts';
import type { Awaiting } from '#src/desk/fetch.ts';
import { type Context, type Handler, show } from '#src/handler.ts';
import { screenshotsCard } from '#src/view/case/screenshots.ts';
import { shownIn } from './shown.ts';
import { theCase } from './step.ts';

export const caseScreenshots = {
  actions: {
    'case.screenshots': async (ctx, args) => show(screenshotsCard(shownIn(ctx, await theCase(ctx, args)))),
  },
} satisfies Handler;

/** What came along with a message, for which no form has counted it. */
export function filesOf({ files = [] }: Context): readonly SentFile[] {
  const { most } = SCREENSHOTS;
  if (files.length > most) throw new Refused({ code: 'input_files_many', field: 'shots', count: files.length, most });
  return files;
}

export const screenshotsAwaited = (state: CaseState): readonly Awaiting<CaseCommand>[] =>
  awaited(state).map(({ id, file }) => ({
    ...{ id, file, accept: SCREENSHOTS.accept, maxBytes: SCREENSHOTS.maxBytes },
    kept({ name: _, ...kept }) {
      return { type: 'keepScreenshot', screenshot: id, ...kept };
    },
    lost: (why) => ({ type: 'loseScreenshot', screenshot: id, why }),
  }));
