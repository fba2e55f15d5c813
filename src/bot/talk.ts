/** What the bot says of its own accord: a command it does not know, a post that somebody pasted, small talk. */

import { RUN } from '#src/handler.ts';
import type { Args, Button, Card } from '#src/view/card.ts';
import { act, buttons, note, opens, quote, status, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { type Entry, type Found, type NotFound, typedAs } from './commands.ts';

/** Slack takes 2,000 characters in a button, in which JSON escapes and the command's name must find room. */
const FITS_A_BUTTON = 1200;
/** Letters; shorter ones are greetings and thanks more often than something to report. A Chinese sign says more than one. */
const LONG = 30;
const LETTERS_A_SIGN = 2.5;

const runs = (label: string, name: string, typed: string): Button =>
  act(label, RUN, { name, text: typed } satisfies Args, { look: 'primary' });

/** A word that is no command, and the one that was probably meant. */
export function unknownCommand(reader: Reader, { word, nearest }: NotFound): Card {
  const { bot } = reader.t;
  const said = bot.unknownCommand(word.slice(0, 40));
  if (!nearest) return saying(reader, 'warning', said, bot.seeHelp);
  const meant = typedAs(nearest, reader.locale);
  return cardFor(reader, `${said} ${bot.didYouMean(meant)}`, [
    status('warning', said),
    text(bot.didYouMean(meant)),
    buttons(runs(bot.runInstead(meant), nearest.name, '')),
    note(bot.seeHelp),
  ]);
}

/** Nothing that could be a post: what to do instead, and the command that a single mistyped word was to be. */
function lost(reader: Reader, meant: Entry | undefined): Card {
  const { bot } = reader.t;
  const name = meant && typedAs(meant, reader.locale);
  return cardFor(reader, bot.notUnderstood, [
    status('neutral', bot.notUnderstood),
    ...(name === undefined ? [] : [text(bot.didYouMean(name))]),
    buttons(
      meant && name !== undefined && runs(bot.runInstead(name), meant.name, ''),
      opens(bot.reportForm, 'report.new', {}),
      act(bot.help, RUN, { name: 'desk help', text: '' } satisfies Args),
    ),
    note(bot.notUnderstoodHelp),
  ]);
}

/** Whether a message that is no command says enough to be a post about us. */
export const mayBePost = (message: string): boolean => {
  const said = message.trim();
  const signs = said.match(/\p{Script=Han}/gu)?.length ?? 0;
  return said.length - signs + signs * LETTERS_A_SIGN >= LONG || /https?:\/\//i.test(said);
};

/**
 * A message that is no command: if it may be a post about us, it can be reported with one click. `pictures` beside it
 * fit no button, and are asked for again. `meant` is a command that it resembles.
 */
export function smallTalk(
  reader: Reader,
  message: string,
  { report, meant, pictures = 0 }: { readonly report?: Found; readonly meant?: Entry; readonly pictures?: number },
): Card {
  const { bot } = reader.t;
  const post = message.trim();
  if (!report || !mayBePost(post)) return lost(reader, meant);
  const fits = post.length <= FITS_A_BUTTON;
  return cardFor(reader, bot.offer, [
    status('neutral', bot.offer),
    quote(fits ? post : `${post.slice(0, 300)}…`),
    text(fits ? bot.offerText : bot.offerLong),
    ...(pictures > 0 ? [note(bot.offerPictures)] : []),
    buttons(fits ? runs(bot.report, report.name, post) : opens(bot.reportForm, 'report.new', {})),
  ]);
}
