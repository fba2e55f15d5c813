/** Joins the two languages of every policy, fills the blanks, and says what one language has and the other lacks. */
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { near } from '#src/core/near.ts';
import type { Locale } from '#src/core/rules.ts';
import { fillBlanks, type Settings } from './blanks.ts';
import type { Clause, Policy } from './policy.ts';
import { type PolicyText, parsePolicy } from './policy-markdown.ts';
import { compare } from './policy-pair.ts';
import { stem, type TextFile } from './text-file.ts';

type Read = {
  readonly policies: readonly Policy[];
  /** Every clause that stands in at least one language, so that one mistake is not reported as two. */
  readonly clauseIds: readonly string[];
  readonly mistakes: readonly Mistake[];
};
const LANGUAGE = /\.(en|zh)\.md$/;

/** Without settings (desk.yaml is broken itself) the blanks stay as they are. */
export function readPolicies(files: readonly TextFile[], settings?: Settings): Read {
  const mistakes: Mistake[] = [];
  const joined: { readonly policy: Policy; readonly order: number }[] = [];
  const pairs = new Map<string, Partial<Record<Locale, PolicyText>>>();
  for (const source of files) {
    const locale = LANGUAGE.exec(source.file)?.[1];
    if (locale === 'en' || locale === 'zh') {
      const parsed = parsePolicy(source);
      mistakes.push(...parsed.mistakes);
      const name = stem(source.file);
      pairs.set(name, { ...pairs.get(name), [locale]: parsed });
    } else mistakes.push(unnamed(source.file));
  }
  for (const [name, { en, zh }] of pairs) {
    mistakes.push(...compare(name, en, zh));
    if (!en?.front || !zh?.front) continue;
    const made = join(en, zh, settings);
    mistakes.push(...made.mistakes);
    joined.push({ policy: made.policy, order: en.front.order ?? Number.MAX_SAFE_INTEGER });
  }
  // As a newcomer should read them; those without a place come after, in order of their files.
  const policies = joined.sort((a, b) => a.order - b.order).map(({ policy }) => policy);
  const clauseIds = [...pairs].flatMap(([name, { en, zh }]) =>
    [...(en?.clauses ?? []), ...(zh?.clauses ?? [])].map(({ number }) => `${name}#${number}`),
  );
  return { policies, clauseIds: [...new Set(clauseIds)], mistakes };
}

const unnamed = (file: string): Mistake =>
  mistake({
    file,
    key: 'file name',
    problem: { en: 'The name does not say which language this is.', zh: '文件名没有注明语言。' },
    remedy: {
      en: 'Let it end in .en.md or .zh.md; both are needed.',
      zh: '请以 .en.md 或 .zh.md 结尾，两种语言都要有。',
    },
  });

function join(en: PolicyText, zh: PolicyText, settings: Settings | undefined): { policy: Policy; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const undecided = new Set<string>();
  const fill = ({ file }: PolicyText, part: PolicyText['clauses'][number], locale: Locale): string => {
    if (!settings) return part.text;
    const filled = fillBlanks(part.text, locale, settings);
    for (const name of filled.undecided) undecided.add(name);
    for (const { name, offset } of filled.unknown) {
      const guess = near(name, Object.keys(settings.blanks));
      mistakes.push(
        mistake({
          file,
          line: part.textLine + part.text.slice(0, offset).split('\n').length - 1,
          key: part.number,
          value: `{${name}}`,
          problem: {
            en: 'The clause names a blank that desk.yaml does not know.',
            zh: '条款引用了 desk.yaml 中没有的事项。',
          },
          remedy: guess
            ? { en: `Did you mean {${guess}}?`, zh: `是否想写 {${guess}}？` }
            : { en: `Add ${name} under blanks in desk.yaml.`, zh: `请在 desk.yaml 的 blanks 下加上 ${name}。` },
        }),
      );
    }
    return filled.text;
  };

  const id = en.front?.id ?? '';
  const title = (number: string, from: readonly { number: string; title: string }[]) =>
    from.find((heading) => heading.number === number)?.title ?? '';
  const clauses = en.clauses.flatMap((clause): Clause[] => {
    const other = zh.clauses.find(({ number }) => number === clause.number);
    if (!other) return [];
    return [
      {
        id: `${id}#${clause.number}`,
        number: clause.number,
        title: { en: clause.title, zh: other.title },
        text: { en: fill(en, clause, 'en'), zh: fill(zh, other, 'zh') },
      },
    ];
  });
  const policy: Policy = {
    id,
    title: { en: en.front?.title ?? '', zh: zh.front?.title ?? '' },
    version: en.front?.version ?? '',
    owner: en.front?.owner ?? '',
    sections: en.sections.map(({ number, title: own }) => ({
      number,
      title: { en: own, zh: title(number, zh.sections) },
    })),
    clauses,
    undecided: [...undecided],
  };
  return { policy, mistakes };
}
