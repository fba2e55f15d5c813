/** Reply templates: one YAML file for a kind of situation, with slots such as `[product]` that a person fills in. */
import { z } from 'zod';
import { check } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { bilingual, categories } from '#src/config/parts.ts';
import { openYaml } from '#src/config/yaml.ts';
import { unfilledSlots } from '#src/core/case/slots.ts';
import { type Category, REPLY_KINDS, type ReplyKind } from '#src/core/case/vocabulary.ts';
import type { Bilingual } from '#src/core/rules.ts';
import { stem, type TextFile } from './text-file.ts';

export type Template = {
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: ReplyKind;
  /** The categories of case for which it is offered first. */
  readonly categories: readonly Category[];
  readonly text: Bilingual;
};

const schema = z.strictObject({
  id: z.string().min(1),
  title: bilingual,
  kind: z.enum(REPLY_KINDS),
  categories,
  text: bilingual,
});

export function readTemplates(files: readonly TextFile[]): {
  templates: readonly Template[];
  mistakes: readonly Mistake[];
} {
  const read = files.map(readTemplate);
  return {
    templates: read.flatMap(({ template }) => template ?? []),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

function readTemplate({ file, text }: TextFile): { template?: Template; mistakes: readonly Mistake[] } {
  const yaml = openYaml(file, text);
  if (!yaml.sound) return { mistakes: yaml.mistakes };
  const { value: template, mistakes } = check(schema, yaml);
  if (!template) return { mistakes: [...yaml.mistakes, ...mistakes] };
  const own: Mistake[] = [];
  if (template.id !== stem(file)) {
    own.push(
      mistake({
        file,
        line: yaml.lineOf(['id']),
        key: 'id',
        value: template.id,
        problem: { en: 'The id differs from the name of the file.', zh: 'id 与文件名不一致。' },
        remedy: { en: `Write id: ${stem(file)}, or rename the file.`, zh: `请写 id: ${stem(file)}，或修改文件名。` },
      }),
    );
  }
  const [en, zh] = [unfilledSlots(template.text.en).length, unfilledSlots(template.text.zh).length];
  if (en !== zh) {
    own.push(
      mistake({
        file,
        line: yaml.lineOf(['text', 'zh']),
        key: 'text',
        problem: {
          en: `English has ${en} different slots, Chinese ${zh}.`,
          zh: `英文有 ${en} 个待填项，中文有 ${zh} 个。`,
        },
        remedy: { en: 'Ask for the same things in both languages.', zh: '两种语言请要求填写相同的内容。' },
      }),
    );
  }
  return { template, mistakes: [...yaml.mistakes, ...own] };
}
