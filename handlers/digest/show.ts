/** Figures on demand: `digest`, `digest week`, `digest 2026-11-01..2026-11-15`. */
import { type DigestRequest, periodAsked } from '#src/core/digest/request.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import { type Answer, type Asker, type Context, show } from '#src/handler.ts';
import { digestCard } from '#src/view/digest/card.ts';

const readers = ({ digest, confidentialRoles, steps }: Rules): readonly Role[] => [
  ...new Set([...digest.roles, ...steps.approve, ...steps.claim, ...confidentialRoles]),
];

/** Whoever works on cases may see figures of them; what they may not know of is not in theirs. */
export const mayReadDigest = ({ roles, desk }: Asker): boolean =>
  readers(desk.rules).some((role) => roles.includes(role));

export function requireReader(ctx: Context): void {
  if (!mayReadDigest(ctx)) throw new Refused({ code: 'digest_needs_role', need: readers(ctx.desk.rules) });
}

export async function shown(ctx: Context, asked: Extract<DigestRequest, { type: 'span' | 'days' }>): Promise<Answer> {
  requireReader(ctx);
  const { desk, reader, at, me, roles } = ctx;
  const span = periodAsked(asked, at, reader.timeZone);
  const content = await desk.digests.content({ me, roles }, span, at);
  const added = span.to >= at ? await desk.digests.added({ me, roles, reader, at, period: span, desk }) : [];
  const subscriber = desk.rules.digest.roles.some((role) => roles.includes(role));
  return show(digestCard({ content, added, subscriber }, reader));
}
