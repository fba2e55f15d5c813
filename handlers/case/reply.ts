/** Drafting, checking and deciding on a reply (K6, K9, K10). */
import type { Template } from '#src/content/template.ts';
import { newsFor } from '#src/core/case/gates.ts';
import { latestDraft, severityOf } from '#src/core/case/state.ts';
import { REPLY_KINDS, VERDICTS } from '#src/core/case/vocabulary.ts';
import { Refused } from '#src/core/refused.ts';
import type { SeenCase } from '#src/desk/cases.ts';
import { type Answer, type Context, done, form, type Handler, open, show } from '#src/handler.ts';
import { type Args, quote } from '#src/view/card.ts';
import { factBlocks } from '#src/view/case/body.ts';
import { isLong } from '#src/view/case/buttons.ts';
import { newsCard } from '#src/view/case/news.ts';
import { savedCard } from '#src/view/case/saved.ts';
import { input } from '#src/view/form.ts';
import { oneOf, optionsOf } from '#src/view/options.ts';
import { factIdOf } from './fact-id.ts';
import { shownIn } from './shown.ts';
import { numberIn, shownAgain, step, stepUnlessNews, theCase, who } from './step.ts';

const NO_TEMPLATE = 'none';

const draftForm = form({
  async view(ctx, args) {
    const { t, locale } = ctx.reader;
    const words = t.caseForm.draft;
    const seen = await theCase(ctx, args);
    const last = latestDraft(seen.state);
    const chosen = ctx.desk.templates.find(({ id }) => id === args['template']);
    const templates = offered(ctx.desk.templates, seen).map(({ id, title }) => ({ value: id, label: title[locale] }));
    const text = chosen ? chosen.text[locale] : inHand(seen);
    const praise = seen.state.triage.category.value === 'praise';
    const kind = chosen?.kind ?? last?.kind ?? (praise ? 'thanks' : 'reply');
    return {
      title: words.title,
      submit: t.caseForm.save,
      args: { basedOn: String(last?.version ?? 0) },
      inputs: {
        template: input.select(words.template, [{ value: NO_TEMPLATE, label: words.templateNone }, ...templates], {
          initial: chosen?.id ?? NO_TEMPLATE,
          hint: words.templateHint,
        }),
        kind: input.select(words.kind, optionsOf(REPLY_KINDS, t.case.kind), { initial: kind }),
        account: input.line(words.account, {
          max: 200,
          ...initial(args['account'] ?? last?.account ?? usualAccount(ctx, seen)),
        }),
        text: input.area(words.text, {
          max: 3000,
          optional: true,
          hint: words.textHint,
          ...initial(text),
        }),
        ...(needsQuickFact(seen) && {
          claim: input.area(words.quickFact, {
            max: 1000,
            optional: true,
            hint: words.quickFactHint,
            ...initial(args['claim']),
          }),
          verdict: input.select(words.verdict, optionsOf(VERDICTS, t.case.verdict), { initial: 'true' }),
          evidence: input.area(words.evidence, { max: 2000, optional: true, ...initial(args['evidence']) }),
        }),
        // A small case takes few steps: its first draft goes to approval unless somebody unticks it.
        now: input.check(words.now, needsQuickFact(seen) && severityOf(seen.state) === 'low' ? { initial: true } : {}),
      },
    };
  },
  async submit(ctx, values, args) {
    const seen = await theCase(ctx, args);
    const template = ctx.desk.templates.find(({ id }) => id === values.template);
    // A chosen template fills an empty text, beside whatever was typed already; with a text, choosing changes nothing.
    if (template && values.text.trim() === '') {
      const { account, claim = '', evidence = '' } = values;
      return open('case.draft', { ...args, template: template.id, account, claim, evidence });
    }
    const kind = oneOf(REPLY_KINDS, values.kind) ?? 'reply';
    const { account, text, claim, evidence = '' } = values;
    const verdict = oneOf(VERDICTS, values.verdict) ?? 'unknown';
    const verified = claim && { verified: { fact: factIdOf(ctx, claim), claim, verdict, evidence } };
    const words = {
      kind,
      media: seen.state.triage.media.value,
      account,
      text,
      template: template?.id ?? '',
      ...verified,
    } as const;
    const basedOn = numberIn(args['basedOn']) ?? 0;
    const { state } = await ctx.desk.cases.act(seen.id, { type: 'draft', ...words, basedOn }, who(ctx, args, 'draft'));
    if (!values.now || state.status === 'none') return args['own'] === undefined ? done() : shownAgain(ctx, args);
    return submitNow(ctx, args, latestDraft(state)?.version ?? 0);
  },
});

const initial = (value: string | undefined) => (value ? { initial: value } : {});

/** The account that spoke last on this medium, so that it need not be typed each time. */
const usualAccount = ({ desk }: Context, { state }: SeenCase): string | undefined =>
  state.confidential ? undefined : desk.cases.accountOn(state.triage.media.value);

/** A small case may be verified by whoever answers it, in the same form; until a fact is recorded. */
const needsQuickFact = ({ state }: SeenCase): boolean =>
  state.facts.length === 0 && (severityOf(state) === 'low' || severityOf(state) === 'medium');

/** Templates for the case's category first, then the rest. */
function offered(templates: readonly Template[], { state }: SeenCase): readonly Template[] {
  const fits = (template: Template) => template.categories.includes(state.triage.category.value);
  return [...templates.filter(fits), ...templates.filter((template) => !fits(template))].slice(0, 90);
}

/** The text being worked on: none when the last one has been published. */
function inHand({ state }: SeenCase): string {
  const last = latestDraft(state);
  const published = state.publications.some(({ draft }) => draft.version === last?.version);
  return last && !published ? last.text : '';
}

/** The draft is saved whatever comes; a gate that it meets on the way to approval is explained beside it. */
async function submitNow(ctx: Context, args: Args, version: number): Promise<Answer> {
  const seen = await theCase(ctx, args);
  const draft = latestDraft(seen.state);
  const news = draft && newsFor(seen.state, draft, ctx.me);
  const command = { type: 'submit', version } as const;
  if (news) return show(newsCard(shownIn(ctx, seen), news, command));
  try {
    return await step(ctx, args, command, 'submit');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return show(savedCard(shownIn(ctx, seen), version, ctx.reader.t.refusal(error.refusal, ctx.reader)));
  }
}

const decideForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.decide;
    const seen = await theCase(ctx, args);
    const shown = shownIn(ctx, seen);
    const text = seen.state.status === 'review' ? seen.state.submission.draft.text : '';
    return {
      title: words.title,
      submit: words.submit,
      intro: [...(text ? [quote(text)] : []), ...factBlocks(shown, true)],
      inputs: {
        decision: input.select(words.decision, [
          { value: 'approve', label: words.approve },
          { value: 'reject', label: words.reject },
        ]),
        reason: input.area(words.reason, { max: 1000, optional: true }),
      },
    };
  },
  submit(ctx, { decision, reason }, args) {
    const digest = args['digest'] ?? '';
    if (decision === 'reject') return step(ctx, args, { type: 'reject', digest, reason });
    return stepUnlessNews(ctx, args, { type: 'approve', digest, ...acknowledged(args) });
  },
});

const rejectForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.reject.title,
    submit: t.caseForm.reject.submit,
    inputs: { reason: input.area(t.caseForm.reject.reason, { max: 1000 }) },
  }),
  submit: (ctx, { reason }, args) => step(ctx, args, { type: 'reject', digest: args['digest'] ?? '', reason }),
});

const overruleForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.overrule.title,
    submit: t.caseForm.overrule.submit,
    inputs: { reason: input.area(t.caseForm.overrule.reason, { max: 1000 }) },
  }),
  submit: (ctx, { reason }, args) =>
    step(ctx, args, { type: 'overrule', version: numberIn(args['version']) ?? 0, reason }),
});

const acknowledged = ({ acknowledged: text }: Args) => {
  const number = numberIn(text);
  return number === undefined ? {} : { acknowledged: number };
};

/** A draft that cards show shortened is approved where it stands whole, whatever was pressed. */
async function approve(ctx: Context, args: Args): Promise<Answer> {
  if (isLong((await theCase(ctx, args)).state)) return open('case.decide', args);
  return stepUnlessNews(ctx, args, { type: 'approve', digest: args['digest'] ?? '', ...acknowledged(args) });
}

export const caseReply = {
  actions: {
    'case.submit': (ctx, args) =>
      stepUnlessNews(ctx, args, { type: 'submit', version: numberIn(args['version']) ?? 0, ...acknowledged(args) }),
    'case.withdraw': (ctx, args) => step(ctx, args, { type: 'withdraw' }),
    'case.approve': approve,
  },
  forms: {
    'case.draft': draftForm,
    'case.decide': decideForm,
    'case.reject': rejectForm,
    'case.overrule': overruleForm,
  },
} satisfies Handler;
