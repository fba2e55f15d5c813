/** Blanks in a clause are filled from the company's settings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDesk } from '#src/config/desk.ts';
import { fillBlanks } from '#src/content/blanks.ts';
import { readPolicies } from '#src/content/policies.ts';

const desk = readFileSync('policies/desk.yaml', 'utf8');
const settings = (text = desk) => {
  const { value } = readDesk('policies/desk.yaml', text);
  if (!value) throw new Error('desk.yaml is broken');
  return value;
};

describe('a blank', () => {
  it('takes a rule of the desk', () => {
    expect(fillBlanks('within {serviceLevel.high} hours', 'en', settings()).text).toBe('within 4 hours');
  });

  it('takes the words of the language, with a capital where a sentence begins', () => {
    expect(fillBlanks('{desk} helps. Ask {desk}. {desk} is there.', 'en', settings()).text).toBe(
      'The reputation desk helps. Ask the reputation desk. The reputation desk is there.',
    );
    expect(fillBlanks('{desk}负责。', 'zh', settings()).text).toBe('口碑工作组负责。');
  });

  it('shows that it is open until the company decides', () => {
    expect(fillBlanks('in {appealDays} days', 'en', settings())).toMatchObject({
      text: 'in [time for an appeal: to be decided] days',
      undecided: ['appealDays'],
    });
  });

  it('shows the number once the company has decided', () => {
    const decided = desk.replace('zh: 申诉期限 }, value: null }', 'zh: 申诉期限 }, value: 5 }');
    expect(fillBlanks('{appealDays} 个工作日', 'zh', settings(decided))).toEqual({
      text: '5 个工作日',
      undecided: [],
      unknown: [],
    });
  });

  it('that nobody knows is a mistake on its own line', () => {
    const front = ['---', 'id: demo', 'title: Demo', 'version: "1"', 'owner: pr', '---', '## 1 A', '### 1.1 B'];
    const text = (last: string) => [...front, 'First line.', last].join('\n');
    const files = [
      { file: 'policies/demo.en.md', text: text('Ask {apealDays}.') },
      { file: 'policies/demo.zh.md', text: text('请问{toString}。') },
    ];
    const { mistakes } = readPolicies(files, settings());
    expect(mistakes.map(({ file, line, key, value, remedy }) => [file, line, key, value, remedy.en])).toEqual([
      ['policies/demo.en.md', 10, '1.1', '{apealDays}', 'Did you mean {appealDays}?'],
      ['policies/demo.zh.md', 10, '1.1', '{toString}', 'Add toString under blanks in desk.yaml.'],
    ]);
  });
});
