/** People are asked to sign policies, and whoever asked sees who has: `desk campaign` (K17). */
import { isMeant } from '#src/core/campaign/audience.ts';
import type { Line } from '#src/core/campaign/line.ts';
import { maySeeEverybody } from '#src/core/campaign/may.ts';
import { endOfDay } from '#src/core/day.ts';
import { ownersOf } from '#src/core/policy/owners.ts';
import { Refused } from '#src/core/refused.ts';
import { type Answer, type Context, form, type Handler, replace, show } from '#src/handler.ts';
import { type Args, act, type Block, buttons, file, heading, list, note, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { type Input, input } from '#src/view/form.ts';
import { acting, begunBy } from './acting.ts';
import { audienceOf, audienceOptions } from './signing/audience-name.ts';
import {
  CLOSE,
  campaignCard,
  EXPORT,
  LIST,
  listCard,
  NEW,
  progressOf,
  REMIND,
  SHOW,
  titlesOf,
} from './signing/campaign-card.ts';
import { exportOf } from './signing/export.ts';
import { campaignsFor, linesOf, mayRemindAll, maySeeCampaigns, needSight, type Seer } from './signing/standing.ts';
import { titleOf } from './signing/task-card.ts';

/** The campaign of a button, as this person may see it. */
function found(ctx: Context, { campaign: id = '' }: Args) {
  needSight(ctx);
  const campaign = ctx.desk.signing.campaigns.must(id);
  const lines = linesOf(ctx, campaign);
  const mine = maySeeEverybody(ctx.roles) || campaign.by === ctx.me || lines.length > 0;
  if (!mine) throw new Refused({ code: 'campaign_unknown' });
  return { campaign, lines };
}

function shown(ctx: Context, args: Args, said?: string): Answer {
  const { campaign, lines } = found(ctx, args);
  return (args['own'] === undefined ? show : replace)(campaignCard(ctx, campaign, lines, said));
}

async function exported(ctx: Context, args: Args): Promise<Answer> {
  const { campaign, lines } = found(ctx, args);
  const { desk, reader, at } = ctx;
  const words = reader.t.signing.campaign;
  const bytes = exportOf(lines, desk.people.team(), desk.signing, reader);
  const digest = await desk.keep(bytes);
  const name = `${words.file}-${at.slice(0, 10)}.csv`;
  const said = words.exported(lines.length);
  return show(
    cardFor(reader, said, [
      heading(titlesOf(campaign, ctx)),
      text(said),
      file({ digest, name, media: 'text/csv', size: bytes.length }),
    ]),
  );
}

/** A check for each policy, because no platform has a choice of several that looks the same everywhere. */
const POLICY = 'policy-';

const newForm = form({
  view(ctx) {
    needSight(ctx);
    const { reader, desk } = ctx;
    const words = reader.t.signing.campaign.form;
    const policies = desk.policies.map(({ id }): [string, Input] => [
      `${POLICY}${id}`,
      input.check(words.policy(titleOf(id, desk.signing, reader))),
    ]);
    const options = audienceOptions(ctx);
    if (options.length === 0) throw new Refused({ code: 'campaign_not_your_people', field: 'audience' });
    const [first] = options;
    return {
      title: words.title,
      submit: words.submit,
      intro: [note(words.intro), ...undecided(ctx)],
      inputs: {
        ...Object.fromEntries(policies),
        audience: input.select(words.audience, options, { initial: first?.value ?? '' }),
        until: input.date(words.until, { optional: true, hint: words.untilHint(desk.rules.signing.days) }),
        note: input.area(words.note, { max: 500, optional: true }),
      },
    };
  },
  async submit(ctx, values) {
    const { desk, at, reader } = ctx;
    const { audience: chosen, until, note: typed } = values;
    const policies = desk.policies.map(({ id }) => id).filter((id) => ticked(values, `${POLICY}${id}`));
    for (const id of policies) needDecided(ctx, id);
    const audience = audienceOf(String(chosen), ctx);
    const meant = [...desk.people.team().all()].filter((person) =>
      isMeant(
        audience,
        {
          person,
          above: audience.to === 'under' ? desk.people.above(person.id) : [],
          signed: (policy) => desk.signing.signers.signed(person.id, policy),
          asked: () => false,
        },
        at,
      ),
    ).length;
    if (meant === 0 && audience.to !== 'newHires') throw new Refused({ code: 'campaign_nobody', field: 'audience' });
    const day = String(until ?? '');
    const term = day === '' ? { days: desk.rules.signing.days } : { until: endOfDay(day, desk.rules.timeZone) };
    const id = begunBy(ctx, 'campaign');
    await desk.signing.campaigns.records.act(
      id,
      { type: 'open', policies, audience, term, why: 'opened', note: String(typed ?? '') },
      acting(ctx),
    );
    const campaign = desk.signing.campaigns.must(id);
    return show(campaignCard(ctx, campaign, linesOf(ctx, campaign), reader.t.signing.campaign.opened(meant)));
  },
});

/** Which policies there are is not known to the types of the form. */
const ticked = (values: { readonly [name: string]: string | boolean }, name: string): boolean => values[name] === true;

/** Better known before than after thousands have signed it. */
function undecided({ desk, reader }: Context): readonly Block[] {
  const open = desk.policies.filter((policy) => policy.undecided.length > 0);
  if (open.length === 0) return [];
  const titles = reader.t.people.and(open.map(({ id }) => titleOf(id, desk.signing, reader)));
  return [status('warning', reader.t.signing.campaign.form.undecided(titles))];
}

/** Nobody is asked to sign a text of which it is not known whether it will stand. */
function needDecided({ desk, reader }: Context, id: string): void {
  const pending = desk.signing.policies.state(id)?.pending;
  if (!pending) return;
  const title = pending.content.title[reader.locale];
  const need = ownersOf(pending.content.owner, desk.rules);
  throw new Refused({ code: 'campaign_policy_undecided', title, need });
}

/** So many at once; the list has the rest. */
const TEAM_SHOWN = 5;

/** For whoever leads people: each open campaign that some of them have not signed. */
function teamBlocks(ctx: Seer): readonly Block[] | undefined {
  if (!ctx.roles.some((role) => role === 'manager' || role === 'hr')) return undefined;
  const running = ctx.desk.signing.campaigns.list().filter(({ status: now }) => now === 'open');
  const isMissing = ({ standing }: Line) => standing === 'open' || standing === 'overdue';
  const open = [
    ...campaignsFor(ctx, running)
      .filter(({ lines }) => lines.some(isMissing))
      .take(TEAM_SHOWN),
  ];
  if (open.length === 0) return undefined;
  const words = ctx.reader.t.signing;
  return [
    heading(words.home.team),
    list(open.map(({ campaign, lines }) => [{ b: titlesOf(campaign, ctx) }, ` · ${progressOf(lines, ctx)}`])),
    buttons(act(words.campaign.all, LIST, {})),
  ];
}

export const campaign = {
  desk: {
    campaign: {
      usage: (t) => t.signing.usage.campaign,
      group: 'people',
      for: maySeeCampaigns,
      also: ['签收', 'signatures'],
      run: (ctx) => {
        needSight(ctx);
        return show(listCard(ctx));
      },
    },
  },
  actions: {
    [LIST]: (ctx, { own }) => {
      needSight(ctx);
      return (own === undefined ? show : replace)(listCard(ctx));
    },
    [SHOW]: (ctx, args) => shown(ctx, args),
    [EXPORT]: exported,
    [REMIND]: async (ctx, args) => {
      const { campaign: one } = found(ctx, args);
      const under = mayRemindAll(ctx, one) ? {} : { under: ctx.me };
      await ctx.desk.signing.campaigns.records.act(one.id, { type: 'urge', ...under }, acting(ctx));
      return shown(ctx, { ...args, own: '1' }, ctx.reader.t.signing.campaign.reminded);
    },
    [CLOSE]: async (ctx, args) => {
      const { campaign: one } = found(ctx, args);
      await ctx.desk.signing.campaigns.records.act(one.id, { type: 'close' }, acting(ctx));
      return shown(ctx, { ...args, own: '1' }, ctx.reader.t.signing.campaign.closedNow);
    },
  },
  forms: { [NEW]: newForm },
  home: teamBlocks,
  digest: teamBlocks,
} satisfies Handler;
