/** The desk at a glance, in the home of whoever gets the digest: the same figures, of this week and now. */
import { figuresOf } from '#src/core/figures/figures.ts';
import { spanOf } from '#src/core/figures/period.ts';
import type { Context } from '#src/handler.ts';
import { act, type Block, buttons, facts, heading, opens, text } from '#src/view/card.ts';
import { trend } from '#src/view/digest/card.ts';
import { standingRows } from '#src/view/digest/standing-rows.ts';

export async function glance({ me, roles, desk, reader, at }: Context): Promise<readonly Block[] | undefined> {
  const { rules, cases } = desk;
  if (!rules.digest.roles.some((role) => roles.includes(role))) return undefined;
  const span = spanOf('thisWeek', at, reader.timeZone);
  const { open, confidential } = await cases.figures({ me, roles }, () => figuresOf(span, at));
  const { digest: words, common } = reader.t;
  const late = { label: words.label.overdue, value: words.overdueNow(open.standing.overdue) };
  const apart = confidential?.standing.open
    ? [
        text(
          `${words.confidential}${common.colon}${words.confidentialNow(confidential.standing.open, confidential.standing.overdue)}`,
        ),
      ]
    : [];
  return [
    heading(words.glance),
    facts([late, ...standingRows(open.standing, reader)]),
    text(trend(open, reader)),
    ...apart,
    buttons(act(words.see, 'digest.show', { of: '' }), opens(words.settings, 'digest.settings', {})),
  ];
}
