/** The shipped desk.yaml is whole, and a broken one says where and how to mend it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDesk } from '#src/config/desk.ts';
import { CATEGORIES, SEVERITIES } from '#src/core/case/vocabulary.ts';
import { STEPS } from '#src/core/rules.ts';

const shipped = readFileSync('policies/desk.yaml', 'utf8');
const read = (text: string) => readDesk('policies/desk.yaml', text);
/** The line on which a text stands, so that the table below survives edits of the file. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the shipped desk.yaml', () => {
  const { value, mistakes } = read(shipped);

  it('has no mistakes', () => expect(mistakes).toEqual([]));

  it('gives every severity its hours and approvals, and every step its roles', () => {
    expect(value?.rules.serviceLevel).toEqual({ low: 24, medium: 12, high: 4, critical: 1 });
    expect(Object.keys(value?.rules.approvals ?? {})).toEqual([...SEVERITIES]);
    expect(Object.keys(value?.rules.steps ?? {}).sort()).toEqual([...STEPS].sort());
  });

  it('leaves the confirmation of plans, deviations and blocked texts to leaders', () => {
    const { steps } = value?.rules ?? {};
    expect([steps?.confirmPlan, steps?.settle, steps?.overrule]).toEqual([['leader'], ['leader'], ['leader']]);
  });

  it('knows words for every category but "other", in Chinese and in English', () => {
    for (const category of CATEGORIES.filter((name) => name !== 'other')) {
      const words = value?.rules.triage.categories[category] ?? [];
      expect(words.filter((word) => /\p{Script=Han}/u.test(word)).length, category).toBeGreaterThan(10);
      expect(words.filter((word) => /^[a-z]/.test(word)).length, category).toBeGreaterThan(10);
    }
  });
});

const broken: readonly [
  says: string,
  from: string,
  to: string,
  key: string,
  value: string | undefined,
  remedy: string,
][] = [
  ['a word instead of a number', '  low: 24', '  low: a day', 'serviceLevel.low', 'a day', 'Write a number'],
  ['a missing severity', '  low: 24\n', '', 'serviceLevel.low', undefined, 'Write a number'],
  [
    'a critical case that may wait longer than a high one',
    '  critical: 1\n',
    '  critical: 9\n',
    'serviceLevel.critical',
    '9',
    'Write 4 or less',
  ],
  ['no hours at all', '  low: 24', '  low: 0', 'serviceLevel.low', '0', 'Write more than 0'],
  [
    'a mistyped name',
    'verifierMayApprove:',
    'verifyerMayApprove:',
    'verifyerMayApprove',
    '["low","medium"]',
    'Did you mean verifierMayApprove?',
  ],
  [
    'a name in another spelling',
    'planNeeded:',
    'plan-needed:',
    'plan-needed',
    '["high","critical"]',
    'Did you mean planNeeded?',
  ],
  [
    'a mistyped role',
    'confidentialRoles: [hr, leader]',
    'confidentialRoles: [hr, leaders]',
    'confidentialRoles.1',
    'leaders',
    'Did you mean leader?',
  ],
  [
    'nobody who may claim',
    '  claim: [responder, approver, leader]',
    '  claim: []',
    'steps.claim',
    '[]',
    'Write at least 1 entry',
  ],
  [
    'approvals that no leader may give',
    'approve: [approver, leader]',
    'approve: [approver]',
    'steps.approve',
    '["approver"]',
    'Add leader',
  ],
  ['a reply that needs nobody', 'low: { count: 1,', 'low: { count: 0,', 'approvals.low.count', '0', 'Write at least 1'],
  [
    'a mistyped category',
    '    rumour: medium',
    '    rumor: medium',
    'triage.atLeast.rumor',
    'medium',
    'Did you mean rumour?',
  ],
  [
    'thresholds that do not rise',
    '    high: 7',
    '    high: 2',
    'triage.thresholds.high',
    '2',
    'Raise high or lower medium',
  ],
  [
    'a reach that does not rise',
    '    large: 500000',
    '    large: 500',
    'triage.reach.large',
    '500',
    'Raise large or lower medium',
  ],
  ['a number among words', "'996', 单休", '996, 单休', 'triage.causes.employment.13', '996', 'in quotes'],
  [
    'hours that end before they begin',
    'hours: 09:00-18:00',
    'hours: 18:00-09:00',
    'hours',
    '18:00-09:00',
    '09:00-18:00',
  ],
  ['a digest at no time of day', 'at: "08:30"', 'at: early', 'digest.at', 'early', 'such as 08:30'],
  [
    'a digest for a role that there is not',
    'roles: [manager, leader]',
    'roles: [boss]',
    'digest.roles.0',
    'boss',
    'Possible are',
  ],
  ['hours that nobody can read', 'hours: 09:00-18:00', 'hours: nine to six', 'hours', 'nine to six', '09:00-18:00'],
  [
    'reminders that go backwards',
    'high: [{ at: 50, to: [owner] }, { at: 80,',
    'high: [{ at: 90, to: [owner] }, { at: 80,',
    'reminders.escalation.high.1.at',
    '80',
    'smaller percentage first',
  ],
  [
    'a reminder to nobody known',
    'low: [{ at: 80, to: [owner] }',
    'low: [{ at: 80, to: [boss] }',
    'reminders.escalation.low.0.to.0',
    'boss',
    'owner',
  ],
  ['an unknown time zone', 'timeZone: Asia/Shanghai', 'timeZone: Beijing', 'timeZone', 'Beijing', 'Asia/Shanghai'],
  [
    'a route that takes every case',
    'routing: []',
    'routing: [{ channel: all }]',
    'routing.0',
    '{"channel":"all"}',
    'Add category or media',
  ],
  [
    'a check list that exists twice',
    '    - code: sarcasm',
    '    - code: attack',
    'check.lists.1.code',
    'attack',
    'another code',
  ],
  [
    'an empty blank',
    '  deskContact: { name: { en: contact',
    '  deskContact: { name: { de: Kontakt, en: contact',
    'blanks.deskContact.name.de',
    'Kontakt',
    'Delete it',
  ],
];

describe('a broken desk.yaml', () => {
  it.each(broken)('with %s names the line, the key and the remedy', (_says, from, to, key, value, remedy) => {
    expect(shipped).toContain(from);
    const text = shipped.replace(from, to);
    const found = read(text).mistakes.find((mistake) => mistake.key === key);
    expect(found).toMatchObject({ file: 'policies/desk.yaml', ...(value === undefined ? {} : { value }) });
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
    // A setting that is missing is shown where its group begins.
    expect(found?.line).toBe(lineOf(shipped, from) - (to === '' ? 1 : 0));
  });

  it('reports everything at once', () => {
    const text = shipped
      .replace('low: 24', 'low: x')
      .replace('timeZone: Asia/Shanghai', 'timeZone: Mars')
      .replace('high: 7', 'high: 1');
    expect(read(text).mistakes.map(({ key }) => key)).toEqual([
      'serviceLevel.low',
      'timeZone',
      'triage.thresholds.high',
    ]);
  });

  it('refuses to guess where the text is no YAML, and says where', () => {
    const [first] = read('serviceLevel:\n\tlow: 24\n').mistakes;
    expect(first).toMatchObject({ line: 2, remedy: { en: 'Indent with spaces instead of tabs.' } });
  });

  it('names a setting that is written twice', () => {
    const { mistakes } = read(`${shipped}\ntimeZone: Asia/Tokyo\n`);
    expect(mistakes.map(({ key, line }) => [key, line])).toEqual([['DUPLICATE_KEY', shipped.split('\n').length + 1]]);
  });
});
