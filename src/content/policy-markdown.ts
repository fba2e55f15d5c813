/** Parses one language of a policy: front matter, sections (`## 3 …`) and clauses (`### 3.2 …`), each with its line. */
import { z } from 'zod';
import { check } from '../config/issues.ts';
import { type Mistake, mistake } from '../config/mistake.ts';
import { openYaml } from '../config/yaml.ts';
import type { TextFile } from './text-file.ts';

type Heading = { readonly number: string; readonly title: string; readonly line: number };
/** `textLine` is the line on which the text begins. */
type Part = Heading & { readonly text: string; readonly textLine: number };
export type Front = z.output<typeof front>;
export type PolicyText = {
  readonly file: string;
  readonly front?: Front;
  readonly sections: readonly Heading[];
  readonly clauses: readonly Part[];
  readonly mistakes: readonly Mistake[];
};

const line = z.string().trim().min(1);
const front = z.strictObject({ id: line, title: line, version: line, owner: line });

const FENCE = '---';
const HEADING = /^(#{2,3})\s+(\d+(?:\.\d+)?)\s+(\S.*)$/;

export function parsePolicy({ file, text }: TextFile): PolicyText {
  const lines = text.split(/\r?\n/);
  const end = lines[0] === FENCE ? lines.indexOf(FENCE, 1) : -1;
  const mistakes: Mistake[] = [];
  const wrong = (
    at: number,
    key: string,
    value: string | undefined,
    problem: Mistake['problem'],
    remedy: Mistake['remedy'],
  ) => mistakes.push(mistake({ file, line: at, key, value, problem, remedy }));

  const yaml = openYaml(file, lines.slice(1, Math.max(end, 1)).join('\n'), 2);
  const head = end > 0 && yaml.sound ? check(front, yaml) : { mistakes: [] };
  if (end < 0) {
    wrong(
      1,
      'front matter',
      undefined,
      { en: 'The file does not begin with its front matter.', zh: '文件开头缺少说明信息。' },
      {
        en: 'Begin with a line ---, then id, title, version and owner, then a line ---.',
        zh: '请以一行 --- 开头，写明 id、title、version、owner，再以一行 --- 结束。',
      },
    );
  }
  mistakes.push(...yaml.mistakes, ...head.mistakes);

  const sections: Heading[] = [];
  const clauses: (Heading & { readonly body: { line: number; text: string }[] })[] = [];
  let open: { line: number; text: string }[] | undefined;
  for (const [index, content] of lines.entries()) {
    if (index <= end) continue;
    const at = index + 1;
    const [, hashes, number, title] = HEADING.exec(content) ?? [];
    if (number !== undefined && title !== undefined) {
      const heading = { number, title: title.trim(), line: at };
      if (hashes === '##') {
        sections.push(heading);
        open = undefined;
      } else {
        open = [];
        clauses.push({ ...heading, body: open });
        if (sections.at(-1)?.number !== number.split('.')[0]) {
          wrong(
            at,
            number,
            title,
            { en: 'This clause stands in a section of another number.', zh: '条款编号与所在章节不符。' },
            {
              en: `Move it below the heading "## ${number.split('.')[0]} …", or give it the number of this section.`,
              zh: `请移到“## ${number.split('.')[0]} …”之下，或改用本章编号。`,
            },
          );
        }
      }
    } else if (/^#/.test(content)) {
      wrong(
        at,
        'heading',
        content,
        { en: 'This heading has no number.', zh: '标题缺少编号。' },
        {
          en: 'Write "## 3 Title" for a section or "### 3.2 Title" for a clause.',
          zh: '章写作“## 3 标题”，条写作“### 3.2 标题”。',
        },
      );
    } else if (open) open.push({ line: at, text: content });
    else if (content.trim() !== '') {
      wrong(
        at,
        'text',
        content,
        {
          en: 'This text belongs to no clause, so nobody could cite or sign it.',
          zh: '这段文字不属于任何条款，无法引用和签收。',
        },
        {
          en: 'Put it below a clause heading such as "### 1.1 Title".',
          zh: '请放在“### 1.1 标题”这样的条款标题之下。',
        },
      );
    }
  }

  const parts = clauses.map(({ body, ...heading }): Part => {
    const first = body.find(({ text: content }) => content.trim() !== '');
    const all = body
      .map(({ text: content }) => content.trimEnd())
      .join('\n')
      .trim();
    if (!first) {
      wrong(
        heading.line,
        heading.number,
        heading.title,
        { en: 'This clause says nothing.', zh: '这一条没有内容。' },
        {
          en: 'Write its text below the heading, or delete the heading in both languages.',
          zh: '请在标题下写出内容，或在两种语言中删去该标题。',
        },
      );
    }
    return { ...heading, text: all, textLine: first?.line ?? heading.line };
  });
  return { file, ...(head.value ? { front: head.value } : {}), sections, clauses: parts, mistakes };
}
