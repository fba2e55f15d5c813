/** Working on a case: claim, facts, plan, triage, notes, handing over (K4, K6, K8). */
import { randomUUID } from 'node:crypto';
import { rolesFor } from '#src/core/case/may.ts';
import { SCREENSHOTS } from '#src/core/case/screenshots.ts';
import { ownerOf, severityOf } from '#src/core/case/state.ts';
import type { TriageField } from '#src/core/case/triage-types.ts';
import {
  CATEGORIES,
  CAUSES,
  MEDIA,
  REACHES,
  RISKS,
  SENTIMENTS,
  SEVERITIES,
  VERDICTS,
} from '#src/core/case/vocabulary.ts';
import { HOUR, plus } from '#src/core/time.ts';
import type { SeenCase } from '#src/desk/cases.ts';
import { type Context, done, form, type Handler } from '#src/handler.ts';
import { note } from '#src/view/card.ts';
import { input, type Option } from '#src/view/form.ts';
import { oneOf, optionsOf } from '#src/view/options.ts';
import { factIdOf } from './fact-id.ts';
import { shownAgain, step, theCase, who } from './step.ts';

const NEW_FACT = 'new';
const HOURS = [1, 4, 12, 24, 72, 168] as const;
const VOCABULARY: { readonly [F in TriageField]: readonly string[] } = {
  severity: SEVERITIES,
  category: CATEGORIES,
  media: MEDIA,
  reach: REACHES,
  risk: RISKS,
  cause: CAUSES,
  sentiment: SENTIMENTS,
};
const FIELDS: readonly TriageField[] = ['severity', 'category', 'media', 'reach', 'risk', 'cause', 'sentiment'];

const factForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.facts;
    const { state } = await theCase(ctx, args);
    const known = state.facts.map(
      (fact): Option => ({
        value: fact.id,
        label: short(`${t.case.verdict[fact.verdict]}${t.common.colon}${fact.claim}`),
      }),
    );
    const open = state.facts.find((fact) => fact.verdict === 'unknown');
    return {
      title: words.title,
      submit: t.caseForm.save,
      inputs: {
        which: input.select(words.which, [{ value: NEW_FACT, label: words.another }, ...known], {
          initial: open?.id ?? NEW_FACT,
        }),
        claim: input.area(words.claim, { max: 1000, optional: true, hint: words.claimHint }),
        verdict: input.select(words.verdict, optionsOf(VERDICTS, t.case.verdict), { initial: 'unknown' }),
        evidence: input.area(words.evidence, { max: 2000, optional: true, hint: words.evidenceHint }),
        shots: input.files(t.screenshot.factLabel, { ...SCREENSHOTS, optional: true, hint: t.screenshot.hint }),
      },
    };
  },
  async submit(ctx, { which, claim: typed, verdict: chosen, evidence, shots }, args) {
    const known = (await theCase(ctx, args)).state.facts.find(({ id }) => id === which);
    const claim = typed || (known?.claim ?? '');
    const fact = known?.id ?? factIdOf(ctx, claim);
    const verdict = oneOf(VERDICTS, chosen) ?? 'unknown';
    const screenshots = shots.map((file) => ({ id: randomUUID(), file }));
    return step(ctx, args, { type: 'recordFact', fact, claim, verdict, evidence, screenshots });
  },
});

const revokeForm = form({
  async view(ctx, args) {
    const words = ctx.reader.t.caseForm.revoke;
    const { state } = await theCase(ctx, args);
    return {
      title: words.title,
      submit: ctx.reader.t.caseForm.save,
      inputs: {
        which: input.select(
          words.which,
          state.facts.map((fact) => ({ value: fact.id, label: short(fact.claim) })),
        ),
        reason: input.area(words.reason, { max: 1000 }),
      },
    };
  },
  submit: (ctx, { which, reason }, args) => step(ctx, args, { type: 'revokeFact', fact: which, reason }),
});

/** The longest that still keeps the time in which such a case is to be answered. */
const inTime = ({ desk: { rules } }: Context, { state }: SeenCase): number =>
  HOURS.findLast((hours) => hours <= rules.serviceLevel[severityOf(state)]) ?? HOURS[0];

const planForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.plan;
    const seen = await theCase(ctx, args);
    const label = (hours: number) => (hours < 24 ? words.hours(hours) : words.days(hours / 24));
    return {
      title: words.title,
      submit: t.caseForm.save,
      inputs: {
        action: input.area(words.action, { max: 2000, ...(seen.state.plan && { initial: seen.state.plan.action }) }),
        owner: input.select(words.owner, colleagues(ctx, seen), { initial: seen.state.plan?.owner ?? ctx.me }),
        within: input.select(
          words.within,
          HOURS.map((hours) => ({ value: String(hours), label: label(hours) })),
          { initial: String(inTime(ctx, seen)) },
        ),
      },
    };
  },
  submit: (ctx, { action, owner, within }, args) =>
    step(ctx, args, { type: 'plan', action, owner, due: plus(ctx.at, Number(within) * HOUR) }),
});

const correctForm = form({
  view({ reader: { t } }) {
    const words = t.caseForm.correct;
    const options = FIELDS.flatMap((field) => {
      const labels: { readonly [value: string]: string } = t.case[field];
      return VOCABULARY[field].map((value) => ({
        value: `${field}:${value}`,
        label: `${t.case.field[field]}${t.common.colon}${labels[value] ?? value}`,
      }));
    });
    return {
      title: words.title,
      submit: t.caseForm.save,
      inputs: { what: input.select(words.what, options), reason: input.area(words.reason, { max: 1000 }) },
    };
  },
  submit(ctx, { what, reason }, args) {
    const [name = '', value = ''] = what.split(':');
    const field = oneOf(FIELDS, name) ?? 'severity';
    return step(ctx, args, { type: 'correct', field, value, reason });
  },
});

const noteForm = form({
  view: ({ reader: { t } }) => ({
    title: t.caseForm.note.title,
    submit: t.caseForm.save,
    inputs: { text: input.area(t.caseForm.note.text, { max: 2000 }) },
  }),
  submit: (ctx, { text }, args) => step(ctx, args, { type: 'note', text }),
});

const handOverForm = form({
  async view(ctx, args) {
    const words = ctx.reader.t.caseForm.handOver;
    const seen = await theCase(ctx, args);
    const others = colleagues(ctx, seen).filter(({ value }) => value !== ownerOf(seen.state));
    return { title: words.title, submit: words.submit, inputs: { to: input.select(words.to, others) } };
  },
  submit: (ctx, { to }, args) => step(ctx, args, { type: 'handOver', to }),
});

/** A further post that belongs to this case; one that another open case has is refused, with its number. */
const addMentionForm = form({
  view({ reader: { t } }) {
    const { link, said, saidHint, author } = t.caseForm.report;
    return {
      title: t.caseForm.addMention.title,
      submit: t.caseForm.save,
      inputs: {
        link: input.line(link, { max: 2000, optional: true, placeholder: 'https://' }),
        said: input.area(said, { max: 3000, optional: true, hint: saidHint }),
        author: input.line(author, { max: 200, optional: true }),
      },
    };
  },
  async submit(ctx, { link, said: text, author }, args) {
    const { id, state } = await theCase(ctx, args);
    const post = { link, text, author, note: '', hidden: false, follow: false, concerns: [] };
    await ctx.desk.cases.addMention(id, { ...post, confidential: state.confidential }, who(ctx, args));
    return args['own'] === undefined ? done() : shownAgain(ctx, args);
  },
});

/** A case is made confidential once; whom it is about may come out later. */
const confideForm = form({
  async view(ctx, args) {
    const { t } = ctx.reader;
    const words = t.caseForm.confide;
    const { confidential } = (await theCase(ctx, args)).state;
    return {
      title: confidential ? words.further : words.title,
      submit: confidential ? t.caseForm.save : words.submit,
      intro: [note(confidential ? words.furtherIntro : words.intro)],
      inputs: {
        concerns: input.person(words.concerns, confidential ? {} : { optional: true }),
        reason: input.area(words.reason, { max: 1000 }),
      },
    };
  },
  async submit(ctx, { concerns, reason }, args) {
    const { id, state } = await theCase(ctx, args);
    const number = state.confidential ? state.number : await ctx.desk.cases.confidentialNumber(id, who(ctx, args));
    const command = { type: 'confide', number, concerns: concerns ? [concerns] : [], reason } as const;
    await ctx.desk.cases.act(id, command, who(ctx, args));
    return done();
  },
});

/** Who could work on this case: anyone who may claim it, whom it is not about, and who is here. */
function colleagues({ desk, at, reader }: Context, { state }: SeenCase): readonly Option[] {
  const team = desk.people.team();
  const people = new Set(rolesFor(state, 'claim', desk.rules).flatMap((role) => team.holding(role)));
  const here = (id: string) => (team.person(id)?.absentUntil ?? '') <= at && !state.concerns.includes(id);
  return [...people].filter(here).map((id) => ({ value: id, label: short(reader.name(id)) }));
}

/** Slack shows 75 characters of an option. */
const short = (label: string): string => (label.length > 75 ? `${label.slice(0, 74)}…` : label);

export const caseWork = {
  actions: {
    'case.claim': (ctx, args) => step(ctx, args, { type: 'claim' }),
    'case.release': (ctx, args) => step(ctx, args, { type: 'release' }),
    'case.confirmPlan': (ctx, args) => step(ctx, args, { type: 'confirmPlan' }),
  },
  forms: {
    'case.facts': factForm,
    'case.revoke': revokeForm,
    'case.plan': planForm,
    'case.correct': correctForm,
    'case.note': noteForm,
    'case.addMention': addMentionForm,
    'case.handOver': handOverForm,
    'case.confide': confideForm,
  },
} satisfies Handler;
