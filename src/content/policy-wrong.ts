/** What can be wrong with the body of a policy, and how to mend it. */
import type { Mistake } from '#src/config/mistake.ts';

export type Wrong = Pick<Mistake, 'problem' | 'remedy'>;

export const WRONG = {
  unnumbered: {
    problem: { en: 'This heading has no number.', zh: '标题缺少编号。' },
    remedy: {
      en: 'Write "## 3 Title" for a section or "### 3.2 Title" for a clause.',
      zh: '章写作“## 3 标题”，条写作“### 3.2 标题”。',
    },
  },
  homeless: {
    problem: {
      en: 'This text belongs to no clause, so nobody could cite or sign it.',
      zh: '这段文字不属于任何条款，无法引用和签收。',
    },
    remedy: {
      en: 'Put it below a clause heading such as "### 1.1 Title".',
      zh: '请放在“### 1.1 标题”这样的条款标题之下。',
    },
  },
  silent: {
    problem: { en: 'This clause says nothing.', zh: '这一条没有内容。' },
    remedy: {
      en: 'Write its text below the heading, or delete the heading in both languages.',
      zh: '请在标题下写出内容，或在两种语言中删去该标题。',
    },
  },
  elsewhere: (section: string): Wrong => ({
    problem: { en: 'This clause stands in a section of another number.', zh: '条款编号与所在章节不符。' },
    remedy: {
      en: `Move it below the heading "## ${section} …", or give it the number of this section.`,
      zh: `请移到“## ${section} …”之下，或改用本章编号。`,
    },
  }),
};
