/** Direct messages about a case. What a reporter gets says no more than what they reported and how it ended. */

import type { ExistingCase } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import type { Loss } from '#src/core/file/file.ts';
import {
  act,
  type Block,
  type Button,
  buttons,
  type Card,
  goes,
  heading,
  list,
  note,
  quote,
  status,
  type Tone,
  text,
} from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Reader } from '../reader.ts';
import { mainButtons } from './buttons.ts';
import { caseArgs, excerpt, type Shown } from './shown.ts';

const say = (reader: Reader, line: string, ...blocks: readonly Block[]): Card =>
  cardFor(reader, line, [heading(line), ...blocks]);

/** The receipt: their number, and that they should not answer it themselves (K1). */
export const received =
  (number: string, joined: boolean, follow: boolean) =>
  (reader: Reader): Card => {
    const words = reader.t.caseNotice.received;
    const line = joined ? words.joined(number) : words.title(number);
    return say(reader, line, list([words.doNotReply, follow ? words.nextFollow : words.next]));
  };

export const step =
  (which: 'claimed' | 'published', { number }: ExistingCase) =>
  ({ alias }: { readonly alias?: string }) =>
  (reader: Reader): Card => {
    const line = reader.t.caseNotice.step[which](alias ?? number);
    return cardFor(reader, line, [text(line)]);
  };

/** A screenshot did not come: what they sent besides has, and there is a way to add it. */
export const screenshotLost =
  (number: string, why: Loss) =>
  (reader: Reader): Card => {
    const words = reader.t.screenshot;
    return cardFor(reader, words.lost(number, why), [status('warning', words.lost(number, why)), note(words.lostNext)]);
  };

/** How it ended. Of a confidential case nothing more than that it is over, as of one that was answered in private. */
export const ended =
  (state: ExistingCase) =>
  ({ person, alias }: { readonly person: PersonId; readonly alias?: string }) =>
  (reader: Reader): Card => {
    const words = reader.t.caseNotice.ended;
    const number = alias ?? state.number;
    const { line, link } = outcome(state, number, reader);
    return say(
      reader,
      line,
      ...theirPost(state, person, reader),
      note(words.thanks),
      ...(link ? [buttons(goes(reader.t.case.do.seeReply, link))] : []),
    );
  };

/** Nobody remembers a number: what they reported, as far as it was they who brought it. */
function theirPost({ confidential, mentions }: ExistingCase, person: PersonId, reader: Reader): readonly Block[] {
  const mention = mentions.find(({ reportedBy }) => reportedBy === person);
  if (confidential || !mention) return [];
  return [quote(excerpt(mention.text || mention.link, 120, reader), reader.t.case.media[mention.media])];
}

function outcome(state: ExistingCase, number: string, { t }: Reader): { line: string; link?: string } {
  const words = t.caseNotice.ended;
  if (state.confidential) return { line: words.quiet(number) };
  if (state.status === 'dismissed') return { line: words.dismissed(number, t.case.dismissal[state.why]) };
  const reply = state.publications.findLast(({ link }) => link !== '');
  if (!reply) return { line: words.quiet(number) };
  const praise = state.publications.at(-1)?.draft.kind === 'thanks';
  return { line: praise ? words.praised(number) : words.answered(number), link: reply.link };
}

/** To somebody at the desk: one line, what they need to know, the post, and the buttons for the next step. */
export function turn(
  shown: Shown,
  line: string,
  tone: Tone,
  blocks: readonly Block[] = [],
  next = nextButtons(shown),
): Card {
  const { state, reader } = shown;
  const [mention] = state.mentions;
  const post = mention
    ? [quote(excerpt(mention.text || mention.link, 240, reader), reader.t.case.media[mention.media])]
    : [];
  return cardFor(reader, line, [
    status(tone, line),
    ...blocks,
    ...post,
    ...(mention?.link && mention.text ? [note([{ link: mention.link, text: reader.t.case.do.post }])] : []),
    buttons(...next, act(reader.t.case.do.show, 'case.show', caseArgs(shown))),
  ]);
}

const nextButtons = (shown: Shown): readonly Button[] =>
  mainButtons(shown).filter(({ does }) => does.type !== 'act' || does.action !== 'case.more');
