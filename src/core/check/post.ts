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
  return { remarks: remarks(text, findings), official, blocked: findings.some(({ blocks }) => blocks) };
}

/** `end` reaches beyond the sentence where what was found does. */
type Found = { readonly start: number; readonly end: number; readonly findings: readonly [Finding, ...Finding[]] };

function remarks(text: string, findings: readonly Finding[]): readonly Remark[] {
  const all = sentences(text);
  const found = new Map<number, Found>();
  for (const finding of findings) {
    const [start, own] = sentenceOf(all, finding.at);
    const before = found.get(start);
    const end = Math.max(own, finding.at[1], before?.end ?? 0);
    if (!before) found.set(start, { start, end, findings: [finding] });
    else if (!before.findings.some(({ code }) => code === finding.code))
      found.set(start, { start, end, findings: [...before.findings, finding] });
  }
  return [...found.values()].map(({ start, end, findings: there }) => ({
    sentence: mask(text.slice(start, end)),
    findings: there,
  }));
}
