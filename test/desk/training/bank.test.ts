/** What makes a question a new one: its own words, or those of the clause behind it; nothing else. */
import { expect, test } from 'vitest';
import { bankOf } from '#src/desk/training/bank.ts';
import { single, story } from '#test/core/quiz/questions.fixture.ts';
import { changed, policies } from '#test/handlers/signing/policies.fixture.ts';

const secrets = single('secrets', 'policy', 'pledge#1.1');
const polite = single('polite', 'policy', 'pledge#1.2');
const media = single('media', 'policy', 'media#1.1');
const all = [secrets, polite, media];

test('a changed clause touches the questions that cite it, and no other', () => {
  const [before, after] = [bankOf(all, policies), bankOf(all, changed)];
  const touched = all.filter(
    ({ id }) => before.entries.get(id)?.clauseVersion !== after.entries.get(id)?.clauseVersion,
  );
  expect(touched.map(({ id }) => id)).toEqual(['polite']);
  for (const { id } of all) expect(before.entries.get(id)?.version).toBe(after.entries.get(id)?.version);
});

test('a question is found by the version of its words as long as it reads so', () => {
  const bank = bankOf(all, policies);
  const version = bank.entries.get('media')?.version ?? '';
  expect(bank.ofVersion(version)).toBe(media);
  expect(
    bankOf([{ ...media, ask: { en: 'Otherwise?', zh: '换个问法？' } }], policies).ofVersion(version),
  ).toBeUndefined();
});

test('a story keeps the answers of each of its steps', () => {
  expect(bankOf([story('tale')], policies).entries.get('tale')?.parts).toEqual({
    first: ['a', 'b'],
    detour: ['a', 'b'],
    last: ['a', 'b'],
  });
});
