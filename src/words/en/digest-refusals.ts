/** Why the digest command cannot do something, and what to type instead. */
import type { DigestRefusal } from '#src/core/digest/refusal.ts';
import type { Role } from '#src/core/role.ts';
import type { Reader } from '#src/view/reader.ts';

export function digestRefusal(r: DigestRefusal, { t }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'digest_needs_role':
      return r.need.length > 0
        ? `The digest needs a role: ${roles(r.need)}.`
        : 'Digests are made by the desk itself, and by nobody else.';
    case 'digest_period_unclear':
      return `I don’t understand “${r.value}”. Try “digest yesterday”, “digest week”, “digest last month” or “digest 2026-11-01..2026-11-15”.`;
    case 'digest_period_backwards':
      return `${r.last} is before ${r.first}. Please put the first day first.`;
    case 'digest_period_future':
      return `${r.first} is still to come. Please choose days up to today.`;
    case 'digest_period_long':
      return `These are ${r.days.toLocaleString('en')} days. A digest covers ${r.max.toLocaleString('en')} days at most.`;
    case 'digest_hour_unclear':
      return `“${r.value}” is not a time of day. Please write it like “digest at 8:30”.`;
  }
}
