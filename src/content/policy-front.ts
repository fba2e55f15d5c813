/** The front matter of a policy: id, title, version, owner and its place in the list, between two lines of `---`. */
import { z } from 'zod';
import { check } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { openYaml } from '#src/config/yaml.ts';

const text = z.string().trim().min(1);
const schema = z.strictObject({ id: text, title: text, version: text, owner: text, order: z.int().min(1).optional() });
type Front = z.output<typeof schema>;

export type FrontMatter = {
  readonly front?: Front;
  /** Index of the line that ends it; -1 where there is none. */
  readonly end: number;
  readonly lineOf: (key: keyof Front) => number | undefined;
  readonly mistakes: readonly Mistake[];
};

const FENCE = '---';

export function readFront(file: string, lines: readonly string[]): FrontMatter {
  const end = lines[0] === FENCE ? lines.indexOf(FENCE, 1) : -1;
  if (end < 0) {
    const absent = mistake({
      file,
      line: 1,
      key: 'front matter',
      problem: { en: 'The file does not begin with its front matter.', zh: '文件开头缺少说明信息。' },
      remedy: {
        en: 'Begin with a line ---, then id, title, version and owner, then a line ---.',
        zh: '请以一行 --- 开头，写明 id、title、version、owner，再以一行 --- 结束。',
      },
    });
    return { end, lineOf: () => undefined, mistakes: [absent] };
  }
  const yaml = openYaml(file, lines.slice(1, end).join('\n'), 2);
  const { value, mistakes } = yaml.sound ? check(schema, yaml) : { mistakes: [] };
  return {
    ...(value ? { front: value } : {}),
    end,
    lineOf: (key) => yaml.lineOf([key]),
    mistakes: [...yaml.mistakes, ...mistakes],
  };
}
