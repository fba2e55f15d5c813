/**
 * How far a post says it has spread: “三千多转发”, “over 5,000 shares”, “10k likes”. Only a number right beside a word of
 * reach counts; a price, a date, a telephone number or an idiom does not. Rather nothing than a wrong number.
 */

/** `words`: as the (folded) text has it. `number`: at least so many. */
export type Stated = { readonly words: string; readonly number: number };

const HAN_DIGITS = '零〇一二两三四五六七八九';
const HAN = `[${HAN_DIGITS}几数十百千万亿]`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?`;
/** Bounded everywhere, and begun nowhere inside another number, so that no text takes more than linear time. */
const NUMBER = [
  `(?:${DIGITS})(?: ?(?:百万|千万|十万|[千万亿])|[kmw](?![a-z])| (?:thousand|million)(?![a-z]))?`,
  `${HAN}{1,12}`,
].join('|');
const MORE = '[多余来]?\\+?';
/** Not inside another number, a date, a time, a version or a price. */
const APART = String.raw`(?<![#$¥£€/\-]|[第号年月点时]|\d[.,:]|\d )`;
const ZH_BEFORE = String.raw`${APART}(?<![a-z\d]|${HAN})`;
const EN_BEFORE = String.raw`${APART}(?<![\p{L}\p{N}])`;
const ZH_WORD = '(?:转发|评论|点赞|赞|阅读|播放|浏览)';
/** What makes another word of it: a commentator, a player, a browser, a sponsorship. */
const OTHER_WORD = '(?!者|员|器|家|机|理解|助|美|扬|同|成|许|叹|赏)';
const EN_WORD = '(?:shares|retweets|reposts|likes|views|comments|plays)';
/** “likes it” is a verb; “shares of Acme” are on the stock exchange. */
const EN_OTHER = '(?! (?:it|this|that|him|her|us|them|our|of|at|in|worth)(?![a-z]))(?![a-z])';

const PATTERNS = [
  // 2.3万赞 · 三千多次转发 · 一万多人点赞
  `${ZH_BEFORE}(?<n>${NUMBER})${MORE} ?[个次条人]?次?的?${ZH_WORD}${OTHER_WORD}`,
  // 转发三千多 · 阅读量已超过10万+ · 点赞数：5,000
  `${ZH_WORD}(?:次数|人数|[量数])? ?[::]? ?(?:已经|已)?(?:达到|高达|超过|突破|[达超过破有约近])?了? ?(?<n>${NUMBER})${MORE}(?:[次个条人](?!民|家|物))?了?(?=$|[^\\p{L}\\p{N}.,:/\\-%]|[,.:] |[,.](?!\\d)|${ZH_WORD})`,
  // over 5,000 shares · 10k likes · 2 million views
  `${EN_BEFORE}(?<n>${NUMBER})\\+? ${EN_WORD}${EN_OTHER}`,
  // views: 12,345
  `(?<![a-z])${EN_WORD}: ?(?<n>${NUMBER})\\+?(?![\\p{L}\\p{N}%]|[.,:/\\-][\\p{L}\\p{N}])`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** “给你一万个赞” praises, and nobody counted; who deals in shares has not passed on a post. */
const IDIOM =
  /[给送][^,。!?;]{0,6}$|(?:bought|buy|buys|sold|sell|sells|own|owns|held|hold|issued|traded?) (?:\S{1,12} ){0,2}$/u;
const LOOK_BACK = 30;
/** A year stands beside many words: “in 2024 comments were closed”. */
const YEAR = /^(?:19|20)\d\d$/;

/** The largest number of reach that a folded text states, if it states one. Linear time. */
export function statedReach(text: string): Stated | undefined {
  let most: Stated | undefined;
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const written = match.groups?.['n'] ?? '';
      const number = YEAR.test(written) ? 0 : numberOf(written);
      if (number <= (most?.number ?? 0)) continue;
      if (IDIOM.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index))) continue;
      most = { words: match[0].trim(), number };
    }
  return most;
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 十万: 1e5, 百万: 1e6, 千万: 1e7 },
  ...{ k: 1e3, m: 1e6, w: 1e4, thousand: 1e3, million: 1e6 },
};

function numberOf(written: string): number {
  const [, digits, unit] = /^([\d.,]+) ?(\D*)$/u.exec(written) ?? [];
  if (digits === undefined) return hanNumber(written);
  return Math.round(Number(digits.replaceAll(',', '')) * (UNITS[unit ?? ''] ?? 1));
}

/** 两万三千 is 23,000. What is vague counts as little as it may: 几千 as 1,000, 十几万 as 100,000, 上万 as 10,000. */
function hanNumber(written: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const char of written) {
    const unit = UNITS[char];
    if (unit === undefined) digit = digitOf(char, section);
    else if (unit < 1e4) {
      section += (digit || 1) * unit;
      digit = 0;
    } else {
      const counted = section + digit;
      // 两万三千亿 are so many 亿; 一亿三千万 are one 亿 and so many 万.
      total = unit === 1e4 ? total + (counted || 1) * unit : (total + counted || 1) * unit;
      [section, digit] = [0, 0];
    }
  }
  return total + section + digit;
}

function digitOf(char: string, section: number): number {
  if (char === '几' || char === '数') return section === 0 ? 1 : 0;
  return char === '两' ? 2 : Math.max(0, '零一二三四五六七八九'.indexOf(char));
}
