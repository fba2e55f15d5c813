/** What people type for roles and dates, in either language. */
import { isDay } from '../day.ts';
import { Refused } from '../refused.ts';
import { ROLES, type Role } from '../role.ts';

const SYNONYMS: { readonly [R in Role]: readonly string[] } = {
  responder: ['responder', 'responders', '处理人', '处理'],
  approver: ['approver', 'approvers', '审批人', '审批'],
  leader: ['leader', 'leaders', 'lead', '负责人', '领导'],
  manager: ['manager', 'managers', '主管', '经理'],
  hr: ['hr', '人力资源', '人力', '人事'],
  admin: ['admin', 'admins', 'administrator', '管理员'],
};

const byWord = new Map(ROLES.flatMap((role) => SYNONYMS[role].map((word) => [word, role] as const)));

/** Words that mean "nobody" or "nothing" where something could be taken away. */
const NONE = ['-', '—', 'none', 'nobody', '无', '没有', '清空'];

export const isNone = (text: string): boolean => NONE.includes(text.trim().toLowerCase());
export const roleOf = (word: string): Role | undefined => byWord.get(word.normalize('NFKC').toLowerCase());

/** Roles, separated by anything that people separate words by. */
export const wordsIn = (text: string): readonly string[] => text.split(/[\s,;|/、，；]+/).filter((word) => word !== '');

/** A day as typed: 2026-03-31, 2026/3/31, 2026.3.31 or 2026年3月31日. */
export function dayOf(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(written)) throw new Refused({ code: 'person_date_unclear', value: text.trim() });
  return written;
}
