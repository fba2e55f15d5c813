/** Someone saw us mentioned. They report it; the response channel gets the case (K1). */
import { readLink } from '#src/core/case/link.ts';
import { SCREENSHOTS } from '#src/core/case/screenshots.ts';
import { CATEGORIES, SEVERITIES } from '#src/core/case/vocabulary.ts';
import { isBlank } from '#src/core/visible-text.ts';
import type { ReportInput } from '#src/desk/intake.ts';
import { type Answer, type Context, done, form, type Handler, open } from '#src/handler.ts';
import { note } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';
import { oneOf, optionsOf } from '#src/view/options.ts';
import { filesOf } from './case/screenshots.ts';
import { who } from './case/step.ts';

/** The rules judge; a value of its own, because a form cannot preselect nothing. */
const AUTO = 'auto';

const PLAIN = { author: '', note: '', hidden: false, follow: false, confidential: false, concerns: [] } as const;

async function receive(ctx: Context, report: ReportInput): Promise<Answer> {
  const { number } = await ctx.desk.cases.report(report, who(ctx));
  return done(ctx.reader.t.caseNotice.received.said(number));
}

/** One line is enough: a link, a text, or both. */
function reportLine(ctx: Context, line: string): Promise<Answer> {
  const link = readLink(line);
  const screenshots = filesOf(ctx);
  return receive(ctx, { ...PLAIN, link: link?.url ?? '', text: link ? link.rest : line.trim(), screenshots });
}

const reportForm = form({
  view({ reader: { t } }, args) {
    const words = t.caseForm.report;
    return {
      title: words.title,
      submit: words.submit,
      intro: [note(words.intro)],
      inputs: {
        link: input.line(words.link, { max: 2000, optional: true, placeholder: 'https://', ...initial(args['link']) }),
        said: input.area(words.said, { max: 3000, optional: true, hint: words.saidHint, ...initial(args['said']) }),
        author: input.line(words.author, { max: 200, optional: true, ...initial(args['author']) }),
        severity: input.select(
          words.severity,
          [{ value: AUTO, label: words.severityAuto }, ...optionsOf(SEVERITIES, t.case.severity)],
          { initial: AUTO },
        ),
        kind: input.select(
          words.kind,
          [{ value: AUTO, label: words.kindAuto }, ...optionsOf(CATEGORIES, t.case.category)],
          { initial: AUTO },
        ),
        audience: input.line(words.audience, { max: 12, optional: true }),
        shots: input.files(t.screenshot.label, {
          ...SCREENSHOTS,
          optional: true,
          hint: t.screenshot.hint,
          instead: t.screenshot.instead,
        }),
        note: input.area(words.note, { max: 1000, optional: true }),
        hidden: input.check(words.hidden),
        follow: input.check(words.follow),
        confidential: input.check(words.confidential),
        concerns: input.person(words.concerns, { optional: true }),
      },
    };
  },
  submit(ctx, values) {
    const { link, said: text, author, note: remark, hidden, follow, confidential, concerns, shots } = values;
    const severity = oneOf(SEVERITIES, values.severity);
    const category = oneOf(CATEGORIES, values.kind);
    const audience = headsIn(values.audience);
    // What is no number, the desk can still read.
    const unread = audience === undefined ? values.audience : '';
    return receive(ctx, {
      ...{ link, text, author, hidden, follow, confidential },
      note: [remark, unread].filter((typed) => typed !== '').join('\n'),
      concerns: concerns ? [concerns] : [],
      screenshots: shots,
      ...(severity && { severity }),
      ...(category && { category }),
      ...(audience !== undefined && { audience }),
    });
  },
});

const UNITS: { readonly [unit: string]: number } = { 万: 1e4, w: 1e4, 千: 1e3, k: 1e3, m: 1e6, 亿: 1e8 };

/** How many people `12,000`, `1.2万` or `350k+` are; undefined where nothing or something else was typed. */
function headsIn(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,]/gu, '').toLowerCase();
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([万w千km亿]?)\+?$/u.exec(plain) ?? [];
  const heads = Math.round(Number(digits) * (UNITS[unit] ?? 1));
  return digits !== undefined && Number.isSafeInteger(heads) ? heads : undefined;
}

const initial = (value: string | undefined) => (value ? { initial: value } : {});

export const report = {
  commands: {
    report: {
      usage: (t) => t.caseList.usage.report,
      group: 'daily',
      also: ['上报', '报告', '举报'],
      run: (ctx, text) => (isBlank(text) ? open('report.new') : reportLine(ctx, text)),
    },
  },
  forms: { 'report.new': reportForm },
} satisfies Handler;
