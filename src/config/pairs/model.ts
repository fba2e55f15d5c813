/** A model is used only when it is named: a key that lies about in a shell sends nothing anywhere. */
import type { Mistake } from '../mistake.ts';
import { listed } from '../show.ts';
import { type Given, lacking } from './found.ts';

export function model(given: Given): readonly Mistake[] {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: base, OPENAI_MODEL: name } = given;
  const remedy = (...unset: readonly string[]) => ({
    en: `Set OPENAI_MODEL to the model to use, or unset ${listed(unset).en} to work without one.`,
    zh: `请将 OPENAI_MODEL 设为所用模型；不用模型请取消 ${listed(unset).zh}。`,
  });
  if (!name && key)
    return [
      lacking(
        given,
        'OPENAI_API_KEY',
        ['OPENAI_MODEL'],
        remedy(...(base ? ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] : ['OPENAI_API_KEY'])),
      ),
    ];
  if (!name && base) return [lacking(given, 'OPENAI_BASE_URL', ['OPENAI_MODEL'], remedy('OPENAI_BASE_URL'))];
  if (name && !key && !base)
    return [
      lacking(given, 'OPENAI_MODEL', ['OPENAI_API_KEY', 'OPENAI_BASE_URL'], {
        en: 'Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own that needs no key, or unset OPENAI_MODEL.',
        zh: '请设置 OPENAI_API_KEY；自建且无需密钥的服务请设置 OPENAI_BASE_URL；不用模型请取消 OPENAI_MODEL。',
      }),
    ];
  return [];
}
