/** Reads policies/desk.yaml into the rules, the company's blanks, and the clauses that its checks cite. */
import type { Bilingual, Rules } from '#src/core/rules.ts';
import { deskSchema } from './desk-schema.ts';
import { check } from './issues.ts';
import { type Mistake, mistake } from './mistake.ts';
import { openYaml, type Path, valueAt, type Yaml } from './yaml.ts';

type Blank = { readonly name: Bilingual; readonly value: Bilingual | string | number | null };
export type Blanks = Readonly<Record<string, Blank>>;
/** A clause cited somewhere, with the place to point at when there is no such clause. */
export type Citation = {
  readonly clause: string;
  readonly file: string;
  /** Asked only of what is wrong: to know the lines of a file takes longer than to read it. */
  readonly line: () => number | undefined;
  readonly key: string;
};

/** The rules that stand in desk.yaml; the rest comes from other files. */
export type DeskRules = Omit<Rules, 'calendars' | 'policyTitles'>;

export type Desk = {
  readonly value?: { readonly rules: DeskRules; readonly blanks: Blanks };
  readonly citations: readonly Citation[];
  readonly mistakes: readonly Mistake[];
};

export function readDesk(file: string, text: string): Desk {
  const yaml = openYaml(file, text);
  if (!yaml.sound) return { citations: [], mistakes: yaml.mistakes };
  const { value, mistakes } = check(deskSchema, yaml);
  const all = [...yaml.mistakes, ...mistakes, ...leaderless(yaml)];
  if (!value) return { citations: citations(yaml), mistakes: all };
  const { blanks, ...rules } = value;
  return { value: { rules, blanks }, citations: citations(yaml), mistakes: all };
}

/** Looks at the plain data, so that a mistake elsewhere in the file does not hide a wrong citation. */
function citations({ file, data, lineOf }: Yaml): readonly Citation[] {
  const lists = valueAt(data, ['check', 'lists']);
  const paths: Path[] = [
    ...(Array.isArray(lists) ? lists.map((_, index) => ['check', 'lists', index, 'clause']) : []),
    ...['personalData', 'secrets', 'length'].map((name) => ['check', name, 'clause']),
  ];
  return paths.flatMap((path) => {
    const clause = valueAt(data, path);
    if (typeof clause !== 'string') return [];
    return [{ clause, file, line: () => lineOf(path), key: path.map(String).join('.') }];
  });
}

/** Where a reply needs a leader's approval, leaders must be able to approve. */
function leaderless({ file, data, lineOf }: Yaml): readonly Mistake[] {
  const roles = valueAt(data, ['steps', 'approve']);
  const approvals = valueAt(data, ['approvals']);
  if (!Array.isArray(roles) || roles.includes('leader') || typeof approvals !== 'object' || approvals === null)
    return [];
  const grave = Object.keys(approvals).filter((name) => valueAt(approvals, [name, 'leader']) === true);
  if (grave.length === 0) return [];
  const severities = grave.join(', ');
  return [
    mistake({
      file,
      line: lineOf(['steps', 'approve']),
      key: 'steps.approve',
      value: roles,
      problem: {
        en: `Nobody could approve: ${severities} needs a leader, and leaders may not approve.`,
        zh: `没有人能够批准：${severities} 须由负责人批准，而此处没有列出 leader。`,
      },
      remedy: {
        en: 'Add leader to this list, or set leader: false under approvals.',
        zh: '请在此列出 leader，或在 approvals 下改为 leader: false。',
      },
    }),
  ];
}
