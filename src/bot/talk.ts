/** What the bot says of its own accord: a command it does not know, a post that somebody pasted, small talk. */

import { RUN } from '#src/handler.ts';
import type { Args, Button, Card } from '#src/view/card.ts';
import { act, buttons, note, opens, quote, status, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Found, NotFound } from './commands.ts';

/** Slack takes 2,000 characters in a button, in which JSON escapes and the command's name must find room. */
const FITS_A_BUTTON = 1200;
/** Shorter ones are greetings and thanks more often than something to report. */
const LONG = 30;

const runs = (label: string, name: string, typed: string): Button =>
  act(label, RUN, { name, text: typed } satisfies Args, { look: 'primary' });

/** A word that is no command, and the one that was probably meant. */
export function unknownCommand(reader: Reader, { word, nearest }: NotFound): Card {
  const { bot } = reader.t;
  const said = bot.unknownCommand(word.slice(0, 40));
  if (!nearest) return saying(reader, 'warning', said, bot.seeHelp);
  return cardFor(reader, `${said} ${bot.didYouMean(nearest)}`, [
    status('warning', said),
    text(bot.didYouMean(nearest)),
    buttons(runs(bot.runInstead(nearest), nearest, '')),
    note(bot.seeHelp),
  ]);
}

/** Whether a message that is no command says enough to be a post about us. */
export const mayBePost = (message: string): boolean => message.trim().length >= LONG || /https?:\/\//i.test(message);

/**
 * A message that is no command: if it may be a post about us, it can be reported with one click. `pictures` beside it
 * fit no button, and are asked for again.
 */
export function smallTalk(reader: Reader, message: string, report: Found | undefined, pictures = 0): Card {
  const { bot } = reader.t;
  const post = message.trim();
  if (!report || !mayBePost(post)) return saying(reader, 'neutral', bot.notUnderstood, bot.notUnderstoodHelp);
  const fits = post.length <= FITS_A_BUTTON;
  return cardFor(reader, bot.offer, [
    status('neutral', bot.offer),
    quote(fits ? post : `${post.slice(0, 300)}…`),
    text(fits ? bot.offerText : bot.offerLong),
    ...(pictures > 0 ? [note(bot.offerPictures)] : []),
    buttons(fits ? runs(bot.report, report.name, post) : opens(bot.reportForm, 'report.new', {})),
  ]);
}
