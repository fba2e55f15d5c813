/** Campaigns as those see them who want to know who has signed: a list, and one with whoever is missing. */
import { countOf, inOrder, type Line } from '#src/core/campaign/line.ts';
import type { Campaign } from '#src/desk/signing/campaigns.ts';
import type { Context } from '#src/handler.ts';
import {
  act,
  type Block,
  buttons,
  type Card,
  facts,
  heading,
  list,
  note,
  opens,
  quote,
  status,
  text,
} from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import type { Text } from '#src/view/span.ts';
import { audienceName } from './audience-name.ts';
import { campaignsFor, mayRemindAll, remindedBy } from './standing.ts';
import { titleOf } from './task-card.ts';

export const SHOW = 'campaign.show';
export const LIST = 'campaign.list';
export const REMIND = 'campaign.remind';
export const CLOSE = 'campaign.close';
export const EXPORT = 'campaign.export';
export const NEW = 'campaign.new';

/** Campaigns in a list, and people of one; the rest is counted. */
const CAMPAIGNS = 8;
const PEOPLE = 15;

export const titlesOf = ({ policies }: Campaign, { desk, reader }: Pick<Context, 'desk' | 'reader'>): string =>
  reader.t.people.and(policies.map((id) => titleOf(id, desk.signing, reader)));

export function progressOf(lines: readonly Line[], { reader }: Pick<Context, 'reader'>): string {
  const words = reader.t.signing.campaign;
  const { signed, all, overdue, untold } = countOf(lines);
  if (all === 0) return words.nobodyYet;
  return [
    words.progress(signed, all),
    ...(overdue > 0 ? [words.overdue(overdue)] : []),
    ...(untold > 0 ? [words.asking(untold)] : []),
  ].join(' · ');
}

export function listCard(ctx: Context): Card {
  const words = ctx.reader.t.signing.campaign;
  const shown = [...campaignsFor(ctx).take(CAMPAIGNS)];
  return cardFor(ctx.reader, words.title, [
    heading(words.title),
    ...(shown.length === 0 ? [note(words.none)] : []),
    ...shown.flatMap(({ campaign, lines }): readonly Block[] => [
      text([
        { b: titlesOf(campaign, ctx) },
        ` · ${audienceName(campaign.audience, ctx.reader)}${campaign.status === 'closed' ? ` · ${words.closed}` : ''}\n`,
        progressOf(lines, ctx),
      ]),
      buttons(act(words.open, SHOW, { campaign: campaign.id })),
    ]),
    ...(mayOpen(ctx) ? [buttons(opens(words.create, NEW, {}, { look: 'primary' }))] : []),
  ]);
}

const mayOpen = ({ roles, desk }: Context): boolean => desk.rules.signing.open.some((role) => roles.includes(role));

/** `said`: what was just done, shown on top. */
export function campaignCard(ctx: Context, campaign: Campaign, lines: readonly Line[], said?: string): Card {
  const { reader } = ctx;
  const words = reader.t.signing.campaign;
  const title = titlesOf(campaign, ctx);
  const missing = inOrder(lines).filter(({ standing }) => standing === 'open' || standing === 'overdue');
  return cardFor(reader, said ?? title, [
    heading(title),
    ...(said ? [status('good', said)] : []),
    ...(campaign.note ? [quote(campaign.note, reader.name(campaign.by))] : []),
    facts([
      { label: words.who, value: audienceName(campaign.audience, reader) },
      { label: words.until, value: termOf(campaign, ctx) },
      {
        label: words.by,
        value:
          campaign.why === 'changed' ? words.afterChange : [{ person: campaign.by, name: reader.name(campaign.by) }],
      },
      { label: words.state, value: campaign.status === 'closed' ? words.closed : progressOf(lines, ctx) },
    ]),
    ...missingBlocks(missing, ctx, campaign, lines),
    buttons(...ways(ctx, campaign, remindedBy(ctx, campaign, missing).length, lines.length)),
  ]);
}

const termOf = ({ term }: Campaign, { reader }: Context): Text =>
  'until' in term ? [dueDay(term.until, reader)] : reader.t.signing.campaign.days(term.days);

function missingBlocks(
  missing: readonly Line[],
  { reader, at }: Context,
  { status: now }: Campaign,
  lines: readonly Line[],
): readonly Block[] {
  const words = reader.t.signing.campaign;
  if (now === 'closed') return [];
  if (missing.length === 0) return countOf(lines).all > 0 ? [status('good', words.complete)] : [];
  const shown = missing.slice(0, PEOPLE);
  const line = ({ person, task, standing }: Line): Text => {
    const { absentUntil } = person;
    const when: Text =
      absentUntil !== undefined && absentUntil > at
        ? [` · ${words.away} `, dueDay(absentUntil, reader, person.id)]
        : task.told === undefined
          ? [` · ${words.untold}`]
          : [` · ${standing === 'overdue' ? words.wasDue : words.due} `, dueDay(task.until, reader, person.id)];
    return [{ person: person.id, name: reader.name(person.id) }, ...when];
  };
  const left = missing.length - shown.length;
  return [note(words.missing), list(shown.map(line)), ...(left > 0 ? [note(words.more(left))] : [])];
}

/** `reached`: how many a reminder would go to. */
function ways(ctx: Context, one: Campaign, reached: number, all: number) {
  const { id: campaign, status: now } = one;
  const words = ctx.reader.t.signing.campaign;
  const { yes, no } = words;
  const args = { campaign };
  const mine = mayRemindAll(ctx, one);
  const remind = { title: words.remindTitle, text: words.remindText(reached), yes, no };
  const close = { title: words.closeTitle, text: words.closeText, yes, no };
  const open = now === 'open';
  return [
    open && reached > 0 && act(words.remind, REMIND, args, { look: 'primary', confirm: remind }),
    all > 0 && act(words.export, EXPORT, args),
    open && act(words.refresh, SHOW, { ...args, own: '1' }),
    act(words.all, LIST, { own: '1' }),
    open && mine && act(words.close, CLOSE, args, { look: 'danger', confirm: close }),
  ];
}
