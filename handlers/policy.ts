/** `policy`: the company's rules are listed, read clause by clause, searched and asked (K17). */
import { inquiryDue, LONGEST_QUESTION } from '#src/core/inquiry/inquiry.ts';
import { type Answer, type Context, form, type Handler, open, replace, show } from '#src/handler.ts';
import type { Args, Card } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting } from './acting.ts';
import { ASK, answerCard, foundCard, nothingCard, SEARCH } from './policy/found-card.ts';
import { inquiryWants } from './policy/inquiry-card.ts';
import { ASK_FORM, listCard, SEARCH_FORM } from './policy/list-card.ts';
import { CONTENTS, clauseCard, contentsCard, LIST, READ, TURN } from './policy/read-card.ts';
import { saidIn } from './policy/said.ts';

/** A list one can look through, and an answer one can read. */
const FOUND = 5;
const QUOTED = 3;

function search({ desk, reader }: Context, question: string): Card {
  const hits = desk.library.search(question, reader.locale, FOUND);
  return hits.length > 0 ? foundCard(question, hits, reader) : nothingCard(question, desk.policies, reader);
}

/** The clauses at once; what a model makes of them comes by itself. */
async function ask(ctx: Context, question: string): Promise<Card> {
  const { desk, reader } = ctx;
  const { locale } = reader;
  const hits = desk.library.search(question, locale, QUOTED);
  if (hits.length === 0) return nothingCard(question, desk.policies, reader);
  const clauses = hits.map(({ clause: { id, title, text } }) => ({ id, title: title[locale], text: text[locale] }));
  await desk.inquiries.ask({ question, locale, clauses }, acting(ctx));
  return answerCard(ctx, question, hits, desk.inquiries.open);
}

/** The same once more, from a list of results: nobody asked anything new. */
function whole(ctx: Context, question: string): Card {
  const { desk, reader } = ctx;
  const hits = desk.library.search(question, reader.locale, QUOTED);
  return hits.length > 0 ? answerCard(ctx, question, hits, false) : nothingCard(question, desk.policies, reader);
}

/** `online-reputation`, `online-reputation#3.2`, or with a space; a title works as well. */
function named(ctx: Context, wanted: string): Card | undefined {
  // No name is longer, and the pattern tries every space of a text.
  if (wanted.length > LONGEST_QUESTION) return undefined;
  const [, name = '', number = ''] = /^(.*?)(?:(?:#|\s)\s*(\d+(?:\.\d+)?))?$/s.exec(wanted.trim()) ?? [];
  const plain = (text: string) => text.toLowerCase().replace(/[\s《》-]/g, '');
  const policy = ctx.desk.policies.find(({ id, title }) =>
    [id, title.en, title.zh].some((one) => plain(one) === plain(name)),
  );
  const at = policy?.clauses.findIndex((clause) => clause.number === number || clause.number === `${number}.1`) ?? -1;
  return policy && clauseCard(ctx, policy, number === '' ? 0 : at);
}

function read(ctx: Context, wanted: string): Card {
  if (wanted.trim() === '') return listCard(ctx);
  return named(ctx, wanted) ?? saying(ctx.reader, 'neutral', ctx.reader.t.policy.noClause(wanted.slice(0, 60)));
}

async function run(ctx: Context, text: string): Promise<Answer> {
  const { word, rest } = saidIn(text);
  switch (word) {
    case 'list':
      return show(listCard(ctx));
    case 'read':
      return show(read(ctx, rest));
    case 'search':
      return rest === '' ? open(SEARCH_FORM) : show(named(ctx, rest) ?? search(ctx, rest));
    case 'ask':
      return rest === '' ? open(ASK_FORM) : show(await ask(ctx, rest));
  }
}

/** The card of a button: the policies may have changed since it was made. */
function clicked(ctx: Context, { policy = '', clause = '' }: Args): Card {
  return named(ctx, `${policy} ${clause}`) ?? listCard(ctx);
}

type Asking = (ctx: Context, question: string) => Card | Promise<Card>;

const questionForm = (words: (ctx: Context) => Context['reader']['t']['policy']['askForm'], answer: Asking) =>
  form({
    view(ctx, args) {
      const { title, question, hint, submit } = words(ctx);
      const before = args['question'] ? { initial: args['question'] } : {};
      return { title, submit, inputs: { question: input.line(question, { max: LONGEST_QUESTION, hint, ...before }) } };
    },
    submit: async (ctx, { question }) => show(await answer(ctx, question)),
  });

export const policy = {
  commands: {
    policy: { usage: (t) => t.policy.usage, group: 'daily', also: ['制度', '规定', '规章'], run },
  },
  forms: {
    [SEARCH_FORM]: questionForm(({ reader }) => reader.t.policy.searchForm, search),
    [ASK_FORM]: questionForm(({ reader }) => reader.t.policy.askForm, ask),
  },
  actions: {
    [LIST]: (ctx) => replace(listCard(ctx)),
    [READ]: (ctx, args) => show(clicked(ctx, args)),
    [TURN]: (ctx, args) => replace(clicked(ctx, args)),
    [CONTENTS]: (ctx, args) => {
      const found = ctx.desk.policies.find(({ id }) => id === args['policy']);
      return replace(found ? contentsCard(found, ctx.reader) : listCard(ctx));
    },
    [SEARCH]: (ctx, args) => show(search(ctx, args['question'] ?? '')),
    [ASK]: (ctx, args) => show(whole(ctx, args['question'] ?? '')),
  },
  watch({ desk, outbox, clock }) {
    const { records } = desk.inquiries;
    outbox.watch(records, inquiryWants(desk.policies), ({ status }) => status === 'asked');
    clock.watch(records, inquiryDue);
  },
} satisfies Handler;
