/** Compares the two languages of a policy: the same id, version, sections and clauses, each once. */
import { type Mistake, mistake } from '#src/config/mistake.ts';
import type { Bilingual } from '#src/core/rules.ts';
import type { PolicyText } from './policy-markdown.ts';

type Heading = PolicyText['sections'][number];
const sibling = ({ file }: PolicyText): string =>
  file.endsWith('.en.md') ? file.replace(/en\.md$/, 'zh.md') : file.replace(/zh\.md$/, 'en.md');

export function compare(name: string, en: PolicyText | undefined, zh: PolicyText | undefined): readonly Mistake[] {
  const there = en ?? zh;
  if (!there) return [];
  const own = [en, zh].flatMap((text) =>
    text ? [...named(name, text), ...twice(text, text.sections), ...twice(text, text.clauses)] : [],
  );
  if (!en || !zh) return [...own, alone(there)];
  return [
    ...own,
    ...differing(en, zh),
    ...[[en, zh] as const, [zh, en] as const].flatMap(([from, to]) => [
      ...lacking(from, from.sections, to, to.sections),
      ...lacking(from, from.clauses, to, to.clauses),
    ]),
  ];
}

const alone = (text: PolicyText): Mistake =>
  mistake({
    file: text.file,
    key: 'file name',
    problem: { en: 'This policy exists in one language only.', zh: '这项制度只有一种语言。' },
    remedy: {
      en: `Add ${sibling(text)} with the same clause numbers.`,
      zh: `请补充 ${sibling(text)}，条款编号须一致。`,
    },
  });

/** The file's name is the id, so that a clause id leads straight to the file. */
function named(name: string, { file, front, lineOf }: PolicyText): readonly Mistake[] {
  if (!front || front.id === name) return [];
  return [
    mistake({
      file,
      line: lineOf('id'),
      key: 'id',
      value: front.id,
      problem: { en: 'The id differs from the name of the file.', zh: 'id 与文件名不一致。' },
      remedy: { en: `Write id: ${name}, or rename the file.`, zh: `请写 id: ${name}，或修改文件名。` },
    }),
  ];
}

function differing(en: PolicyText, zh: PolicyText): readonly Mistake[] {
  const keys = ['version', 'owner', 'order'] as const;
  return keys.flatMap((key) => {
    const [left, right] = [en.front?.[key], zh.front?.[key]];
    if (!en.front || !zh.front || left === right) return [];
    return mistake({
      file: zh.file,
      line: zh.lineOf(key),
      key,
      ...(right !== undefined && { value: String(right) }),
      problem: said(left),
      remedy: { en: 'Write the same in both languages.', zh: '两种语言请填写一致。' },
    });
  });
}

const said = (there: string | number | undefined): Bilingual =>
  there === undefined
    ? { en: 'The English file does not say it.', zh: '英文文件没有写这一项。' }
    : { en: `The English file says ${there}.`, zh: `英文文件写的是 ${there}。` };

const twice = ({ file }: PolicyText, headings: readonly Heading[]): readonly Mistake[] =>
  headings
    .filter(({ number }, index) => headings.findIndex((other) => other.number === number) < index)
    .map(({ number, title, line }) =>
      mistake({
        file,
        line,
        key: number,
        value: title,
        problem: { en: 'This number is used twice.', zh: '这个编号用了两次。' },
        remedy: {
          en: 'Give it a number that is free; do not renumber the others, people have signed them.',
          zh: '请改用未占用的编号；其他条款已有人签收，请勿改动其编号。',
        },
      }),
    );

const lacking = (
  from: PolicyText,
  headings: readonly Heading[],
  to: PolicyText,
  others: readonly Heading[],
): readonly Mistake[] =>
  headings
    .filter(({ number }) => !others.some((other) => other.number === number))
    .map(({ number, title, line }) =>
      mistake({
        file: from.file,
        line,
        key: number,
        value: title,
        problem: { en: `This is missing in ${to.file}.`, zh: `${to.file} 中缺少这一条。` },
        remedy: { en: `Add ${number} there, or delete it here.`, zh: `请在该文件中补上 ${number}，或在本文件中删去。` },
      }),
    );
