/** Versions of a policy: what is noticed, who says whether it matters, and what stays provable for ever. */
import { describe, expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { changesBetween, clauseOf } from '#src/core/policy/changes.ts';
import { clauseDigest, contentDigest, type PolicyContent } from '#src/core/policy/content.ts';
import { diffWords } from '#src/core/policy/diff-words.ts';
import { newest, policy } from '#src/core/policy/policy.ts';
import { givenFor } from '#test/given.ts';

const clause = (number: string, en: string, zh = '文字') => ({
  ...{ id: `pledge#${number}`, number, title: { en: 'Title', zh: '标题' }, text: { en, zh } },
});
const content = (...clauses: PolicyContent['clauses']): PolicyContent => ({
  ...{ title: { en: 'Pledge', zh: '责任书' }, label: '1.0.0', owner: 'human-resources', clauses },
});
const first = content(clause('1.1', 'Keep secrets.'), clause('1.2', 'Be polite.'));
const second = content(clause('1.1', 'Keep secrets.'), clause('1.2', 'Be polite and truthful.'), clause('1.3', 'New.'));

const given = givenFor(policy, { hana: ['hr'], max: ['admin'], rita: ['responder'] });
const taken = given().when(DESK, { type: 'take', content: first });
const changed = taken.when(DESK, { type: 'take', content: second });
const rule = (material: boolean) => ({ type: 'rule', digest: contentDigest(second), material }) as const;

describe('a policy', () => {
  test('is version one when the desk first sees it, and nobody is asked', () => {
    taken.yieldsTypes('published');
    expect(taken.state.pending).toBeUndefined();
    expect(taken.state.unasked).toEqual([]);
  });

  test('is left alone at every start at which it says the same, whatever its file calls the version', () => {
    taken.when(DESK, { type: 'take', content: { ...first, label: '1.0.1', owner: 'else' } }).yields();
  });

  test('that has changed stays what it was until somebody who answers for it has spoken', () => {
    changed.yieldsTypes('changeNoticed');
    expect(newest(changed.state)?.number).toBe(1);
    changed.when(DESK, { type: 'take', content: second }).yields();
  });

  test('gets its new version when the change is called material, and signatures are to be asked for once', () => {
    const ruled = changed.when('hana', rule(true)).yieldsTypes('published');
    expect(newest(ruled.state)).toMatchObject({ number: 2, material: true, changed: ['pledge#1.2', 'pledge#1.3'] });
    expect(ruled.state.unasked).toEqual([2]);
    const asked = ruled.when(DESK, { type: 'asked', number: 2 });
    expect(asked.state.unasked).toEqual([]);
    asked.when(DESK, { type: 'asked', number: 2 }).yields();
  });

  test('gets its new version and disturbs nobody when the change is not material', () => {
    const ruled = changed.when('max', rule(false));
    expect(newest(ruled.state)).toMatchObject({ number: 2, material: false });
    expect(ruled.state.unasked).toEqual([]);
  });

  test('keeps the text of every version, so that an old signature can be shown what it stands for', () => {
    const { state } = changed.when('hana', rule(true));
    expect(state.versions.map(({ content: text, digest }) => contentDigest(text) === digest)).toEqual([true, true]);
    expect(state.versions[0]?.content).toEqual(first);
  });

  test('forgets a change that was taken back before anybody decided', () => {
    const back = changed.when(DESK, { type: 'take', content: first }).yieldsTypes('changeWithdrawn');
    expect(back.state.pending).toBeUndefined();
    back.when('hana', rule(true)).isRefused({ code: 'policy_changed_again' });
  });
});

describe('whether a change is material', () => {
  test('is not for everybody to say', () => {
    changed.when('rita', rule(false)).isRefused({ code: 'policy_not_owner', need: ['hr', 'admin'] });
  });

  test('is said once: the same word again is nothing, another one is refused', () => {
    const ruled = changed.when('hana', rule(true));
    ruled.when('max', rule(true)).yields();
    ruled.when('max', rule(false)).isRefused({ code: 'policy_ruled', by: 'hana', material: true });
  });

  test('is not said of a text that nobody was shown', () => {
    const third = content(clause('1.1', 'Anything.'));
    changed
      .when(DESK, { type: 'take', content: third })
      .when('hana', rule(true))
      .isRefused({ code: 'policy_changed_again' });
  });

  test('is asked anew when a text comes back that was in force before', () => {
    const back = changed.when('hana', rule(true)).when(DESK, { type: 'take', content: first });
    back.yieldsTypes('changeNoticed');
    back.when('hana', { type: 'rule', digest: contentDigest(first), material: false }).yieldsTypes('published');
  });
});

describe('a difference', () => {
  test('names what is new, what is gone and what reads otherwise', () => {
    const kinds = changesBetween(first, content(clause('1.2', 'Be kind.'), clause('1.4', 'New.')));
    expect(kinds.map((change) => [change.kind, clauseOf(change).number])).toEqual([
      ['changed', '1.2'],
      ['added', '1.4'],
      ['removed', '1.1'],
    ]);
  });

  test('is one of either language', () => {
    expect(changesBetween(content(clause('1.1', 'Same.')), content(clause('1.1', 'Same.', '不同')))).toHaveLength(1);
    expect(clauseDigest(clause('1.1', 'Same.'))).not.toBe(clauseDigest(clause('1.1', 'Same.', '不同')));
  });

  test.each([
    ['Reply within 24 hours.', 'Reply within 12 working hours.'],
    ['须在二十四小时内答复。', '须在十二个工作小时内答复，并告知上级。'],
    ['', 'All new'],
    ['All gone', ''],
    [`${'word '.repeat(900)}`, `${'other '.repeat(900)}`],
  ])('of words, joined again, is both texts: %.20s', (before, after) => {
    const pieces = diffWords(before, after);
    const told = (kind: 'in' | 'out') =>
      pieces.flatMap((one) => (one.kind === 'same' || one.kind === kind ? one.text : [])).join('');
    expect([told('out'), told('in')]).toEqual([before, after]);
  });

  test('shows only the words that differ', () => {
    expect(diffWords('within 24 hours', 'within 12 hours').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'out', text: '24' },
      { kind: 'in', text: '12' },
    ]);
  });
});
