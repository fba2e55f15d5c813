/** Every clause that something cites must exist. */
import type { Citation } from '#src/config/desk.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { near } from '#src/core/near.ts';

export function missingClauses(citations: readonly Citation[], ids: readonly string[]): readonly Mistake[] {
  return citations
    .filter(({ clause }) => !ids.includes(clause))
    .map(({ clause, file, line, key }) => {
      const [policy] = clause.split('#');
      const same = ids.filter((id) => id.startsWith(`${policy}#`));
      const guess = same.length > 0 ? undefined : near(clause, ids);
      return mistake({
        file,
        line: line(),
        key,
        value: clause,
        problem: { en: 'There is no such clause.', zh: '没有这一条款。' },
        remedy: guess
          ? { en: `Did you mean ${guess}?`, zh: `是否想写 ${guess}？` }
          : same.length > 0
            ? {
                en: `Write a clause of this policy, from ${same[0]} to ${same.at(-1)}.`,
                zh: `请填写该制度中的条款，从 ${same[0]} 到 ${same.at(-1)}。`,
              }
            : {
                en: 'Write the id of a policy, # and the number of a clause, such as online-reputation#3.2.',
                zh: '请填写“制度 id#条款编号”，例如 online-reputation#3.2。',
              },
      });
    });
}
