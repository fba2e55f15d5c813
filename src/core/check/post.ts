/** What somebody means to post (K20, K21): what speaks against it, sentence by sentence, and whether it speaks for the company. */
import type { CheckRules } from '../rules.ts';
import { sentenceOf, sentences } from '../sentences.ts';
import { check, type Finding } from './check.ts';
import { mask } from './mask.ts';

/** One sentence with what was found in it, each thing once. Personal data and secrets are masked in it. */
export type Remark = { readonly sentence: string; readonly findings: readonly [Finding, ...Finding[]] };

export type PostCheck = {
  readonly remarks: readonly Remark[];
  /** It reads as if the company spoke, so somebody else reviews it before it appears (K10). */
  readonly official: boolean;
  /** It must not appear as it is. */
  readonly blocked: boolean;
};

/** The list in desk.yaml that tells a text which speaks for the company. */
const OFFICIAL = 'official';

export function checkPost(text: string, rules: CheckRules): PostCheck {
  const own = check(text, { as: 'post' }, rules);
  const official = own.some(({ code }) => code === OFFICIAL);
  const findings = official ? check(text, { as: 'official' }, rules) : own;
  const all = sentences(text);
  const remarks = new Map<string, readonly [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const [start, end] = sentenceOf(all, finding.at);
    const sentence = mask(text.slice(start, Math.max(end, finding.at[1])));
    const before = remarks.get(sentence);
    if (!before) remarks.set(sentence, [finding]);
    else if (!before.some(({ code }) => code === finding.code)) remarks.set(sentence, [...before, finding]);
  }
  return {
    remarks: [...remarks].map(([sentence, found]) => ({ sentence, findings: found })),
    official,
    blocked: findings.some(({ blocks }) => blocks),
  };
}
