/** Publishing, judging the effect, and the ways a case ends (K7, K10, K12, K13). */
import type { CaseCommand } from '#src/core/case/command.ts';
import { requireStatus } from '#src/core/case/now.ts';
import { isOpen } from '#src/core/case/state.ts';
import { CAUSES, DISMISSALS, EFFECTS, MEDIA, REOPENINGS } from '#src/core/case/vocabulary.ts';
import { HOUR, plus } from '#src/core/time.ts';
import { type Answer, type Context, done, form, type Handler } from '#src/handler.ts';
import { type Args, note, quote } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';
import { oneOf, optionsOf } from '#src/view/options.ts';
import { hasActed, shownAgain, step, theCase, viewer, who } from './step.ts';

/** Hours before now at which it may have gone out. */
const AGO = [0, 0.5, 2, 6, 24] as const;

const publishForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.publish;
    const { id, state } = await theCase(ctx, args);
    const again = (await hasActed(ctx, id)) ? state.publications.at(-1) : undefined;
    // An old message still offers this when it has long been published, or taken back.
    const { draft } = again ?? requireStatus(state, 'approved').submission;
    const privately = draft.kind === 'private';
    return {
      title: words.title,
      submit: t.caseForm.save,
      intro: [note(words.intro), quote(draft.text)],
      inputs: {
        link: input.line(words.link, {
          max: 2000,
          placeholder: 'https://',
          ...(privately && { optional: true, hint: words.linkHint }),
        }),
        media: input.select(words.media, optionsOf(MEDIA, t.case.media), { initial: draft.media }),
        account: input.line(words.account, { max: 200, initial: draft.account }),
        when: input.select(
          words.when,
          AGO.map((hours) => ({ value: String(hours), label: words.ago(hours) })),
          { initial: '0' },
        ),
        changed: input.area(words.changed, { max: 3000, optional: true, hint: words.changedHint }),
      },
    };
  },
  submit(ctx, { link, media: chosen, account, when, changed: changedText }, args) {
    const media = oneOf(MEDIA, chosen) ?? 'other';
    const publishedAt = plus(ctx.at, -Number(when) * HOUR);
    const digest = args['digest'] ?? '';
    return step(ctx, args, { type: 'publish', digest, media, account, link: link.trim(), publishedAt, changedText });
  },
});

const settleForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const { state } = await theCase(ctx, args);
    const publication = state.publications.find(({ digest }) => digest === args['digest']);
    const texts = publication ? [quote(publication.draft.text), quote(publication.deviation?.text ?? '')] : [];
    return {
      title: t.caseForm.settle.title,
      submit: t.caseForm.save,
      intro: texts,
      inputs: { note: input.area(t.caseForm.settle.note, { max: 1000 }) },
    };
  },
  submit: (ctx, { note: decided }, args) =>
    step(ctx, args, { type: 'settle', digest: args['digest'] ?? '', note: decided }),
});

const effectForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.effect.title,
    submit: t.caseForm.save,
    inputs: {
      effect: input.select(t.caseForm.effect.effect, optionsOf(EFFECTS, t.case.effect)),
      note: input.area(t.caseForm.effect.note, { max: 2000, optional: true }),
    },
  }),
  submit: (ctx, values, args) =>
    step(ctx, args, { type: 'effect', effect: oneOf(EFFECTS, values.effect) ?? 'unchanged', note: values.note }),
});

const closeForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.close;
    const { state } = await theCase(ctx, args);
    return {
      title: words.title,
      submit: words.submit,
      inputs: {
        cause: input.select(words.cause, optionsOf(CAUSES, t.case.cause), { initial: state.triage.cause.value }),
        team: input.line(words.team, { max: 200 }),
        lesson: input.area(words.lesson, { max: 2000, optional: true }),
      },
    };
  },
  submit: (ctx, { cause, team, lesson }, args) =>
    step(ctx, args, { type: 'close', rootCause: oneOf(CAUSES, cause) ?? 'unknown', team, lesson }),
});

const dismissForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.dismiss.title,
    submit: t.caseForm.dismiss.submit,
    inputs: {
      why: input.select(t.caseForm.dismiss.why, optionsOf(DISMISSALS, t.case.dismissal)),
      note: input.area(t.caseForm.dismiss.note, { max: 1000, optional: true }),
    },
  }),
  submit: (ctx, { why, note: said }, args) =>
    step(ctx, args, { type: 'dismiss', why: oneOf(DISMISSALS, why) ?? 'other', note: said }),
});

const reopenForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.reopen.title,
    submit: t.caseForm.reopen.submit,
    inputs: {
      why: input.select(t.caseForm.reopen.why, optionsOf(REOPENINGS, t.case.reopening)),
      note: input.area(t.caseForm.reopen.note, { max: 1000 }),
    },
  }),
  submit: (ctx, { why, note: said }, args) =>
    reopen(ctx, args, { type: 'reopen', why: oneOf(REOPENINGS, why) ?? 'other', note: said }),
});

async function reopen(ctx: Context, args: Args, command: Extract<CaseCommand, { type: 'reopen' }>): Promise<Answer> {
  const { id } = await theCase(ctx, args);
  await ctx.desk.cases.reopen(id, command, who(ctx, args));
  return args['own'] === undefined ? done() : shownAgain(ctx, args);
}

const mergeForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.merge.title,
    submit: t.caseForm.merge.submit,
    inputs: { into: input.line(t.caseForm.merge.into, { max: 40, hint: t.caseForm.merge.intoHint }) },
  }),
  async submit(ctx, { into: typed }, args) {
    const { id: self } = await theCase(ctx, args);
    const { cases } = ctx.desk;
    const older = await cases.open(cases.find(typed, viewer(ctx), ctx.at), viewer(ctx), typed);
    const { number, openedAt, confidential, concerns } = older.state;
    const into = { id: older.id, number, openedAt, confidential, concerns, open: isOpen(older.state) };
    return step(ctx, args, { type: 'merge', self, into });
  },
});

export const caseEnding = {
  forms: {
    'case.publish': publishForm,
    'case.settle': settleForm,
    'case.effect': effectForm,
    'case.close': closeForm,
    'case.dismiss': dismissForm,
    'case.reopen': reopenForm,
    'case.merge': mergeForm,
  },
} satisfies Handler;
