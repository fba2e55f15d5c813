/** The message action "Report this post": the form of a report, filled in from the message. */

import type { Args } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import type { extended } from './activity.ts';
import { LIMITS } from './limits.ts';
import { linkIn, wordsIn } from './text.ts';

export const MESSAGE_ACTION = 'reportPost';
export const REPORT_FORM = 'report.new';

/** The post that the message points to, else the address of the message itself, which opens it in Teams. */
export function fromMessage({ messagePayload: message }: ReturnType<typeof extended.parse>): Args {
  const html = message?.body?.content ?? '';
  const said = message?.body?.contentType === 'text' ? html.trim() : wordsIn(html);
  const link = linkIn(html) ?? message?.linkToMessage ?? undefined;
  return { said: cut(said, LIMITS.said).kept, ...(link !== undefined && { link }) };
}
