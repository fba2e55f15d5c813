/** HTML as Teams writes it, read once from its beginning to its end: the words in it, and where those of links lead. */
import { Parser } from 'htmlparser2';

export type Link = { readonly words: string; readonly address: string };

/** What stands on lines of its own. */
const BLOCKS = [
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'tr',
  'td',
  'th',
  'blockquote',
  'pre',
  'codeblock',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
];
/** Pictures, told by the words that stand for them. */
const PICTURES = ['img', 'emoji', 'customemoji'];
const UNSAID = ['script', 'style'];
/** Deeper than any message; there the reading ends, since each tag costs as much as there are around it. */
const DEPTH = 256;

/** Nothing of the markup is kept: neither tags nor comments, nor what only a browser would run. */
export function readHtml(html: string): { readonly words: string; readonly links: readonly Link[] } {
  const said: string[] = [];
  const links: Link[] = [];
  let [depth, unsaid] = [0, 0];
  let open: { readonly address: string; readonly from: number } | undefined;
  const onLine = (name: string) => {
    if (BLOCKS.includes(name) && !said.at(-1)?.endsWith('\n')) said.push('\n');
  };
  const parser = new Parser({
    onopentag(name, { href, alt }) {
      depth += 1;
      if (depth > DEPTH) parser.pause();
      onLine(name);
      if (UNSAID.includes(name)) unsaid += 1;
      if (name === 'br') said.push('\n');
      if (PICTURES.includes(name) && alt) said.push(` ${alt} `);
      if (name === 'a') open = href && /^https?:\/\//i.test(href) ? { address: href, from: said.length } : undefined;
    },
    ontext(text) {
      if (unsaid === 0) said.push(text);
    },
    onclosetag(name) {
      depth -= 1;
      onLine(name);
      if (UNSAID.includes(name)) unsaid -= 1;
      if (name !== 'a' || !open) return;
      links.push({ words: tidy(said.slice(open.from).join('')), address: open.address });
      open = undefined;
    },
  });
  parser.end(html);
  return { words: tidy(said.join('')), links };
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
