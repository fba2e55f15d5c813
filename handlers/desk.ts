/** The desk itself: help, the channel where it lives, and the language it speaks with somebody. */

import { wordsIn } from '#src/core/person/words.ts';
import type { Locale } from '#src/core/rules.ts';
import { type Context, type Handler, show } from '#src/handler.ts';
import type { Card } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { wordsFor } from '#src/words/words.ts';
import { acting } from './acting.ts';
import { helpCard } from './help.ts';

const LANGUAGES: { readonly [L in Locale]: readonly string[] } = {
  en: ['en', 'english', '英文', '英语'],
  zh: ['zh', 'chinese', '中文', '汉语'],
};
const LOCALES = ['en', 'zh'] as const;
const AUTOMATIC = ['auto', 'automatic', '自动', '跟随'];

export const desk = {
  commands: {
    desk: {
      usage: (t) => t.desk.usage.desk,
      group: 'own',
      also: ['口碑台', '工作台'],
      run: (ctx) => show(helpCard(ctx)),
    },
  },
  desk: {
    help: {
      usage: (t) => t.desk.usage.help,
      group: 'own',
      also: ['帮助', '?', '？'],
      run: (ctx) => show(helpCard(ctx)),
    },
    here: {
      usage: (t) => t.desk.usage.here,
      group: 'setup',
      for: ({ roles }) => roles.includes('admin'),
      also: ['这里', '本频道'],
      run: async (ctx, text) => show(await here(ctx, text)),
    },
    language: {
      usage: (t) => t.desk.usage.language,
      group: 'also',
      also: ['语言', 'lang'],
      run: async (ctx, text) => show(await language(ctx, text)),
    },
  },
} satisfies Handler;

/** This channel becomes the response channel, or the named one that a route in desk.yaml asks for. */
async function here(ctx: Context, text: string): Promise<Card> {
  const { reader, place, desk } = ctx;
  const [name = 'response'] = wordsIn(text.toLowerCase());
  const { platform, channel } = place ?? { platform: ctx.platform, channel: '' };
  await desk.settings.change([{ type: 'setChannel', name, platform, channel }], acting(ctx));
  const { here: words } = reader.t.desk;
  return saying(reader, 'good', name === 'response' ? words.done : words.doneNamed(name), words.next);
}

async function language(ctx: Context, text: string): Promise<Card> {
  const { desk, me, reader } = ctx;
  const word = text.trim().toLowerCase();
  const locale = AUTOMATIC.includes(word) ? null : LOCALES.find((one) => LANGUAGES[one].includes(word));
  const { language: words } = reader.t.desk;
  if (locale === undefined && word !== '')
    return saying(reader, 'warning', words.unknown(text.trim().slice(0, 40)), words.how);
  if (locale === undefined) return saying(reader, 'neutral', words.now(words.names[reader.locale]), words.how);
  await desk.people.change(me, { locale }, acting(ctx));
  // Said in the language just chosen: that is how somebody sees that it worked.
  const now = locale === null ? reader : { ...reader, locale, t: wordsFor(locale) };
  return saying(now, 'good', locale === null ? words.auto : now.t.desk.language.now(words.names[locale]));
}
