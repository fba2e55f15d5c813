/** A change of a clause as blocks: what it said, what it says, and which words are new. */
import { clauseBlocks } from '#handlers/policy/clause-blocks.ts';
import { type Change, clauseOf } from '#src/core/policy/changes.ts';
import { diffWords } from '#src/core/policy/diff-words.ts';
import { type Block, note, quote, text } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Span } from '#src/view/span.ts';

export function changeBlocks(change: Change, { t, locale }: Reader): readonly Block[] {
  const words = t.signing.change;
  const clause = clauseOf(change);
  const heading = text([{ b: `${clause.number} ${clause.title[locale]}` }, ` · ${words.kinds[change.kind]}`]);
  switch (change.kind) {
    case 'added':
      return [heading, ...clauseBlocks(clause.text[locale])];
    case 'removed':
      return [heading, quote(clause.text[locale], words.before)];
    case 'changed': {
      const [before, after] = [change.before.text[locale], change.after.text[locale]];
      if (before === after) return [heading, note(words.otherLanguage), ...clauseBlocks(after)];
      const now = diffWords(before, after).flatMap(({ kind, text: piece }): readonly Span[] => {
        if (kind === 'out') return [];
        return kind === 'in' ? [{ b: piece }] : [piece];
      });
      return [heading, quote(before, words.before), note(words.after), text(now)];
    }
  }
}
