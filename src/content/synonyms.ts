/** policies/synonyms.yaml: what people say, and how the policies put it. */
import { z } from 'zod';
import { check } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { words } from '#src/config/parts.ts';
import { openYaml, type Yaml } from '#src/config/yaml.ts';
import { findWords } from '#src/core/find-words.ts';
import { fold } from '#src/core/fold.ts';
import type { Policy } from './policy.ts';
import type { TextFile } from './text-file.ts';

/** Whoever says one of these is also shown clauses with any of those; both languages may stand in one list. */
export type Synonyms = readonly { readonly said: readonly string[]; readonly means: readonly string[] }[];

const list = words.min(1);
const schema = z.strictObject({ synonyms: z.array(z.strictObject({ said: list, means: list })) });

/** Without the file there are none; without policies (they are broken themselves) nothing is said of their words. */
export function readSynonyms(
  source: TextFile | undefined,
  policies: readonly Policy[] | undefined,
): { readonly synonyms: Synonyms; readonly mistakes: readonly Mistake[] } {
  if (!source) return { synonyms: [], mistakes: [] };
  const yaml = openYaml(source.file, source.text);
  if (!yaml.sound) return { synonyms: [], mistakes: yaml.mistakes };
  const { value, mistakes } = check(schema, yaml);
  const synonyms = value?.synonyms ?? [];
  return {
    synonyms,
    mistakes: [
      ...yaml.mistakes,
      ...mistakes,
      ...twice(yaml, synonyms),
      ...(policies ? unheardOf(yaml, synonyms, policies) : []),
    ],
  };
}

/** One saying in two entries would be looked for in one place and edited in the other. */
function twice({ file, lineOf }: Yaml, synonyms: Synonyms): readonly Mistake[] {
  const first = new Map<string, number>();
  return synonyms.flatMap(({ said }, entry) =>
    said.flatMap((phrase, index) => {
      const same = fold(phrase).text;
      const before = first.get(same) ?? entry;
      first.set(same, before);
      if (before === entry) return [];
      const line = lineOf(['synonyms', before]);
      return mistake({
        ...{ file, line: lineOf(['synonyms', entry, 'said', index]), key: `synonyms.${entry}.said`, value: phrase },
        problem: { en: `The entry in line ${line} has this already.`, zh: `第 ${line} 行的条目中已有这个说法。` },
        remedy: { en: 'Delete it here, and add what it means there.', zh: '请在此处删去，并把含义补充到该条目。' },
      });
    }),
  );
}

/** A word that stands in no clause leads nowhere. */
function unheardOf({ file, lineOf }: Yaml, synonyms: Synonyms, policies: readonly Policy[]): readonly Mistake[] {
  const clauses = policies.flatMap((policy) => policy.clauses);
  const text = fold(
    clauses.map(({ title, text }) => [title.en, text.en, title.zh, text.zh].join('\n')).join('\n'),
  ).text;
  return synonyms.flatMap(({ means }, entry) =>
    means
      .map((word, index) => ({ word, index }))
      .filter(({ word }) => findWords(text, [word]).length === 0)
      .map(({ word, index }) =>
        mistake({
          ...{ file, line: lineOf(['synonyms', entry, 'means', index]), key: `synonyms.${entry}.means`, value: word },
          problem: { en: 'No clause of any policy has this word.', zh: '任何制度条款中都没有这个词。' },
          remedy: {
            en: 'Write a word exactly as it stands in the clause that people should find.',
            zh: '请填写希望查到的条款中的原词。',
          },
        }),
      ),
  );
}
