/** Responders verify, draft, get approval and answer: everything that is done with a case, and what it shows to whom. */
import { due } from '#src/core/case/due.ts';
import { ringing } from '#src/core/case/remind.ts';
import { isOpen } from '#src/core/case/state.ts';
import type { Handler } from '#src/handler.ts';
import { caseEnding } from './case/ending.ts';
import { caseOwnView } from './case/own-view.ts';
import { caseReply } from './case/reply.ts';
import { caseScreenshots, screenshotsAwaited } from './case/screenshots.ts';
import { caseWants } from './case/wants.ts';
import { caseWork } from './case/work.ts';

export const review = {
  actions: { ...caseWork.actions, ...caseReply.actions, ...caseOwnView.actions, ...caseScreenshots.actions },
  forms: { ...caseWork.forms, ...caseReply.forms, ...caseEnding.forms },
  watch({ desk, outbox, clock, files }) {
    outbox.watch(desk.cases.records, caseWants(desk.rules), isOpen);
    files.watch(desk.cases.records, screenshotsAwaited);
    clock.watch(desk.cases.records, (state) => [...due(state), ...ringing(state, desk.rules)]);
  },
} satisfies Handler;
