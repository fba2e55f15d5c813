/** “Did you mean …?”: the known name closest to what somebody wrote. */

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');

/** Levenshtein distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, from] of [...a].entries()) {
    let left = i + 1;
    const next = [left];
    for (const [j, to] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (from === to ? 0 : 1);
      left = Math.min(swap, (row[j + 1] ?? 0) + 1, left + 1);
      next.push(left);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Ignores case, hyphens and underscores; tolerates about one slip in three letters unless told otherwise. */
export function near(name: string, known: readonly string[], slips?: number): string | undefined {
  const wanted = plain(name);
  const tolerated = slips ?? Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const candidate of known) {
    const far = distance(wanted, plain(candidate));
    if (far <= tolerated && (!best || far < best.far)) best = { name: candidate, far };
  }
  return best?.name;
}
