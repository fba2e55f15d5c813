/** Policies are read, agreed to and signed by name (K17): the way of whoever signs. `desk sign`. */

import { signerDue } from '#src/core/signer/due.ts';
import { knownName } from '#src/core/signer/name.ts';
import { openTasks } from '#src/core/signer/state.ts';
import { type Answer, type Context, form, type Handler, replace, show } from '#src/handler.ts';
import {
  type Args,
  act,
  type Block,
  buttons,
  type Card,
  heading,
  list,
  note,
  opens,
  status,
  text,
} from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting } from './acting.ts';
import { pageCard } from './signing/page-card.ts';
import { proofCard, TEXT } from './signing/proof-card.ts';
import { pagesOf, readBy, taskOf, versionsFor, wholePages } from './signing/reading.ts';
import { LATER, openBlocks, PROOF, READ, taskCard, titleOf } from './signing/task-card.ts';
import { signerWants } from './signing/wants.ts';

const NAME = 'sign.name';

/** A page of what is to be signed; after a page was turned, in the card that was clicked. */
function reading(ctx: Context, { campaign = '', page, own }: Args): Answer {
  const { task } = taskOf(ctx, campaign);
  const answer = own === undefined ? show : replace;
  if (task.status !== 'open') return answer(taskCard(task, ctx.me, ctx.desk.signing, ctx.reader));
  const words = ctx.reader.t.signing;
  const button = opens(words.sign, NAME, { campaign, read: readBy(ctx, task) }, { look: 'primary' });
  return answer(
    pageCard(pagesOf(ctx, task), pageIn(page), READ, { campaign }, ctx.reader, { note: words.lastPage, button }),
  );
}

const pageIn = (text: string | undefined): number => (text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0);

const nameForm = form({
  view(ctx, { campaign = '' }) {
    const { signing } = ctx.reader.t;
    const { task } = taskOf(ctx, campaign);
    const titles = versionsFor(ctx, task).map(({ policy, number }) =>
      signing.version(titleOf(policy, ctx.desk.signing, ctx.reader), number),
    );
    return {
      title: signing.form.title,
      submit: signing.form.submit,
      intro: [text(signing.form.intro), list(titles)],
      inputs: {
        consent: input.check(signing.form.consent),
        name: input.line(signing.form.name, { max: 100, hint: signing.form.nameHint }),
      },
    };
  },
  async submit(ctx, { consent, name }, { campaign = '', read = '' }) {
    const { desk, me, reader, platform } = ctx;
    const { record, task } = taskOf(ctx, campaign);
    const person = desk.people.team().person(me);
    const known = person ? knownName(person) : '';
    const { state } = await desk.signing.signers.records.act(
      record,
      {
        ...{ type: 'sign', campaign, read, versions: versionsFor(ctx, task), consent, name, known },
        ...{ locale: reader.locale, platform },
      },
      acting(ctx),
    );
    const now = state.tasks.find((one) => one.campaign === campaign);
    if (now?.status !== 'signed') return show(saying(reader, 'neutral', reader.t.signing.closed));
    return show(proofCard(now.signature, desk.signing, reader, true));
  },
});

/** A version that this person signed, as it was. */
function signedText(ctx: Context, { policy = '', number = '', page, own }: Args): Answer {
  const version = ctx.desk.signing.policies.version(policy, Number(number));
  if (!version) return show(saying(ctx.reader, 'neutral', ctx.reader.t.signing.nothingSigned));
  const { title, clauses } = version.content;
  const named = ctx.reader.t.signing.version(title[ctx.reader.locale], version.number);
  const pages = wholePages(named, clauses, ctx.reader);
  return (own === undefined ? show : replace)(pageCard(pages, pageIn(page), TEXT, { policy, number }, ctx.reader));
}

/** What is to be signed, and what was. */
export function mine(ctx: Context): Card {
  const { desk, me, reader, at } = ctx;
  const words = reader.t.signing;
  const open = desk.signing.signers.openOf(me);
  const signed = desk.signing.signers.of(me).flatMap(({ task }) => (task.status === 'signed' ? [task] : []));
  return cardFor(reader, words.mine, [
    heading(words.mine),
    ...(open.length > 0 ? openBlocks(open, me, at, desk.signing, reader) : [status('good', words.nothingOpen)]),
    ...(signed.length === 0 ? [note(words.nothingSigned)] : []),
    ...signed.flatMap(({ campaign, signature }): readonly Block[] => [
      text([
        reader.t.people.and(
          signature.versions.map(({ policy, number }) => words.version(titleOf(policy, desk.signing, reader), number)),
        ),
        ` · ${words.signedOn} `,
        { at: signature.at, show: 'date' },
      ]),
      buttons(act(words.record, PROOF, { campaign })),
    ]),
  ]);
}

export const signing = {
  desk: {
    sign: { usage: (t) => t.signing.usage.sign, group: 'also', also: ['签署', '待签'], run: (ctx) => show(mine(ctx)) },
  },
  actions: {
    [READ]: reading,
    [TEXT]: signedText,
    [LATER]: async (ctx, { days }) => {
      const { desk, me, reader } = ctx;
      const count = days === '5' ? 5 : 1;
      const command = { type: 'snooze', days: count, reach: desk.signing.reach(me) } as const;
      const { state } = await desk.signing.signers.records.act(me, command, acting(ctx));
      const { signing: words } = reader.t;
      if (state.next === undefined || openTasks(state).length === 0)
        return show(saying(reader, 'good', words.nothingOpen));
      const said = [`${words.snoozed} `, { at: state.next, show: 'both' }] as const;
      return show(cardFor(reader, words.snoozed, [status('neutral', said)]));
    },
    [PROOF]: (ctx, { campaign = '' }) => {
      const { task } = taskOf(ctx, campaign);
      if (task.status !== 'signed') return show(taskCard(task, ctx.me, ctx.desk.signing, ctx.reader));
      return show(proofCard(task.signature, ctx.desk.signing, ctx.reader));
    },
  },
  forms: { [NAME]: nameForm },
  home({ desk, me, reader, at }) {
    const open = desk.signing.signers.openOf(me);
    if (open.length === 0) return undefined;
    return [heading(reader.t.signing.home.title(open.length)), ...openBlocks(open, me, at, desk.signing, reader)];
  },
  watch({ desk, outbox, clock }) {
    const { signers } = desk.signing;
    outbox.watch(signers.records, signerWants(desk.signing), (state) => openTasks(state).length > 0);
    clock.watch(
      signers.records,
      signerDue((person) => desk.signing.reach(person)),
    );
  },
} satisfies Handler;
