/** How likely it is that a count rose by chance alone. */

/**
 * The chance of at least `count` events in a time `length` when `before` were seen in a time `span` and nothing has
 * changed: given the sum of both, the later ones are binomial. Exact for small numbers, and honest about a short past:
 * little seen before proves little now.
 */
export function chanceOfRise(count: number, length: number, before: number, span: number): number {
  if (count <= 0) return 1;
  if (length <= 0 || span <= 0) return 1;
  return atLeast(count, count + before, length / (length + span));
}

/** P(X ≥ k) for X binomial over n tries of chance p. */
function atLeast(k: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = term;
  for (let i = k; i < n && (i < n * p || term > sum * 1e-12); i += 1) {
    term *= ((n - i) / (i + 1)) * odds;
    sum += term;
  }
  return Math.min(1, sum);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** The sum itself while it is short, Stirling's series beyond: good to twelve digits. */
function logFactorial(n: number): number {
  if (n < 32) {
    let sum = 0;
    for (let i = 2; i <= n; i += 1) sum += Math.log(i);
    return sum;
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}
