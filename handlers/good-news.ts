/** Good news that staff may share, in approved words, offered to whoever asked for it, counted, never compelled (K33). */
import { readLink } from '#src/core/case/link.ts';
import { endOfDay } from '#src/core/day.ts';
import { goodNewsDue } from '#src/core/good-news/due.ts';
import { Refused } from '#src/core/refused.ts';
import { form, type Handler, replace, show } from '#src/handler.ts';
import { act, buttons, heading } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting, begunBy } from './acting.ts';
import { APPROVE, JOIN, LEAVE, LIST, listCard, REJECT, SHARED, SUGGEST, WITHDRAW } from './good-news/cards.ts';
import { goodNewsWants } from './good-news/wants.ts';

const JOINING = ['on', 'join', '订阅', '接收'];
const LEAVING = ['off', 'leave', '退订', '停止'];

const suggestForm = form({
  view({ reader }) {
    const words = reader.t.goodNews.form;
    const wording = { max: 1000, optional: true, hint: words.wordingHint } as const;
    return {
      title: words.title,
      submit: words.submit,
      inputs: {
        name: input.line(words.name, { max: 100 }),
        wordingEn: input.area(words.wordingEn, wording),
        wordingZh: input.area(words.wordingZh, wording),
        link: input.line(words.link, { max: 1000, optional: true, placeholder: 'https://' }),
        picture: input.line(words.picture, { max: 200, optional: true, hint: words.pictureHint }),
        until: input.date(words.until, { optional: true }),
      },
    };
  },
  async submit(ctx, { name, wordingEn, wordingZh, link, picture, until }) {
    const { desk, reader } = ctx;
    if (link !== '' && readLink(link)?.url === undefined)
      throw new Refused({ code: 'input_not_a_link', field: 'link', value: link });
    const news = {
      title: { en: name, zh: name },
      wording: { en: wordingEn.trim(), zh: wordingZh.trim() },
      picture: { en: picture, zh: picture },
      link,
      ...(until !== '' && { until: endOfDay(until, desk.rules.timeZone) }),
    };
    await desk.goodNews.records.act(begunBy(ctx, 'good-news'), { type: 'propose', news }, acting(ctx));
    return show(saying(reader, 'good', reader.t.goodNews.proposed));
  },
});

const rejectForm = form({
  view({ reader }) {
    const words = reader.t.goodNews.rejectForm;
    return { title: words.title, submit: words.submit, inputs: { reason: input.area(words.reason, { max: 500 }) } };
  },
  async submit(ctx, { reason }, { news = '' }) {
    const { state } = await ctx.desk.goodNews.records.act(news, { type: 'reject', reason }, acting(ctx));
    if (state.status === 'none') throw new Refused({ code: 'news_unknown' });
    const said = ctx.reader.t.goodNews.rejectedBy(state.news.title[ctx.reader.locale], ctx.reader.name(ctx.me));
    return show(saying(ctx.reader, 'neutral', said));
  },
});

export const goodNews = {
  desk: {
    share: {
      usage: (t) => t.goodNews.usage,
      group: 'also',
      also: ['好消息', '分享'],
      run: async (ctx, typed) => {
        const word = typed.trim().toLowerCase();
        const words = ctx.reader.t.goodNews;
        if (JOINING.includes(word)) {
          await ctx.desk.goodNews.join(acting(ctx));
          return show(listCard(ctx, words.joined));
        }
        if (LEAVING.includes(word)) {
          await ctx.desk.goodNews.leave(acting(ctx));
          return show(listCard(ctx, words.left));
        }
        return show(listCard(ctx));
      },
    },
  },
  actions: {
    [LIST]: (ctx) => show(listCard(ctx)),
    [JOIN]: async (ctx) => {
      await ctx.desk.goodNews.join(acting(ctx));
      return show(saying(ctx.reader, 'good', ctx.reader.t.goodNews.joined));
    },
    [LEAVE]: async (ctx) => {
      await ctx.desk.goodNews.leave(acting(ctx));
      return show(saying(ctx.reader, 'neutral', ctx.reader.t.goodNews.left));
    },
    [SHARED]: async (ctx, { news = '' }) => {
      await ctx.desk.goodNews.share(news, acting(ctx));
      return show(saying(ctx.reader, 'good', ctx.reader.t.goodNews.thanks));
    },
    [APPROVE]: async (ctx, { news = '' }) => {
      const { state } = await ctx.desk.goodNews.records.act(news, { type: 'approve' }, acting(ctx));
      if (state.status === 'none') throw new Refused({ code: 'news_unknown' });
      const said = ctx.reader.t.goodNews.approvedBy(state.news.title[ctx.reader.locale], ctx.reader.name(ctx.me));
      return show(saying(ctx.reader, 'good', said));
    },
    [WITHDRAW]: async (ctx, { news = '' }) => {
      await ctx.desk.goodNews.records.act(news, { type: 'end' }, acting(ctx));
      return replace(listCard(ctx, ctx.reader.t.goodNews.withdrawn));
    },
  },
  forms: { [SUGGEST]: suggestForm, [REJECT]: rejectForm },
  home({ desk, me, reader }) {
    const { length } = desk.goodNews.wants(me) ? desk.goodNews.shareable() : [];
    if (length === 0) return undefined;
    return [heading(reader.t.goodNews.home(length)), buttons(act(reader.t.goodNews.show, LIST, {}))];
  },
  watch({ desk, outbox, clock }) {
    const paused = () => desk.settings.now().emergency !== undefined;
    outbox.watch(
      desk.goodNews.records,
      goodNewsWants(desk),
      ({ status }) => status === 'proposed' || status === 'approved',
    );
    clock.watch(desk.goodNews.records, goodNewsDue(paused));
  },
} satisfies Handler;
