/** The message action "Report this post": the form of a report, filled in from the message. */

import type { Args } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import type { extended } from './activity.ts';
import { saidByCards } from './carded.ts';
import { LIMITS } from './limits.ts';
import { linkIn, wordsIn } from './text.ts';

export const MESSAGE_ACTION = 'reportPost';
export const REPORT_FORM = 'report.new';

/** The words of the message and of cards in it; the post that it points to, else the address of the message itself, which opens it in Teams. */
export function fromMessage({ messagePayload: message }: ReturnType<typeof extended.parse>): Args {
  const html = message?.body?.content ?? '';
  const typed = message?.body?.contentType === 'text' ? html.trim() : wordsIn(html);
  const card = saidByCards(message?.attachments ?? []);
  const said = [typed, card.said].filter(Boolean).join('\n');
  const link = linkIn(html) ?? card.link ?? message?.linkToMessage ?? undefined;
  return { said: cut(said, LIMITS.said).kept, ...(link !== undefined && { link }) };
}
