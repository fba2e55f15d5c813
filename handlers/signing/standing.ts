/** How a campaign stands, as far as somebody may see it: HR, administrators and leaders all of it, others their people. */
import { type Line, standingOf } from '#src/core/campaign/line.ts';
import { mayAskEverybody, maySeeEverybody } from '#src/core/campaign/may.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Campaign } from '#src/desk/signing/campaigns.ts';
import type { Asker, Context } from '#src/handler.ts';

/** Who looks, and when: somebody who acts, or whose digest it is. */
export type Seer = Pick<Context, 'me' | 'roles' | 'at' | 'reader' | 'desk'>;

const viewers = ({ signing }: Rules): readonly Role[] => [...new Set([...signing.open, 'leader' as const])];

/** Who may look at campaigns at all. */
export const maySeeCampaigns = ({ roles, desk }: Asker): boolean =>
  viewers(desk.rules).some((role) => roles.includes(role));

export function needSight(ctx: Context): void {
  if (!maySeeCampaigns(ctx)) throw new Refused({ code: 'campaign_needs_role', need: viewers(ctx.desk.rules) });
}

/** One line for each person whom this reader may see in it. */
export function linesOf({ desk, me, roles, at }: Seer, { id }: Campaign): readonly Line[] {
  const everybody = maySeeEverybody(roles);
  const team = desk.people.team();
  return desk.signing.signers.in(id).flatMap(({ person: who, task }): readonly Line[] => {
    const person = team.person(who);
    if (!person || !(everybody || desk.people.above(who).includes(me))) return [];
    return [{ person, task, standing: standingOf(task, person, at) }];
  });
}

/**
 * Campaigns that concern somebody whom this reader may see, or that they opened; open ones first. One after the other
 * as they are wanted: in years there are many, and each has a line for everybody.
 */
export function* campaignsFor(
  ctx: Seer,
  all = ctx.desk.signing.campaigns.list(),
): Generator<{ readonly campaign: Campaign; readonly lines: readonly Line[] }> {
  for (const campaign of all) {
    const lines = linesOf(ctx, campaign);
    if (maySeeEverybody(ctx.roles) || campaign.by === ctx.me || lines.length > 0) yield { campaign, lines };
  }
}

/** Who opened a campaign, HR and administrators have everybody reminded; others those who work for them. */
export const mayRemindAll = ({ me, roles }: Pick<Seer, 'me' | 'roles'>, { by }: Campaign): boolean =>
  by === me || mayAskEverybody({ by: me, roles });

/** Of those who are missing, whom a reminder from this reader would go to. */
export const remindedBy = (seer: Seer, campaign: Campaign, missing: readonly Line[]): readonly Line[] =>
  mayRemindAll(seer, campaign)
    ? missing
    : missing.filter(({ person }) => seer.desk.people.above(person.id).includes(seer.me));
