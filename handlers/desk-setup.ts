/** `desk setup`: how the desk is set up, what is missing before a case can walk the whole road, and how to change it. */
import type { Role } from '#src/core/role.ts';
import type { Locale } from '#src/core/rules.ts';
import { type Context, form, type Handler, replace, show } from '#src/handler.ts';
import { act, type Block, buttons, type Card, facts, heading, list, note, opens, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting } from './acting.ts';

export const deskSetup = {
  desk: {
    setup: {
      usage: (t) => t.desk.usage.setup,
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
          },
        };
      },
      async submit(ctx, { channel, locale }) {
        const { platform } = ctx;
        const chosen: Locale = locale === 'en' ? 'en' : 'zh';
        await ctx.desk.settings.change(
          [
            ...(channel ? [{ type: 'setChannel', name: 'response', platform, channel } as const] : []),
            { type: 'setChannelLocale', name: 'response', locale: chosen },
          ],
          acting(ctx),
        );
        return show(setupCard(ctx));
      },
    }),
  },
} satisfies Handler;

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
    ...holding,
  ];
}

function missing({ reader, desk, platform }: Context): readonly Block[] {
  const { setup } = reader.t.desk;
  const team = desk.people.team();
  const lacking = NEEDED.filter((role) => team.holding(role).length === 0);
  const items = [
    ...(desk.settings.channel('response', platform) === undefined ? [setup.needChannel] : []),
    ...lacking.map((role) => setup.needRole(reader.t.people.roles[role])),
  ];
  return items.length === 0 ? [status('good', setup.ready)] : [status('warning', setup.missing), list(items)];
}

function ways({ reader, desk }: Context, isAdmin: boolean): readonly Block[] {
  const { setup } = reader.t.desk;
  const admins = desk.people.team().holding('admin').map(reader.name);
  if (!isAdmin) return [note(setup.onlyAdmins(reader.t.people.some(admins)))];
  return [buttons(opens(setup.change, 'desk.setup', {}), act(setup.team, 'team.show', {}))];
}
