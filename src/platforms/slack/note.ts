/** Small grey print: a context block where the text can stay literal in one, else rich text. */
import type { KnownBlock } from '@slack/types';
import { cut } from '#src/view/cut.ts';
import { type Span, spans, type Text } from '#src/view/span.ts';
import { webAddress } from '#src/view/web-address.ts';
import { LIMITS } from './limits.ts';
import { DATES, elements, type Page, seconds, section, wordsOf } from './rich.ts';
import { escaped, isLive, markdown, more, plain } from './text.ts';

export function note(text: Text, page: Page): KnownBlock {
  const all = spans(text);
  const words = all.map((span) => wordsOf(span, page)).join('');
  const max = Math.min(page.limits.line, LIMITS.contextText);
  if (words.length <= max && all.every((span) => typeof span === 'string'))
    return { type: 'context', elements: [plain(words, max)] };
  const markup = all.map((span) => marked(span, page)).join('');
  if (words.length <= max && !isLive(words) && markup.length <= LIMITS.contextText)
    return { type: 'context', elements: [markdown(markup || '–')] };
  if (all.length === 1 && typeof all[0] === 'string') {
    const { kept, left } = cut(words, max);
    const rest = ` ${more(left, page.locale)}`;
    return { type: 'context', elements: [plain(kept + rest, max + rest.length)] };
  }
  return { type: 'rich_text', elements: [section(elements(text, page, max))] };
}

/** Only for words that are not live; the markup is ours. */
function marked(span: Span, page: Page): string {
  const words = escaped(wordsOf(span, page));
  if (typeof span === 'string' || words === '') return words;
  if ('b' in span || 'person' in span) return `*${words}*`;
  if ('i' in span) return `_${words}_`;
  if ('link' in span) {
    const url = webAddress(span.link);
    return url && !/[|<>]/.test(url) ? `<${escaped(url)}|${words.replaceAll('|', '¦')}>` : words;
  }
  const timestamp = seconds(span.at);
  return timestamp === undefined ? words : `<!date^${timestamp}^${DATES[span.show]}|${words.replaceAll('|', '¦')}>`;
}
