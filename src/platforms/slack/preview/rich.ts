/** Draws rich text and mrkdwn. */
import { el, isPart, type Part, parts, words } from './dom.ts';

const EMOJI: { readonly [name: string]: string } = {
  information_source: 'ℹ️',
  white_check_mark: '✅',
  warning: '⚠️',
  rotating_light: '🚨',
};

export function rich(block: Part): HTMLElement {
  return el('div', 'rich', ...parts(block['elements']).map(piece));
}

function piece(part: Part): HTMLElement {
  const inside = parts(part['elements']);
  switch (part['type']) {
    case 'rich_text_quote':
      return el('blockquote', '', ...inside.map(run));
    case 'rich_text_list':
      return el('ul', '', ...inside.map((item) => el('li', '', ...parts(item['elements']).map(run))));
    default:
      return el('p', '', ...inside.map(run));
  }
}

function run(part: Part): Node | string {
  const made = bare(part);
  const style = isPart(part['style']) ? part['style'] : {};
  const bold = style['bold'] === true ? el('b', '', made) : made;
  return style['italic'] === true ? el('i', '', bold) : bold;
}

function bare(part: Part): Node | string {
  switch (part['type']) {
    case 'link':
      return link(words(part['url']), words(part['text']));
    case 'emoji':
      return EMOJI[words(part['name'])] ?? `:${words(part['name'])}:`;
    case 'date':
      return date(Number(part['timestamp']), words(part['format']));
    default:
      return words(part['text']);
  }
}

function link(url: string, text: string): HTMLElement {
  const made = el('a', '', text || url);
  made.title = url;
  return made;
}

let language = 'en';
/** What is drawn from now on is for a reader of this language. */
export function speak(locale: string): void {
  language = locale === 'zh' ? 'zh-CN' : locale;
}

/** Slack says it by itself, after the label. */
export const optional = (): string => (language === 'zh-CN' ? '（选填）' : ' (optional)');

/** In the language of whoever reads, as Slack would show it to them. */
function date(timestamp: number, format: string): HTMLElement {
  const at = new Date(timestamp * 1000);
  const said = format
    .replace('{date_short_pretty}', at.toLocaleDateString(language, { dateStyle: 'medium' }))
    .replace('{time}', at.toLocaleTimeString(language, { timeStyle: 'short' }));
  return el('time', '', said);
}

/** The little of mrkdwn that we send: bold, italic, links, dates. */
export function markdown(text: string): readonly (Node | string)[] {
  const made: (Node | string)[] = [];
  let from = 0;
  for (const found of text.matchAll(
    /<!date\^(\d+)\^([^|]+)\|[^>]*>|<(https?:[^|>]+)\|([^>]*)>|\*([^*]+)\*|_([^_]+)_/g,
  )) {
    made.push(unescaped(text.slice(from, found.index)));
    const [all, seconds, format, url, label, bold, italic] = found;
    if (seconds && format) made.push(date(Number(seconds), format));
    else if (url) made.push(link(unescaped(url), unescaped(label ?? '')));
    else if (bold) made.push(el('b', '', unescaped(bold)));
    else if (italic) made.push(el('i', '', unescaped(italic)));
    from = found.index + all.length;
  }
  return [...made, unescaped(text.slice(from))];
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
