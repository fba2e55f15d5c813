/** The message action "Report this post": the form of a report, filled in from the message. */

import { readLink } from '#src/core/case/link.ts';
import type { Args } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import type { extended } from './activity.ts';
import { saidByCards } from './carded.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';

export const MESSAGE_ACTION = 'reportPost';
export const REPORT_FORM = 'report.new';

/** The words of the message and of cards in it; the post that it points to, else the address of the message itself, which opens it in Teams. */
export function fromMessage({ messagePayload: message }: ReturnType<typeof extended.parse>): Args {
  const { content, contentType } = message?.body ?? {};
  const html = readHtml((contentType !== 'text' && content) || '');
  const typed = contentType === 'text' ? (content ?? '').trim() : html.words;
  const card = saidByCards(message?.attachments ?? []);
  const said = [typed, card.said].filter(Boolean).join('\n');
  const link = html.links[0]?.address ?? readLink(typed)?.url ?? card.link ?? readLink(card.said)?.url;
  const post = link ?? message?.linkToMessage ?? undefined;
  return { said: cut(said, LIMITS.said).kept, ...(post !== undefined && { link: post }) };
}
