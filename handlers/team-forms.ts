/** The dialogs of `desk team`: edit one person, an absence, a whole list. */
import { endOfDay } from '#src/core/day.ts';
import type { PersonId } from '#src/core/event.ts';
import { Refused } from '#src/core/refused.ts';
import { ROLES, type Role } from '#src/core/role.ts';
import type { Person } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import { importTeam } from '#src/desk/team-import.ts';
import { type Context, form, open, show } from '#src/handler.ts';
import { note, status, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import { input } from '#src/view/form.ts';
import { awayUntil } from '#src/view/team-card.ts';
import type { Words } from '#src/words/words.ts';
import { acting } from './acting.ts';

const pick = form({
  view({ reader: { t } }) {
    return { title: t.team.title, submit: t.team.next, inputs: { person: input.person(t.team.pick) } };
  },
  submit: (_, { person }) => open('team.person', { person }),
});

/** A check for each role: Slack and Teams have no select of several that looks the same on both. */
const person = form({
  view(ctx, args) {
    needAdmin(ctx);
    const { t, name } = ctx.reader;
    const { roles, manager, team, active, id } = who(ctx, args['person']);
    const check = (role: Role) => input.check(roleLabel(t, role), roles.includes(role) ? { initial: true } : {});
    return {
      title: t.team.editTitle(name(id)),
      submit: t.team.save,
      inputs: {
        responder: check('responder'),
        approver: check('approver'),
        leader: check('leader'),
        manager: check('manager'),
        hr: check('hr'),
        admin: check('admin'),
        above: input.person(t.team.manager, {
          optional: true,
          hint: t.team.managerHint,
          ...(manager !== undefined && { initial: manager }),
        }),
        team: input.line(t.team.teamName, { max: 80, optional: true, hint: t.team.teamHint, initial: team ?? '' }),
        active: input.check(t.team.access, { hint: t.team.accessHint, ...(active && { initial: true }) }),
      },
    };
  },
  async submit(ctx, { above, team, active, ...checks }, args) {
    const { id } = who(ctx, args['person']);
    const roles = ROLES.filter((role) => checks[role]);
    const now = await ctx.desk.people.change(id, { roles, manager: above || null, team, active }, acting(ctx));
    return show(saying(ctx.reader, 'good', ctx.reader.t.team.saved(ctx.reader.name(now.id))));
  },
});

const away = form({
  view(ctx, args) {
    const { t, name } = ctx.reader;
    const them = who(ctx, args['person']);
    const until = awayUntil(them, ctx.at);
    return {
      title: t.team.absenceTitle,
      submit: t.team.save,
      intro: [note(t.team.absenceIntro(name(them.id)))],
      inputs: {
        until: input.date(t.team.until, {
          optional: true,
          hint: t.team.untilHint,
          ...(until !== undefined && { initial: ctx.reader.dayOf(until, them.id) }),
        }),
      },
    };
  },
  async submit(ctx, { until: day }, args) {
    const { t, name } = ctx.reader;
    const them = who(ctx, args['person']);
    const until = day === '' ? null : endOfDay(day, zoneOf(them, ctx));
    await ctx.desk.people.change(them.id, { awayUntil: until }, acting(ctx));
    if (until === null) return show(saying(ctx.reader, 'good', t.team.isBack(name(them.id))));
    const said = [t.team.isAway(name(them.id)), dueDay(until, ctx.reader, them.id)];
    return show(cardFor(ctx.reader, t.team.saved(name(them.id)), [status('good', said)]));
  },
});

const list = form({
  view(ctx) {
    needAdmin(ctx);
    const { team } = ctx.reader.t;
    return {
      title: team.importTitle,
      submit: team.importSubmit,
      intro: [text(team.importIntro)],
      inputs: {
        csv: input.area(team.importLabel, { max: 3000, hint: team.importHint, placeholder: team.importExample }),
      },
    };
  },
  async submit(ctx, { csv }) {
    const count = await importTeam(ctx.desk.people, csv, 'csv', ctx.platform, acting(ctx));
    return show(saying(ctx.reader, 'good', ctx.reader.t.team.imported(count)));
  },
});

export const teamForms = { 'team.pick': pick, 'team.person': person, 'team.away': away, 'team.import': list };

const roleLabel = (t: Words, role: Role): string => `${t.people.roles[role]} · ${t.people.roleMeans[role]}`;
const zoneOf = ({ timeZone }: Person, { desk }: Context): string => zoneOr(timeZone, desk.rules.timeZone);

/** The rules refuse it on saving anyway; somebody who may not had better know before they fill in a form. */
function needAdmin({ roles }: Context): void {
  if (!roles.includes('admin')) throw new Refused({ code: 'person_needs_role', need: ['admin'] });
}

function who({ desk }: Context, id: PersonId | undefined): Person {
  const them = id === undefined ? undefined : desk.people.team().person(id);
  if (!them) throw new Refused({ code: 'person_unknown', who: '' });
  return them;
}
