/** A model is used only when it is named: a key that lies about in a shell sends nothing anywhere, and stops nothing. */
import type { Mistake } from '../mistake.ts';
import { type Given, lacking } from './found.ts';

export function model(given: Given): readonly Mistake[] {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: base, OPENAI_MODEL: name } = given;
  if (!name || key || base) return [];
  return [
    lacking(given, 'OPENAI_MODEL', ['OPENAI_API_KEY', 'OPENAI_BASE_URL'], {
      en: 'Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own that needs no key, or unset OPENAI_MODEL.',
      zh: '请设置 OPENAI_API_KEY；自建且无需密钥的服务请设置 OPENAI_BASE_URL；不用模型请取消 OPENAI_MODEL。',
    }),
  ];
}
