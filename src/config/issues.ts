/** Turns what zod found into mistakes that a person who does not program can mend. */
import { z } from 'zod';
import { near } from '#src/core/near.ts';
import type { Bilingual } from '#src/core/rules.ts';
import { type Mistake, mistake } from './mistake.ts';
import { known } from './schema-keys.ts';
import { listed } from './show.ts';
import { type Path, valueAt } from './yaml.ts';

type Said = { readonly problem: Bilingual; readonly remedy: Bilingual };
type Issue = z.core.$ZodIssue;

/** How a schema of ours words its own rule: `schema.refine(test, rule({ problem, remedy }))`. */
export const rule = (said: Said, path: PropertyKey[] = []) => ({ params: { said }, path });

const KINDS: Readonly<Record<string, Bilingual>> = {
  number: { en: 'a number, without quotes or a unit, such as 4', zh: '数字，不加引号和单位，例如 4' },
  int: { en: 'a whole number, such as 3', zh: '整数，例如 3' },
  string: {
    en: 'text; a word that looks like a number goes in quotes, such as "315"',
    zh: '文字；像数字的词请加引号，例如 "315"',
  },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list, such as [one, two]', zh: '列表，例如 [甲, 乙]' },
  object: { en: 'a group of settings, indented below its name', zh: '一组设置，缩进写在名称下方' },
  record: { en: 'a group of settings, indented below its name', zh: '一组设置，缩进写在名称下方' },
};

function ofType(expected: string, value: unknown): Said {
  const kind = KINDS[expected] ?? { en: expected, zh: expected };
  return {
    problem:
      value === undefined
        ? { en: 'This setting is missing.', zh: '缺少这一项设置。' }
        : { en: 'This is of the wrong kind.', zh: '这一项的类型不对。' },
    remedy: { en: `Write ${kind.en}.`, zh: `请填写${kind.zh}。` },
  };
}

function ofChoice(values: readonly string[], value: unknown): Said {
  const guess = typeof value === 'string' ? near(value, values) : undefined;
  const all = listed(values);
  return {
    problem:
      value === undefined
        ? { en: 'This setting is missing.', zh: '缺少这一项设置。' }
        : { en: 'This is not one of the possible values.', zh: '这不是可选的值。' },
    remedy: guess
      ? { en: `Did you mean ${guess}? Possible are: ${all.en}.`, zh: `是否想写 ${guess}？可选：${all.zh}。` }
      : { en: `Possible are: ${all.en}.`, zh: `可选：${all.zh}。` },
  };
}

type Bound = Bilingual & { readonly than: unknown; readonly origin: string };

function ofSize({ en, zh, than, origin }: Bound): Said {
  const one = String(than) === '1';
  if (origin === 'string' && one) {
    return {
      problem: { en: 'This is empty.', zh: '这一项是空的。' },
      remedy: {
        en: 'Write something here, or delete the setting if it may be absent.',
        zh: '请填写内容；可省略的项可整项删除。',
      },
    };
  }
  const units: Readonly<Record<string, Bilingual>> = {
    string: { en: one ? ' character' : ' characters', zh: '个字符' },
    array: { en: one ? ' entry' : ' entries', zh: '项' },
  };
  const unit = units[origin] ?? { en: '', zh: '' };
  return {
    problem: {
      en: `This must be ${en} ${than}${unit.en}.`,
      zh: `这一项须${zh} ${than} ${unit.zh}`.trim().concat('。'),
    },
    remedy: { en: `Write ${en} ${than}${unit.en}.`, zh: `请改为${zh} ${than} ${unit.zh}`.trim().concat('。') },
  };
}

const custom = z.object({
  said: z.object({
    problem: z.object({ en: z.string(), zh: z.string() }),
    remedy: z.object({ en: z.string(), zh: z.string() }),
  }),
});

function said(issue: Issue, value: unknown): Said {
  if (issue.code === 'invalid_type') return ofType(issue.expected, value);
  if (issue.code === 'invalid_value') return ofChoice(issue.values.map(String), value);
  if (issue.code === 'too_small') {
    const word = issue.inclusive ? { en: 'at least', zh: '不少于' } : { en: 'more than', zh: '大于' };
    return ofSize({ ...word, than: issue.minimum, origin: issue.origin });
  }
  if (issue.code === 'too_big')
    return ofSize({ en: 'at most', zh: '不多于', than: issue.maximum, origin: issue.origin });
  const own = issue.code === 'custom' ? custom.safeParse(issue.params).data : undefined;
  return (
    own?.said ?? {
      problem: { en: issue.message, zh: `这一项不符合要求（${issue.message}）。` },
      remedy: { en: 'Compare with the example in the same file.', zh: '请对照同一文件中的示例修改。' },
    }
  );
}

function unknownKey(name: string, possible: readonly string[]): Said {
  const guess = near(name, possible);
  const all = listed(possible);
  return {
    problem: { en: 'There is no setting of this name.', zh: '没有这个名称的设置。' },
    remedy: guess
      ? { en: `Did you mean ${guess}?`, zh: `是否想写 ${guess}？` }
      : { en: `Delete it. Possible here are: ${all.en}.`, zh: `请删除。此处可用的有：${all.zh}。` },
  };
}

type Place = { readonly file: string; readonly data: unknown; readonly lineOf: (path: Path) => number | undefined };

/** Checks data and returns what came of it; on failure every mistake, each with its line. */
export function check<S extends z.ZodType>(
  schema: S,
  place: Place,
): { readonly value?: z.output<S>; readonly mistakes: readonly Mistake[] } {
  const result = schema.safeParse(place.data);
  if (result.success) return { value: result.data, mistakes: [] };
  const at = (path: Path, what: Said): Mistake => {
    const value = valueAt(place.data, path);
    return mistake({ file: place.file, line: place.lineOf(path), key: path.map(String).join('.'), value, ...what });
  };
  const mistakes = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => at([...issue.path, name], unknownKey(name, known(schema, issue.path))))
      : [at(issue.path, said(issue, valueAt(place.data, issue.path)))],
  );
  return { mistakes };
}
