/** Slack's shortcuts: each opens a form, so there is one only while a handler has that form. */
import type { Bilingual } from '#src/core/rules.ts';
import type { Args } from '#src/view/card.ts';
import { LIMITS } from './limits.ts';
import { ellipsis } from './text.ts';
import { firstLink, type NameOf, typed } from './typed.ts';

export type Shortcut = {
  readonly id: string;
  readonly type: 'message' | 'global';
  /** Slack has one name for all; English, since the manifest knows no languages. */
  readonly name: string;
  readonly about: Bilingual;
  readonly form: string;
};

export const SHORTCUTS: readonly Shortcut[] = [
  {
    id: 'report_post',
    type: 'message',
    name: 'Report this post',
    about: { en: 'Report this message to the reputation desk', zh: '将此消息上报口碑台' },
    form: 'report.new',
  },
  {
    id: 'report_mention',
    type: 'global',
    name: 'Report a mention',
    about: { en: 'Report a post about us that you saw', zh: '上报您看到的、与公司有关的帖子' },
    form: 'report.new',
  },
];

export const shortcutOf = (id: string): Shortcut | undefined => SHORTCUTS.find((one) => one.id === id);

/** What a message tells the form: its text, and the post that it points to, else the address of the message itself. */
export function fromMessage(text: string, permalink: string | undefined, nameOf: NameOf): Args {
  const link = firstLink(text) ?? permalink;
  return { said: ellipsis(typed(text, nameOf), LIMITS.input.text), ...(link !== undefined && { link }) };
}

type Place = {
  readonly domain: string | undefined;
  readonly channel: string;
  readonly ts: string | undefined;
  readonly thread: string | undefined;
};

/** Slack's address of a message; made, not asked for, because a form must open at once. */
export function permalinkOf({ domain, channel, ts, thread }: Place): string | undefined {
  if (!domain || !ts) return undefined;
  const address = `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return thread === undefined || thread === ts ? address : `${address}?thread_ts=${thread}&cid=${channel}`;
}
