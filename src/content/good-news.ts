/** Reads policies/good-news/*.yaml: good news that staff may share once somebody has approved them in the chat. */
import { z } from 'zod';
import { check, rule } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { bilingual } from '#src/config/parts.ts';
import { openYaml } from '#src/config/yaml.ts';
import { isDay } from '#src/core/day.ts';
import type { Bilingual } from '#src/core/rules.ts';
import { stem, type TextFile } from './text-file.ts';

export type GoodNewsFile = {
  readonly id: string;
  readonly title: Bilingual;
  readonly wording: Bilingual;
  readonly link?: string;
  readonly picture?: Bilingual;
  /** The last day, `2026-12-31`. */
  readonly until?: string;
};

const day = {
  problem: { en: 'This is not a day.', zh: '这不是有效的日期。' },
  remedy: { en: 'Write it like 2026-12-31.', zh: '请按 2026-12-31 的格式填写。' },
};
const link = {
  problem: { en: 'This is not a web address.', zh: '这不是有效的网址。' },
  remedy: { en: 'Write an address that begins with https://.', zh: '请填写以 https:// 开头的网址。' },
};

const schema = z.strictObject({
  id: z.string().min(1),
  title: bilingual,
  wording: bilingual,
  link: z
    .string()
    .refine((text) => /^https?:\/\/\S+$/.test(text), rule(link))
    .exactOptional(),
  picture: bilingual.exactOptional(),
  until: z.string().refine(isDay, rule(day)).exactOptional(),
});

export function readGoodNews(files: readonly TextFile[]): {
  readonly goodNews: readonly GoodNewsFile[];
  readonly mistakes: readonly Mistake[];
} {
  const read = files.map(readOne);
  return { goodNews: read.flatMap(({ news }) => news ?? []), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

function readOne({ file, text }: TextFile): { news?: GoodNewsFile; mistakes: readonly Mistake[] } {
  const yaml = openYaml(file, text);
  if (!yaml.sound) return { mistakes: yaml.mistakes };
  const { value: news, mistakes } = check(schema, yaml);
  if (!news) return { mistakes: [...yaml.mistakes, ...mistakes] };
  const named = news.id === stem(file) ? [] : [misnamed(file, news.id, yaml.lineOf(['id']))];
  return { news, mistakes: [...yaml.mistakes, ...named] };
}

const misnamed = (file: string, value: string, line: number | undefined): Mistake =>
  mistake({
    ...{ file, line, key: 'id', value },
    problem: { en: 'The id differs from the name of the file.', zh: 'id 与文件名不一致。' },
    remedy: { en: `Write id: ${stem(file)}, or rename the file.`, zh: `请写 id: ${stem(file)}，或修改文件名。` },
  });
