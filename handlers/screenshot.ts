/** A picture of what somebody reported, sent when the report is made already: evidence that stays when the post is gone (K16). */
import { randomUUID } from 'node:crypto';
import { SCREENSHOTS } from '#src/core/case/screenshots.ts';
import type { SentFile } from '#src/core/file/file.ts';
import { Refused } from '#src/core/refused.ts';
import { type Answer, type Context, done, form, type Handler, open } from '#src/handler.ts';
import { input } from '#src/view/form.ts';
import { filesOf } from './case/screenshots.ts';
import { who } from './case/step.ts';

/** The report that a picture belongs to when nothing else is said: the newest of theirs that is not over. */
function lastReport({ desk, me }: Context) {
  const last = desk.cases.reportedBy(desk.people.ids(me)).find(({ ended }) => !ended);
  if (!last) throw new Refused({ code: 'case_no_report' });
  return last;
}

async function add(ctx: Context, files: readonly SentFile[]): Promise<Answer> {
  const { id, number } = lastReport(ctx);
  const screenshots = files.map((file) => ({ id: randomUUID(), file }));
  await ctx.desk.cases.act(id, { type: 'addScreenshots', screenshots }, who(ctx));
  return done(ctx.reader.t.screenshot.added(number, files.length));
}

export const screenshot = {
  desk: {
    screenshot: {
      usage: (t) => t.screenshot.usage,
      group: 'also',
      also: ['截图', '补图'],
      run: (ctx) => (ctx.files && ctx.files.length > 0 ? add(ctx, filesOf(ctx)) : open('report.screenshots')),
    },
  },
  forms: {
    'report.screenshots': form({
      view(ctx) {
        const { t } = ctx.reader;
        return {
          title: t.screenshot.addTo(lastReport(ctx).number),
          submit: t.caseForm.save,
          inputs: {
            shots: input.files(t.screenshot.label, {
              ...SCREENSHOTS,
              hint: t.screenshot.hint,
              instead: t.screenshot.instead,
            }),
          },
        };
      },
      submit: (ctx, { shots }) => add(ctx, shots),
    }),
  },
} satisfies Handler;
