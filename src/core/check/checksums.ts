/** Numbers that prove themselves: without these, every long number would look like somebody's card. */

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Chinese resident identity number (GB 11643): 17 digits and a check sign, `x` for ten. */
export function isResidentId(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10x98765432'[sum % 11] === text[17];
}

/** Bank card: the Luhn sum, and a first digit that card schemes use. */
export function isBankCard(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 15 || digits.length > 19 || !/^\D*[3-6]/.test(text) || new Set(digits).size < 2) return false;
  const sum = digits.reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const LENGTHS: Readonly<Record<string, number>> = {
  ...{ ad: 24, ae: 23, at: 20, be: 16, bg: 22, ch: 21, cy: 28, cz: 24, de: 22, dk: 18, ee: 20, es: 24, fi: 18, fr: 27 },
  ...{ gb: 22, gr: 27, hr: 21, hu: 28, ie: 22, il: 23, is: 26, it: 27, li: 21, lt: 20, lu: 20, lv: 21, mc: 27, mt: 31 },
  ...{ nl: 18, no: 15, pl: 28, pt: 25, qa: 29, ro: 24, sa: 24, se: 24, si: 19, sk: 24, sm: 27, tr: 26, ua: 29, br: 29 },
};

/** How many characters of `text` (lower case, may have spaces) are an IBAN: the country's length, and remainder 1 by 97. */
export function ibanLength(text: string): number {
  const wanted = LENGTHS[text.slice(0, 2)];
  if (wanted === undefined) return 0;
  let at = 0;
  let compact = '';
  while (compact.length < wanted && at < text.length) {
    const sign = text[at] ?? '';
    if (/[a-z0-9]/.test(sign)) compact += sign;
    else if (sign !== ' ' || text[at - 1] === ' ') return 0;
    at += 1;
  }
  if (compact.length < wanted || /[a-z0-9]/.test(text[at] ?? '')) return 0;
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? at : 0;
}
