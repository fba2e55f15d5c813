/** `desk setup`: how the desk is set up, what is missing before a case can walk the whole road, and how to change it. */

import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale } from '#src/core/rules.ts';
import { channelIdIn } from '#src/core/settings/channel-id.ts';
import type { Responders, Settings } from '#src/core/settings/settings.ts';
import { isBlank } from '#src/core/visible-text.ts';
import { type Asker, type Context, form, type Handler, replace, show } from '#src/handler.ts';
import { act, type Block, buttons, type Card, facts, heading, list, note, opens, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { obstacleLine } from '#src/view/obstacle/card.ts';
import { oneOf, optionsOf } from '#src/view/options.ts';
import type { Words } from '#src/words/words.ts';
import { acting } from './acting.ts';

export const deskSetup = {
  desk: {
    setup: {
      usage: (t) => t.desk.usage.setup,
      group: 'setup',
      for: setsUp,
      also: ['设置', '配置'],
      run: (ctx) => show(setupCard(ctx)),
    },
  },
  actions: {
    'desk.becomeAdmin': async (ctx) => {
      await ctx.desk.settings.becomeAdmin(ctx.me, acting(ctx));
      return replace(setupCard(ctx, ctx.reader.t.desk.setup.became));
    },
  },
  forms: {
    'desk.setup': form({
      view(ctx) {
        const { t } = ctx.reader;
        const { settings, rules } = ctx.desk;
        return {
          title: t.desk.setup.form,
          submit: t.desk.setup.save,
          inputs: {
            channel: input.line(t.desk.setup.channel, {
              max: 200,
              hint: t.desk.setup.channelHint,
              optional: true,
              initial: settings.channel('response', ctx.platform) ?? '',
            }),
            locale: input.select(
              t.desk.setup.language,
              Object.entries(t.desk.language.names).map(([value, label]) => ({ value, label })),
              { initial: settings.locale('response') ?? rules.channelLocale },
            ),
            responders: input.select(t.desk.setup.responders, optionsOf(WAYS, t.desk.setup.respondersBy), {
              initial: settings.now().responders?.by ?? 'roles',
              hint: t.desk.setup.respondersHint,
            }),
            group: input.line(t.desk.setup.group, {
              ...{ max: 80, optional: true, hint: t.desk.setup.groupHint },
              initial: groupOf(settings.now().responders),
            }),
          },
        };
      },
      async submit(ctx, { channel, locale, responders, group }) {
        const { platform } = ctx;
        const chosen: Locale = locale === 'en' ? 'en' : 'zh';
        const by = oneOf(WAYS, responders) ?? 'roles';
        if (by === 'group' && isBlank(group)) throw new Refused({ code: 'input_missing', field: 'group' });
        await ctx.desk.settings.change(
          [
            ...(isBlank(channel)
              ? []
              : [{ type: 'setChannel', name: 'response', platform, channel: chosenIn(channel, ctx) } as const]),
            { type: 'setChannelLocale', name: 'response', locale: chosen },
            { type: 'setResponders', responders: respondersFrom(by, group, ctx) },
          ],
          acting(ctx),
        );
        return show(setupCard(ctx));
      },
    }),
  },
} satisfies Handler;

/** Administrators; and everybody while there is none, because somebody must be the first. */
function setsUp({ roles, desk }: Asker): boolean {
  return roles.includes('admin') || desk.people.team().holding('admin').length === 0;
}

/** What stood there already stays as it is, whatever it looks like. */
function chosenIn(typed: string, { desk, platform }: Context): string {
  if (typed === desk.settings.channel('response', platform)) return typed;
  const channel = channelIdIn(typed, platform);
  if (channel !== undefined) return channel;
  const value = [...typed.trim()].slice(0, 80).join('');
  throw new Refused({ code: 'settings_channel_unclear', field: 'channel', value, platform });
}

const WAYS = ['roles', 'channel', 'group'] as const;

/** Where members are read already they go on being read there, also when the form was sent from another platform. */
function respondersFrom(by: Responders['by'], group: string, { desk, platform: here }: Context): Responders {
  const { responders: before, membership } = desk.settings.now();
  const works = before && before.by === by && before.by !== 'roles' && membership && !membership.problem;
  const platform = works ? before.platform : here;
  switch (by) {
    case 'roles':
      return { by };
    case 'channel':
      return { by, platform };
    case 'group':
      return { by, platform, group: group.trim() };
  }
}
const groupOf = (responders: Responders | undefined): string => (responders?.by === 'group' ? responders.group : '');

/** Without these nobody could claim, approve or decide. */
const NEEDED: readonly Role[] = ['responder', 'approver', 'leader', 'hr'];
const SHOWN: readonly Role[] = ['admin', ...NEEDED, 'manager'];

/** `said`: what was just done, shown on top. */
function setupCard(ctx: Context, said?: string): Card {
  const { reader } = ctx;
  const { setup } = reader.t.desk;
  const admins = ctx.desk.people.team().holding('admin');
  const done: readonly Block[] = said ? [status('good', said)] : [];
  return cardFor(reader, said ?? setup.title, [
    heading(setup.title),
    ...done,
    ...(admins.length === 0 ? nobodyYet(ctx) : []),
    facts(rows(ctx)),
    ...missing(ctx),
    ...(admins.length === 0 ? [] : ways(ctx, admins.includes(ctx.me))),
  ]);
}

/** Said plainly, because whoever presses it first decides who else may do anything here. */
function nobodyYet({ reader }: Context): readonly Block[] {
  const { setup } = reader.t.desk;
  const confirm = { title: setup.becomeTitle, text: setup.becomeText, yes: setup.yes, no: setup.no };
  const become = act(setup.become, 'desk.becomeAdmin', {}, { look: 'primary', confirm });
  return [status('warning', setup.noAdmin), buttons(become)];
}

function rows({ reader, desk, platform }: Context) {
  const { t } = reader;
  const team = desk.people.team();
  const locale = desk.settings.locale('response') ?? desk.rules.channelLocale;
  const holding = SHOWN.map((role) => ({
    label: t.people.roles[role],
    value: t.people.some(team.holding(role).map(reader.name)) || t.team.noRoles,
  }));
  return [
    { label: t.desk.setup.channel, value: desk.settings.channel('response', platform) ?? t.desk.setup.notHere },
    { label: t.desk.setup.language, value: t.desk.language.names[locale] },
    { label: t.desk.setup.responders, value: whoResponds(desk.settings.now(), t) },
    ...holding,
  ];
}

function whoResponds({ responders = { by: 'roles' }, membership }: Settings, { desk: { setup } }: Words): string {
  const from = responders.by === 'group' ? setup.groupNamed(responders.group) : setup.respondersBy[responders.by];
  return responders.by === 'roles' || !membership ? from : setup.members(membership.members, from);
}

function missing({ reader, desk, platform }: Context): readonly Block[] {
  const { setup } = reader.t.desk;
  const team = desk.people.team();
  const lacking = NEEDED.filter((role) => team.holding(role).length === 0);
  const items = [
    ...(desk.settings.channel('response', platform) === undefined ? [setup.needChannel] : []),
    ...lacking.map((role) => setup.needRole(reader.t.people.roles[role])),
  ];
  const { responders, membership } = desk.settings.now();
  const problem = responders && responders.by !== 'roles' ? membership?.problem : undefined;
  const trouble = [
    ...desk.obstacles.standing().map(({ blocked }) => status('alarm', obstacleLine(blocked, reader))),
    ...(problem ? [status('warning', setup.membersProblem[problem])] : []),
  ];
  if (items.length === 0) return trouble.length > 0 ? trouble : [status('good', setup.ready)];
  return [...trouble, status('warning', setup.missing), list(items)];
}

function ways({ reader, desk }: Context, isAdmin: boolean): readonly Block[] {
  const { setup } = reader.t.desk;
  const admins = desk.people.team().holding('admin').map(reader.name);
  if (!isAdmin) return [note(setup.onlyAdmins(reader.t.people.some(admins)))];
  return [buttons(opens(setup.change, 'desk.setup', {}), act(setup.team, 'team.show', {}))];
}
