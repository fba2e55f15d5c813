/** People find the clause they need, as they would ask for it, in either language. */
import { describe, expect, it } from 'vitest';
import { libraryOf } from '#src/content/library.ts';
import { searchOf } from '#src/content/search/search.ts';
import { keptAside, tuned } from '#test/content/policy-queries.ts';
import { recall } from '#test/content/recall.ts';
import { shelf } from '#test/content/shelf.ts';

const { search } = libraryOf(shelf);
const all = [...tuned, ...keptAside];

describe('a search of the policies', () => {
  it('finds a right clause among the first three for nine questions of ten', () => {
    expect(all).toHaveLength(72);
    expect(recall(search, all, 3).share).toBeGreaterThanOrEqual(0.9);
  });

  it('does so for the third that was kept aside while it was tuned', () => {
    expect(keptAside).toHaveLength(24);
    expect(recall(search, keptAside, 3).share).toBeGreaterThanOrEqual(0.9);
  });

  it('owes much of it to what people call things', () => {
    expect(recall(searchOf(shelf.policies, []), all, 3).share).toBeLessThan(0.9);
  });

  it.each(['zh', 'en'] as const)('works in %s', (locale) => {
    const own = all.filter((query) => query.locale === locale);
    expect(own).toHaveLength(36);
    expect(recall(search, own, 3).share).toBeGreaterThanOrEqual(0.9);
  });

  it('shows the sentence that says it, with the words marked', () => {
    const [hit] = search('holding statement', 'en', 1);
    expect(hit?.clause.id).toMatch(/#(?:5\.2|4\.3)$/);
    expect(hit?.sentence.filter((piece) => piece.hit).map(({ text }) => text.toLowerCase())).toContain(
      'holding statements',
    );
    expect(hit?.sentence.map(({ text }) => text).join('')).not.toContain('\n');
  });

  it('understands a saying with other endings and with words in between', () => {
    const own = searchOf(shelf.policies, [{ said: ['argue back'], means: ['spokesperson'] }]);
    const ids = own('people keep arguing with me, and I am backing off', 'en', 9).map(({ clause }) => clause.id);
    expect(ids).toContain('crisis-communication#4.1');
  });

  it('takes a saying of small words by the word only: “no comment” is not every comment', () => {
    const own = searchOf(shelf.policies, [{ said: ['no comment'], means: ['spokesperson'] }]);
    const ids = (question: string) => own(question, 'en', 9).map(({ clause }) => clause.id);
    expect(ids('just say no comment')).toContain('crisis-communication#4.1');
    expect(ids('a comment')).not.toContain('crisis-communication#4.1');
  });

  it('forgives a slip and completes a word, in English', () => {
    expect(search('spokespersn', 'en', 3).map(({ clause }) => clause.id)).toContain('crisis-communication#4.1');
    expect(search('spokesp', 'en', 3).map(({ clause }) => clause.id)).toContain('crisis-communication#4.1');
  });

  it('answers a Chinese question to an English reader in Chinese, because those are the words that were asked for', () => {
    const [hit] = search('双重验证', 'en', 1);
    expect(hit?.sentence.map(({ text }) => text).join('')).toContain('双重验证');
  });

  it('finds nothing where there is nothing', () => {
    expect(search('zzzzqqqq', 'en', 3)).toEqual([]);
    expect(search('', 'en', 3)).toEqual([]);
    expect(search('的了吗', 'zh', 3)).toEqual([]);
  });

  it('takes any text, however long or hostile', () => {
    for (const text of ['constructor', '__proto__', '*'.repeat(5000), '好'.repeat(100_000), '\u0000\ud800 (', 'a OR b'])
      expect(() => search(text, 'zh', 5)).not.toThrow();
  });
});
