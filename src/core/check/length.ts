/** Where a text runs over what a medium takes. */
import type { Media } from '../case/vocabulary.ts';

const LINK_ON_X = 23;

/** X counts Latin and its like once and everything else twice; a link always counts 23. */
/** Weibo takes two Latin characters for one Chinese one. */
const weightOnWeibo = (char: string): number => (/^[\0-\xFF]$/u.test(char) ? 0.5 : 1);

const weight = (char: string, media: Media): number =>
  media === 'x' ? weightOnX(char) : media === 'weibo' ? weightOnWeibo(char) : 1;

const weightOnX = (char: string): number =>
  /^[\0-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]$/u.test(char) ? 1 : 2;

/** The place of the first character too many, or undefined. */
export function overflow(text: string, media: Media, limit: number): number | undefined {
  let sum = 0;
  let at = 0;
  const pieces = media === 'x' ? text.matchAll(/(?<link>https?:\/\/[!-~]+)|./gsu) : text.matchAll(/./gsu);
  for (const { 0: piece, groups } of pieces) {
    sum += groups?.link === undefined ? weight(piece, media) : LINK_ON_X;
    if (sum > limit) return at;
    at += piece.length;
  }
  return undefined;
}
