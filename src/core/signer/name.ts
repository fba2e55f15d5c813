/** Whether a typed name is the name that the desk knows somebody by: not to the letter, but the same name. */
import { fold } from '../fold.ts';
import type { Person } from '../team.ts';

/** Marks above letters, dots within names, brackets and spaces are not what makes a name somebody else's. */
const plain = (name: string): string =>
  fold(name)
    .text.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim();
const wordsOf = (name: string): readonly string[] => plain(name).split(/\s+/).filter(Boolean);
const squeezed = (words: readonly string[]): string => words.join('');
const HAN = /\p{Script=Han}/u;

/** Where a platform has told no name, an account id or an e-mail address stands in its place. */
export const knownName = ({ name, email, accounts }: Pick<Person, 'name' | 'email' | 'accounts'>): string =>
  name === email || accounts.some(({ id }) => id === name) ? '' : name;

/**
 * Case, width, accents, spaces and the order of first and last name do not matter, nor does what stands in brackets or
 * in the other script ("李梅 Li Mei" is signed as 李梅 or as Li Mei). Of somebody without a known name ('') any is taken.
 */
export function isSameName(typed: string, known: string): boolean {
  const given = wordsOf(typed);
  // A single sign is a whole name only where it is all that is known.
  const isShort = squeezed(given).length < 2;
  if (isShort && (given.length === 0 || squeezed(given) !== squeezed(wordsOf(known)))) return false;
  if (wordsOf(known).length === 0) return given.every((word) => /\p{L}/u.test(word));
  const bare = known.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, ' ');
  const all = wordsOf(bare);
  const forms = [wordsOf(known), all, all.filter((word) => HAN.test(word)), all.filter((word) => !HAN.test(word))];
  const sorted = [...given].sort().join(' ');
  return forms.some(
    (words) => words.length > 0 && (squeezed(words) === squeezed(given) || [...words].sort().join(' ') === sorted),
  );
}
