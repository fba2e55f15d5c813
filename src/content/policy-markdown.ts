/** Parses one language of a policy: front matter, sections (`## 3 …`) and clauses (`### 3.2 …`), each with its line. */
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { type FrontMatter, readFront } from './policy-front.ts';
import { WRONG, type Wrong } from './policy-wrong.ts';
import type { TextFile } from './text-file.ts';

type Heading = { readonly number: string; readonly title: string; readonly line: number };
/** `textLine` is the line on which the text begins. */
type Part = Heading & { readonly text: string; readonly textLine: number };
type Line = { readonly line: number; readonly text: string };
type Open = Heading & { readonly body: Line[] };

export type PolicyText = FrontMatter & {
  readonly file: string;
  readonly sections: readonly Heading[];
  readonly clauses: readonly Part[];
};

const HEADING = /^(#{2,3})\s+(\d+(?:\.\d+)?)\s+(\S.*)$/;

export function parsePolicy({ file, text }: TextFile): PolicyText {
  const lines = text.split(/\r?\n/);
  const front = readFront(file, lines);
  const mistakes: Mistake[] = [...front.mistakes];
  const wrong = (line: number, key: string, value: string, what: Wrong) =>
    mistakes.push(mistake({ file, line, key, value, ...what }));

  const sections: Heading[] = [];
  const clauses: Open[] = [];
  let open: Open | undefined;
  for (const [index, content] of lines.entries()) {
    if (index <= front.end) continue;
    const line = index + 1;
    const [, hashes, number, title] = HEADING.exec(content) ?? [];
    if (number === undefined || title === undefined) {
      if (/^#/.test(content)) wrong(line, 'heading', content, WRONG.unnumbered);
      else if (open) open.body.push({ line, text: content });
      else if (content.trim() !== '') wrong(line, 'text', content, WRONG.homeless);
      continue;
    }
    const heading = { number, title: title.trim(), line };
    if (hashes === '##') {
      sections.push(heading);
      open = undefined;
    } else {
      open = { ...heading, body: [] };
      clauses.push(open);
      const own = number.split('.')[0] ?? number;
      if (sections.at(-1)?.number !== own) wrong(line, number, title, WRONG.elsewhere(own));
    }
  }
  for (const { number, title, line, body } of clauses) {
    if (!body.some(said)) wrong(line, number, title, WRONG.silent);
  }
  return { ...front, file, sections, clauses: clauses.map(closed), mistakes };
}

const said = ({ text }: Line) => text.trim() !== '';

function closed({ body, ...heading }: Open): Part {
  const text = body.map(({ text: content }) => content.trimEnd());
  return { ...heading, text: text.join('\n').trim(), textLine: body.find(said)?.line ?? heading.line };
}
