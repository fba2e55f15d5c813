/** `desk team`: who works for whom, who may do what, who is away; typed or by form, one by one or as a list. */
import { endOfDay } from '#src/core/day.ts';
import type { PersonId } from '#src/core/event.ts';
import { due } from '#src/core/person/due.ts';
import { dayOf, isNone, roleOf, wordsIn } from '#src/core/person/words.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Person } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { Changes } from '#src/desk/changes.ts';
import { named } from '#src/desk/seed.ts';
import { isEmail, writeTeamList } from '#src/desk/team-list.ts';
import { type Answer, type Context, type Handler, open, show } from '#src/handler.ts';
import { type Block, type Card, heading, list, quote, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { personCard, teamCard, type Viewing } from '#src/view/team-card.ts';
import { acting } from './acting.ts';
import { teamForms } from './team-forms.ts';

/** What may follow `desk team`, in either language. */
const WORDS = {
  add: ['add', '添加', '增加'],
  roles: ['roles', 'role', '角色'],
  manager: ['manager', '主管', '上级'],
  away: ['away', '请假', '外出'],
  back: ['back', '销假', '返岗'],
  edit: ['edit', '编辑'],
  import: ['import', '导入'],
  export: ['export', '导出'],
  help: ['help', '帮助', '?', '？'],
} as const;
type Word = keyof typeof WORDS;
const words: ReadonlyMap<string, Word> = new Map(
  Object.entries(WORDS).flatMap(([word, all]) => all.map((typed) => [typed, word as Word] as const)),
);

export const deskTeam = {
  desk: {
    team: {
      usage: (t) => t.desk.usage.team,
      group: 'also',
      also: ['团队', '成员'],
      run: (ctx, text) => run(ctx, text),
    },
  },
  actions: {
    'team.show': (ctx) => show(teamCard(viewing(ctx))),
    'team.export': (ctx) => show(exported(ctx)),
    'team.back': async (ctx, { person = ctx.me }) => change(ctx, must(ctx, person), { awayUntil: null }),
  },
  forms: teamForms,
  watch: ({ desk, clock }) => clock.watch(desk.people.records, due),
} satisfies Handler;

async function run(ctx: Context, text: string): Promise<Answer> {
  const [first = ''] = text.trim().split(/\s+/);
  const rest = text.trim().slice(first.length).trim();
  const word = words.get(first.toLowerCase());
  const two = rest.split(/[\s,，、>→]+/).length > 1;
  if (first === '') return show(teamCard(viewing(ctx)));
  switch (word) {
    case undefined:
      return show(personCard(ctx.desk.people.one(text), viewing(ctx)));
    case 'add':
      return two ? addRoles(ctx, rest) : show(helpCard(ctx));
    case 'roles':
      return two ? setRoles(ctx, rest) : show(helpCard(ctx));
    case 'manager':
      return two ? setManager(ctx, rest) : show(helpCard(ctx));
    case 'away':
      return rest === '' ? open('team.away', { person: ctx.me }) : goAway(ctx, rest);
    case 'back':
      return change(ctx, rest === '' ? must(ctx, ctx.me) : ctx.desk.people.one(rest), { awayUntil: null });
    case 'edit':
      return rest === '' ? open('team.pick') : open('team.person', { person: ctx.desk.people.one(rest).id });
    case 'import':
      return open('team.import');
    case 'export':
      return show(exported(ctx));
    case 'help':
      return show(helpCard(ctx));
  }
}

/** Somebody who never wrote may be added by e-mail or account; their name comes when they first do. */
async function addRoles(ctx: Context, text: string): Promise<Answer> {
  const { who, roles } = whoAndRoles(text);
  const person = await known(ctx, who);
  return change(ctx, person, { roles: (now) => [...now, ...roles] });
}

async function setRoles(ctx: Context, text: string): Promise<Answer> {
  const { who, roles } = whoAndRoles(text);
  return change(ctx, ctx.desk.people.one(who), { roles });
}

/** Roles stand at the end; what comes before them is a name, which may have several words. */
function whoAndRoles(text: string): { readonly who: string; readonly roles: readonly Role[] } {
  const typed = wordsIn(text);
  const end = typed.findLastIndex((word) => roleOf(word) === undefined && !isNone(word));
  const roles = typed
    .slice(end + 1)
    .map(roleOf)
    .filter((role) => role !== undefined);
  const last = typed[end];
  // "desk team add Ann chef": the last word was meant as a role.
  if (end === typed.length - 1) throw new Refused({ code: 'person_role_unknown', value: last ?? '' });
  return { who: typed.slice(0, end + 1).join(' '), roles };
}

async function known(ctx: Context, who: string): Promise<Person> {
  const [found] = ctx.desk.people.find(who);
  const nameable = isEmail(who) || /^<@[^>]+>$/.test(who);
  if (found || !nameable) return ctx.desk.people.one(who);
  if (!ctx.roles.includes('admin')) throw new Refused({ code: 'person_needs_role', need: ['admin'] });
  const account = who.replace(/^<@([^|>]+)(?:\|[^>]*)?>$/, '$1');
  return ctx.desk.people.enrol(named(account, ctx.platform), { at: ctx.at, cause: `${ctx.cause}/enrol` });
}

/** "Bob, Ann", or "Bob Ann" where only one way to part the words gives two people. */
async function setManager(ctx: Context, text: string): Promise<Answer> {
  const [who, manager] = parted(ctx, text);
  const above = isNone(manager) ? null : ctx.desk.people.one(manager).id;
  return change(ctx, ctx.desk.people.one(who), { manager: above });
}

const MOST_WORDS = 12;

function parted({ desk }: Context, text: string): readonly [who: string, manager: string] {
  const [before = '', after] = text.split(/\s*[,，、>→]\s*/);
  if (after !== undefined) return [before, after];
  const typed = text.split(/\s+/);
  // Two names have no more words than this, and each way to part them is looked for among everybody.
  if (typed.length > MOST_WORDS) throw new Refused({ code: 'person_unknown', who: text });
  const ways = typed
    .slice(1)
    .map((_, index) => [typed.slice(0, index + 1).join(' '), typed.slice(index + 1).join(' ')] as const);
  const fits = ways.filter(
    ([who, manager]) =>
      desk.people.find(who).length === 1 && (isNone(manager) || desk.people.find(manager).length === 1),
  );
  if (fits.length > 1) throw new Refused({ code: 'person_unknown', who: text });
  return fits[0] ?? ways[0] ?? [text, ''];
}

/** The date stands at the end; without a name somebody speaks of themselves. */
async function goAway(ctx: Context, text: string): Promise<Answer> {
  const typed = text.split(/\s+/);
  const day = dayOf(typed.at(-1) ?? '');
  const who = typed.slice(0, -1).join(' ');
  const person = who === '' ? must(ctx, ctx.me) : ctx.desk.people.one(who);
  return change(ctx, person, { awayUntil: endOfDay(day, zoneOr(person.timeZone, ctx.desk.rules.timeZone)) });
}

async function change(ctx: Context, person: Person, changes: Changes): Promise<Answer> {
  const now = await ctx.desk.people.change(person.id, changes, acting(ctx));
  return show(personCard(now, viewing(ctx), saved(ctx, now)));
}

const saved = ({ reader }: Context, { id }: Person): Block => status('good', reader.t.team.saved(reader.name(id)));

function must({ desk }: Context, id: PersonId): Person {
  const person = desk.people.team().person(id);
  if (!person) throw new Refused({ code: 'person_unknown', who: '' });
  return person;
}

function viewing(ctx: Context): Viewing {
  return { reader: ctx.reader, team: ctx.desk.people.team(), me: must(ctx, ctx.me), at: ctx.at };
}

/** It holds e-mail addresses, so it is for administrators. */
function exported(ctx: Context): Card {
  if (!ctx.roles.includes('admin')) throw new Refused({ code: 'person_needs_role', need: ['admin'] });
  const team = ctx.desk.people.team();
  const managerOf = ({ manager }: Person): string => {
    const above = manager === undefined ? undefined : team.person(manager);
    return above?.email ?? above?.accounts[0]?.id ?? '';
  };
  const { team: t } = ctx.reader.t;
  return cardFor(ctx.reader, t.exported, [
    heading(t.title),
    status('neutral', t.exported),
    quote(writeTeamList(team.all(), managerOf)),
  ]);
}

function helpCard({ reader }: Context): Card {
  const { howTitle, how } = reader.t.team;
  return cardFor(reader, howTitle, [heading(howTitle), list(how)]);
}
