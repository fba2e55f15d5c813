/** Two sites write one id in two ways that can be computed from each other: Weibo (base 62) and Bilibili (av, BV). */

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A Weibo post's number from its short form: every four signs from the right are seven digits. */
export function weiboNumber(short: string): string | undefined {
  const groups = short.match(/.{1,4}(?=(?:.{4})*$)/g) ?? [];
  const numbers = groups.map((group) => [...group].reduce((sum, sign) => sum * 62 + BASE62.indexOf(sign), 0));
  if (numbers.some((number, index) => index > 0 && number > 9_999_999)) return undefined;
  return numbers.map((number, index) => (index === 0 ? `${number}` : `${number}`.padStart(7, '0'))).join('');
}

const BASE58 = 'FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf';
const XOR = 23442827791579n;
const MASK = 2251799813685247n;

/** A Bilibili video's av number from its BV form. */
export function bilibiliNumber(bv: string): string | undefined {
  const signs = [...bv];
  const swap = (a: number, b: number) => {
    [signs[a], signs[b]] = [signs[b] ?? '', signs[a] ?? ''];
  };
  swap(3, 9);
  swap(4, 7);
  let sum = 0n;
  for (const sign of signs.slice(3)) {
    const digit = BASE58.indexOf(sign);
    if (digit < 0) return undefined;
    sum = sum * 58n + BigInt(digit);
  }
  return `${(sum & MASK) ^ XOR}`;
}
