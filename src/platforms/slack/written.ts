/** What a message of Slack says, also where its own text says nothing: one that was forwarded, or one of an app. */
import type { Written } from './payload.ts';
import { escaped } from './text.ts';

/** What Slack writes for a message of an app that has blocks and no text. */
const PLACEHOLDER = "This content can't be displayed.";

/**
 * In Slack's own way of writing, to be read by `typed`. Previews of links, which Slack adds by itself, are left out; the
 * address of a forwarded message comes last, so that a link in it goes before.
 */
export function written({ text, blocks, attachments }: Written): string {
  const own = text && text !== PLACEHOLDER ? text : inBlocks(blocks);
  const carried = (attachments ?? []).filter(({ is_share }) => is_share === true || own === '');
  const parts = carried.flatMap(({ pretext, title, title_link, text: said, fallback, from_url }) => [
    pretext,
    title_link ? `${title ?? ''} <${title_link}>` : title,
    said || (title || pretext ? '' : fallback),
    from_url && `<${from_url}>`,
  ]);
  return [own, ...parts].filter((part) => part?.trim()).join('\n');
}

/** The words of blocks, a line each. */
const inBlocks = (blocks: unknown): string => parts(blocks).filter(Boolean).join('\n');

const parts = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(words) : []);

/** The words of one block or of a part of one; buttons and menus say nothing. */
function words(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('type' in part)) return '';
  switch (part.type) {
    case 'mrkdwn':
      return 'text' in part && typeof part.text === 'string' ? part.text : '';
    case 'plain_text':
    case 'text':
      return 'text' in part && typeof part.text === 'string' ? escaped(part.text) : '';
    case 'link':
      return 'url' in part && typeof part.url === 'string' ? link(part.url, 'text' in part ? part.text : '') : '';
    case 'user':
      return 'user_id' in part && typeof part.user_id === 'string' ? `<@${part.user_id}>` : '';
    case 'header':
    case 'section':
      return [...('text' in part ? [words(part.text)] : []), ...('fields' in part ? parts(part.fields) : [])].join(
        '\n',
      );
    case 'context':
    case 'rich_text':
    case 'rich_text_list':
      return 'elements' in part ? inBlocks(part.elements) : '';
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return 'elements' in part ? parts(part.elements).join('') : '';
    default:
      return '';
  }
}

const link = (url: string, said: unknown): string =>
  typeof said === 'string' && said !== '' ? `<${escaped(url)}|${escaped(said)}>` : `<${escaped(url)}>`;
