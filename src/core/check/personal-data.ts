/** Personal data in a text (K20): what identifies or reaches a person, in the Chinese and the English world. */
import { type Folded, fold, unfold } from '../fold.ts';
import { ibanLength, isBankCard, isResidentId } from './checksums.ts';
import { outermost, type Pattern, type Span, spansOf } from './span.ts';

export type PersonalKind = 'phone' | 'id' | 'card' | 'email' | 'passport' | 'plate' | 'address' | 'iban';

/** Company lines that anybody may call: 400 in China, free numbers in North America. */
const isFreeLine = (phone: string): boolean =>
  /^(?:86|1)?(?:400|800|888|877|866|855|844|833)\d{7}$/.test(phone.replace(/\D/g, ''));

const hasDigits = (min: number, max: number) => (phone: string) => {
  const { length } = phone.replace(/\D/g, '');
  return length >= min && length <= max && !isFreeLine(phone);
};

// Before a number: no digit, no letter, no `-` or `.` that ties it to more digits (dates, case numbers, versions).
const patterns: readonly Pattern<PersonalKind>[] = [
  {
    kind: 'id',
    looks: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)/dg,
    holds: isResidentId,
    alsoInLinks: true,
  },
  {
    kind: 'card',
    looks:
      /(?<![\da-z]|\d[-. ])(?:\d{15,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{5})(?!\d)/dg,
    holds: isBankCard,
  },
  {
    kind: 'phone',
    looks:
      /(?:(?<![\da-z]|[a-z\d][-.])|(?<=(?:tel|phone|mobile|wx|vx)[-.]?))(?:\+?86[- ]?|0086[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\da-z]|[-.]\d)/dg,
  },
  // E.164: a plus sign, and eight to fifteen digits.
  { kind: 'phone', looks: /(?<![\w+])\+[1-9](?:[ .()-]{0,2}\d){7,14}(?!\d|,\d|%)/dg, holds: hasDigits(8, 15) },
  // North America, written as numbers of phones are; ten bare digits only where a word says that they are one.
  {
    kind: 'phone',
    looks: /(?<![\w.+]|\d-)(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([ .-]))[2-9]\d{2}[ .-]\d{4}(?![\w]|[-.]\d)/dg,
    holds: hasDigits(10, 11),
  },
  {
    kind: 'phone',
    looks: /(?:tel|phone|call|text|mobile|cell|whatsapp|电话|手机)[^\d\n+]{0,12}(?<it>\d{10,11})(?![\d])/dg,
    holds: hasDigits(10, 11),
  },
  // Britain and its like: a leading zero, groups parted by spaces.
  { kind: 'phone', looks: /(?<![\w.+-]|\d )0\d{2,4} \d{3,4} ?\d{3,4}(?![\w-])/dg, holds: hasDigits(10, 11) },
  {
    kind: 'email',
    looks:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?!(?:png|jpe?g|gif|webp|svg)\b)[a-z]{2,24}/dg,
    alsoInLinks: true,
  },
  {
    kind: 'passport',
    looks:
      /(?:护照|passport)(?:号码|号|编号| number| no\.?| #)? ?(?:[:#]|is|是|为)? ?(?<it>[a-z]{0,2}\d{7,9})(?![a-z0-9])/dg,
  },
  {
    kind: 'plate',
    looks:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][a-hj-np-z][·•. -]?[a-hj-np-z0-9]{4,5}[a-hj-np-z0-9挂学警港澳](?![a-z0-9])/dg,
    holds: (plate) => /(?:\d.*){3}/.test(plate),
  },
  { kind: 'id', looks: /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/dg },
  { kind: 'id', looks: /\b(?:ssn|social security(?: number| no\.?)?)[ :#]{0,3}(?:is )?(?<it>\d{9})(?!\d)/dg },
  // A home is a door: a street number alone is a shop, a street number with a flat is where somebody lives.
  {
    kind: 'address',
    looks:
      /\p{Script=Han}{0,24}(?:\d{1,5}(?:号|弄)\p{Script=Han}{0,8}|(?:小区|花园|苑|公寓|新村))\d{1,4}(?:栋|幢|号楼|座|单元|室|户)(?:[\da-z]{0,4}(?:栋|幢|号楼|座|单元|层|楼|室|户)){0,4}(?:\d{2,5})?/dgu,
  },
  {
    kind: 'address',
    looks:
      /(?<![\w-])\d{1,5}[a-z]? (?:[a-z.']{1,20} ){1,4}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way)\b\.?,? (?:apt|apartment|unit|flat|#)\.? ?#?\w{1,6}\b/dg,
  },
  {
    kind: 'address',
    looks:
      /\b(?:lives? (?:at|on)|home address(?: is)?:?|home is(?: at)?) (?<it>\d{1,5}[a-z]? (?:[a-z.']{1,20} ){1,4}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way)\b)/dg,
  },
];

function ibans(folded: Folded): Span<PersonalKind>[] {
  return [...folded.text.matchAll(/(?<![a-z0-9])[a-z]{2}\d{2}(?= ?[a-z0-9])/g)].flatMap(({ index }) => {
    const length = ibanLength(folded.text.slice(index, index + 48));
    return length === 0 ? [] : [{ kind: 'iban' as const, at: unfold(folded, index, index + length) }];
  });
}

/** Every piece of personal data, in order of place. Full-width digits and invisible characters do not hide one. */
export function personalData(text: string): readonly Span<PersonalKind>[] {
  return outermost([...spansOf(text, patterns), ...ibans(fold(text))]);
}
