/** How a value is quoted in an explanation: short, and never a secret. */
import type { Bilingual } from '#src/core/rules.ts';

const SECRET_NAME = /token|secret|password|passwd|key$|database_?url/i;
/** Slack and OpenAI credentials, and passwords inside a URL, pasted where they do not belong. */
const SECRET_VALUE = /xox[a-z]-|xapp-|\bsk-|:\/\/[^/\s]*@/i;
const LONGEST = 80;

export function show(key: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const last = key.split('.').at(-1) ?? key;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (SECRET_NAME.test(last) || SECRET_VALUE.test(text)) return '••••';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** “a, b, c”, with the list comma of each language. */
export const listed = (items: readonly string[]): Bilingual => ({ en: items.join(', '), zh: items.join('、') });
