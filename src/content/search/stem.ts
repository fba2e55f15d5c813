/** Takes the usual endings off an English word, so that `leaving` finds `leaves`. Rough on purpose: both sides get the same. */

/** Longest first; at least `keeps` letters stay. */
const ENDINGS: readonly (readonly [ending: string, by: string, keeps: number])[] = [
  ['ations', 'at', 3],
  ['ation', 'at', 3],
  ['ments', '', 4],
  ['ment', '', 4],
  ['ies', 'y', 2],
  ['ied', 'y', 2],
  ['ings', '', 3],
  ['ing', '', 3],
  ['edly', '', 3],
  ['es', '', 3],
  ['ed', '', 3],
  ['ly', '', 3],
  ['s', '', 3],
  ['e', '', 3],
];

/** Of a folded word (lower case). A word with a sign that is no letter stays as it is. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (!/^[a-z]+$/.test(bare) || bare.endsWith('ss')) return bare;
  const found = ENDINGS.find(([ending, , keeps]) => bare.endsWith(ending) && bare.length - ending.length >= keeps);
  if (!found) return bare;
  const [ending, by] = found;
  const root = bare.slice(0, bare.length - ending.length) + by;
  // stopped → stop, and planning → plan.
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}
