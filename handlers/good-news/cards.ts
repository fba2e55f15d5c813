/** Good news as cards: the question to those who may approve, the offer to whoever asked for it, and the list. */
import { check } from '#src/core/check/check.ts';
import type { GoodNewsState } from '#src/core/good-news/good-news.ts';
import { type GoodNews, wordingFor } from '#src/core/good-news/item.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Shareable } from '#src/desk/good-news/board.ts';
import type { Context } from '#src/handler.ts';
import {
  act,
  type Block,
  buttons,
  type Card,
  goes,
  heading,
  list,
  note,
  opens,
  quote,
  status,
  text,
} from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import type { Reader } from '#src/view/reader.ts';
import { webAddress } from '#src/view/web-address.ts';

export const APPROVE = 'news.approve';
export const REJECT = 'news.reject';
export const SHARED = 'news.shared';
export const WITHDRAW = 'news.withdraw';
export const JOIN = 'news.join';
export const LEAVE = 'news.leave';
export const LIST = 'news.list';
export const SUGGEST = 'news.suggest';

/** What is to be said and shown, in the reader's language. */
function body(news: GoodNews, reader: Reader): readonly Block[] {
  const { locale, t } = reader;
  const words = t.goodNews;
  const picture = news.picture[locale];
  return [
    quote(wordingFor(news, locale), words.wording),
    ...(picture ? [text([words.picture, picture])] : []),
    ...(news.until === undefined ? [] : [note([words.until, dueDay(news.until, reader)])]),
  ];
}

const linkIn = ({ link }: GoodNews, { t }: Reader) => {
  const address = webAddress(link);
  return address !== undefined && goes(t.goodNews.link, address);
};

/** To those who may approve: all wordings, and what the check finds in them. */
export function questionCard(
  id: string,
  { by, news }: Exclude<GoodNewsState, { status: 'none' }>,
  rules: Rules,
  reader: Reader,
): Card {
  const words = reader.t.goodNews;
  const question = words.question(news.title[reader.locale]);
  const both = (['en', 'zh'] as const).filter((locale) => news.wording[locale] !== '');
  const names = reader.t.desk.language.names;
  const found = both.flatMap((locale) => check(news.wording[locale], { as: 'official' }, rules.check));
  return cardFor(reader, question, [
    heading(question),
    note(words.from(reader.name(by))),
    ...both.map((locale) => quote(news.wording[locale], names[locale])),
    ...(news.picture[reader.locale] ? [text([words.picture, news.picture[reader.locale]])] : []),
    ...(found.length > 0
      ? [
          status('warning', words.findings),
          list(found.map(({ quote: said, say, mend }) => `“${said}” ${say[reader.locale]} ${mend[reader.locale]}`)),
        ]
      : []),
    buttons(
      act(words.approve, APPROVE, { news: id }, { look: 'primary' }),
      opens(words.reject, REJECT, { news: id }),
      linkIn(news, reader),
    ),
  ]);
}

/** What stands where the question was. */
export function decidedCard(state: Exclude<GoodNewsState, { status: 'none' | 'proposed' }>, reader: Reader): Card {
  const words = reader.t.goodNews;
  const [title, name] = [state.news.title[reader.locale], reader.name(state.decided.by)];
  const said = state.status === 'rejected' ? words.rejectedBy(title, name) : words.approvedBy(title, name);
  const reason = state.status === 'rejected' && state.reason ? [quote(state.reason)] : [];
  return cardFor(reader, said, [status(state.status === 'rejected' ? 'neutral' : 'good', said), ...reason]);
}

/** To somebody who asked for good news. Nothing follows when they do nothing. */
export function offerCard(id: string, news: GoodNews, reader: Reader): Card {
  const words = reader.t.goodNews;
  const title = words.offered(news.title[reader.locale]);
  return cardFor(reader, title, [
    heading(title),
    ...body(news, reader),
    buttons(act(words.shared, SHARED, { news: id }), linkIn(news, reader), act(words.leave, LEAVE, {})),
  ]);
}

/** So many at once; nobody shares more. */
const SHOWN = 6;

export function listCard(ctx: Context, said?: string): Card {
  const { reader, desk, me, roles } = ctx;
  const words = reader.t.goodNews;
  const all = desk.goodNews.shareable().slice(0, SHOWN);
  const may = desk.rules.steps.approve.some((role) => roles.includes(role));
  const one = ({ id, news, shares }: Shareable): readonly Block[] => [
    text([{ b: news.title[reader.locale] }, ` · ${words.counted(shares)}`]),
    ...body(news, reader),
    buttons(
      act(words.shared, SHARED, { news: id }),
      linkIn(news, reader),
      may && act(words.withdraw, WITHDRAW, { news: id }),
    ),
  ];
  return cardFor(reader, said ?? words.title, [
    heading(words.title),
    ...(said ? [status('good', said)] : []),
    note(words.intro),
    ...(all.length === 0 ? [note(words.none)] : all.flatMap(one)),
    buttons(
      desk.goodNews.wants(me) ? act(words.leave, LEAVE, {}) : act(words.join, JOIN, {}),
      opens(words.suggest, SUGGEST, {}),
    ),
  ]);
}
