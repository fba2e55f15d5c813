/** Screenshots of a case: fetched from where they were sent, and opened by whoever may see the case. */
import type { CaseCommand } from '#src/core/case/command.ts';
import { awaited, SCREENSHOTS } from '#src/core/case/screenshots.ts';
import type { CaseState } from '#src/core/case/state.ts';
import type { Awaiting } from '#src/desk/fetch.ts';
import { type Handler, show } from '#src/handler.ts';
import { screenshotsCard } from '#src/view/case/screenshots.ts';
import { shownIn } from './shown.ts';
import { theCase } from './step.ts';

export const caseScreenshots = {
  actions: {
    'case.screenshots': async (ctx, args) => show(screenshotsCard(shownIn(ctx, await theCase(ctx, args)))),
  },
} satisfies Handler;

export const screenshotsAwaited = (state: CaseState): readonly Awaiting<CaseCommand>[] =>
  awaited(state).map(({ id, file }) => ({
    ...{ id, file, accept: SCREENSHOTS.accept, maxBytes: SCREENSHOTS.maxBytes },
    kept({ name: _, ...kept }) {
      return { type: 'keepScreenshot', screenshot: id, ...kept };
    },
    lost: (why) => ({ type: 'loseScreenshot', screenshot: id, why }),
  }));
