/** 日报命令的各种拒绝提示。 */
import type { DigestRefusal } from '#src/core/digest/refusal.ts';
import type { Role } from '#src/core/role.ts';
import type { Reader } from '#src/view/reader.ts';

export function digestRefusal(r: DigestRefusal, { t }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'digest_needs_role':
      return r.need.length > 0 ? `日报仅供${roles(r.need)}查看。` : '日报由系统自动生成，无法手动操作。';
    case 'digest_period_unclear':
      return `没看懂“${r.value}”。可以这样写：“日报 昨天”“日报 本周”“日报 上月”“日报 2026-11-01..2026-11-15”。`;
    case 'digest_period_backwards':
      return `${r.last} 早于 ${r.first}，请把开始日期写在前面。`;
    case 'digest_period_future':
      return `${r.first} 还没到，请选择今天及以前的日期。`;
    case 'digest_period_long':
      return `所选时段共 ${r.days.toLocaleString('zh')} 天，最多可选 ${r.max.toLocaleString('zh')} 天。`;
    case 'digest_hour_unclear':
      return `“${r.value}”不是有效的时间，请写成“日报 时间 8:30”的形式。`;
  }
}
