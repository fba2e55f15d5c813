/** Reads policies/reminders.yaml: short cases that illustrate a clause, in both languages. */
import { z } from 'zod';
import type { Citation } from '#src/config/desk.ts';
import { check, rule } from '#src/config/issues.ts';
import type { Mistake } from '#src/config/mistake.ts';
import { bilingual } from '#src/config/parts.ts';
import { openYaml } from '#src/config/yaml.ts';
import { REMINDER_KINDS, type ReminderItem } from '#src/core/reminder/item.ts';
import type { TextFile } from './text-file.ts';

const twice = {
  problem: { en: 'Two reminders have this id.', zh: '有两条提醒使用了同一个 id。' },
  remedy: { en: 'Give one of them an id of its own.', zh: '请为其中一条换一个 id。' },
};

const item = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(REMINDER_KINDS),
  clause: z.string().trim().min(1),
  title: bilingual,
  text: bilingual,
});

const schema = z.strictObject({
  reminders: z.array(item).superRefine((all, ctx) => {
    for (const [index, { id }] of all.entries())
      if (all.findIndex((other) => other.id === id) < index)
        ctx.addIssue({ code: 'custom', ...rule(twice, [index, 'id']) });
  }),
});

type Read = {
  readonly reminders: readonly ReminderItem[];
  readonly citations: readonly Citation[];
  readonly mistakes: readonly Mistake[];
};

/** YAML puts a space where a long text goes on in the next line; Chinese has none there. */
const unwrapped = (text: string): string => text.replace(/(?<=[\p{Script=Han}\p{P}]) (?=[\p{Script=Han}\p{P}])/gu, '');

/** A company that wants no reminders has no such file. */
export function readReminders(source: TextFile | undefined): Read {
  if (!source) return { reminders: [], citations: [], mistakes: [] };
  const yaml = openYaml(source.file, source.text);
  if (!yaml.sound) return { reminders: [], citations: [], mistakes: yaml.mistakes };
  const { value, mistakes } = check(schema, yaml);
  const reminders = (value?.reminders ?? []).map((one) => ({
    ...one,
    text: { ...one.text, zh: unwrapped(one.text.zh) },
  }));
  const citations = reminders.map(({ clause }, index): Citation => {
    const path = ['reminders', index, 'clause'];
    return { clause, file: source.file, line: () => yaml.lineOf(path), key: path.join('.') };
  });
  return { reminders, citations, mistakes: [...yaml.mistakes, ...mistakes] };
}
