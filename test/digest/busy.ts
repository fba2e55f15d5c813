/** A desk with a lot going on, from a seed: reports, work, decisions, publications, endings, second thoughts; and its digests. */
import type { CaseCommand } from '#src/core/case/command.ts';
import { currentDigest } from '#src/core/case/decide-reply.ts';
import { due as dueOfCase } from '#src/core/case/due.ts';
import { type ExistingCase, latestDraft } from '#src/core/case/state.ts';
import { CATEGORIES, CAUSES, DISMISSALS, EFFECTS, SEVERITIES } from '#src/core/case/vocabulary.ts';
import type { Instant } from '#src/core/event.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import { due } from '#src/core/subscription/due.ts';
import { Clock } from '#src/desk/clock.ts';
import type { Desk } from '#src/desk/desk.ts';
import { type Colleague, seedCompany } from '#src/desk/seed.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { hours, minutes, START } from '#test/given.ts';
import { type Dice, dice } from '#test/road/dice.ts';
import { memoryStore } from '#test/stores/memory.ts';

const someone = (account: string, ...roles: readonly Role[]): Colleague => ({
  ...{ account, name: account, locale: 'en', roles, timeZone: 'Asia/Shanghai', team: 'all' },
});
const COMPANY: readonly Colleague[] = [
  ...[someone('emma'), someone('rita', 'responder'), someone('rob', 'responder'), someone('ada', 'approver')],
  ...[someone('lea', 'leader'), someone('leo', 'leader'), someone('hana', 'hr'), someone('max', 'manager')],
];
type Name = 'emma' | 'rita' | 'rob' | 'ada' | 'lea' | 'leo' | 'hana' | 'max';

const SITES = ['weibo.com', 'zhihu.com', 'x.com', 'xiaohongshu.com', 'example.org'];
const TEXTS = [
  'The tea is cold',
  'I love it, thank you',
  'My kettle exploded',
  'They say it is all fake',
  '发货太慢，要求退款',
];
const TEAMS = ['Shops', 'Kitchen', 'constructor', ''];

/** As many things are tried as there are steps, some minutes apart; what the rules refuse does not happen. */
export async function busy(seed: number, steps: number) {
  const store = memoryStore();
  const chance = dice(seed);
  let now = 0;
  const at = (): Instant => minutes(now);
  const desk = await deskOf(store, at);
  await seedCompany(desk.people, desk.settings, 'slack', COMPANY, { at: START, cause: 'company' });
  await desk.digests.start();
  const faults: unknown[] = [];
  const clock = new Clock({ now: at, onFault: (_, error) => faults.push(error), rhythm: () => () => undefined });
  clock.watch(desk.cases.records, dueOfCase);
  clock.watch(desk.digests.subscriptions, due(rules));
  await clock.start();
  const all: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    now += 1 + chance.roll(25);
    await clock.tick(at());
    await desk.digests.idle();
    // A digest tells of what was before it; what people do now comes after it, and not at the same instant.
    now += 0.5;
    const cause = `step-${step}`;
    await tried(async () => {
      if (all.length === 0 || chance.often(9)) all.push(await report(desk, chance, at(), cause));
      else await goOn(desk, chance, all, at(), cause);
    });
  }
  return { desk, store, at: at(), faults, idOf: (name: Name) => idOf(desk, name) };
}

const idOf = (desk: Desk, name: Name): string => desk.people.ofAccount('slack', name)?.id ?? '';

async function tried(what: () => Promise<void>): Promise<void> {
  try {
    await what();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

const who = (desk: Desk, name: Name, at: Instant, cause: string) => {
  const by = idOf(desk, name);
  return { by, roles: desk.people.team().person(by)?.roles ?? [], at, cause };
};

async function report(desk: Desk, chance: Dice, at: Instant, cause: string): Promise<string> {
  const severity = chance.often(60) ? chance.one(SEVERITIES) : undefined;
  const category = chance.often(50) ? chance.one(CATEGORIES) : undefined;
  const input = {
    link: `https://${chance.one(SITES)}/1/${cause}`,
    text: chance.one(TEXTS) ?? '',
    ...{ author: '', note: '', hidden: false, follow: false, confidential: chance.often(12), concerns: [] },
    ...(severity && { severity }),
    ...(category && { category }),
  };
  return (await desk.cases.report(input, who(desk, 'emma', at, cause))).id;
}

async function goOn(desk: Desk, chance: Dice, all: readonly string[], at: Instant, cause: string): Promise<void> {
  // Mostly the newest, so that some cases get to their end.
  const id = (chance.often(70) ? all.at(-1) : chance.one(chance.often(60) ? all.slice(-8) : all)) ?? '';
  const { state } = await desk.cases.records.read(id);
  if (state.status === 'none') return;
  const [name, command] = next(desk, state, chance, all, id, at);
  const actor = state.confidential ? (chance.often(50) ? 'hana' : 'leo') : name;
  if (command.type === 'reopen') await desk.cases.reopen(id, command, who(desk, actor, at, cause));
  else await desk.cases.act(id, command, who(desk, actor, at, cause));
}

type Deed = readonly [Name, CaseCommand];

function next(desk: Desk, state: ExistingCase, chance: Dice, all: readonly string[], id: string, at: Instant): Deed {
  if (chance.often(5))
    return [
      'lea',
      { type: 'correct', field: 'severity', value: chance.one(SEVERITIES) ?? 'low', reason: 'read again' },
    ];
  if (chance.often(2))
    return ['leo', { type: 'confide', number: `C-${id}`, concerns: [idOf(desk, 'max')], reason: 'about us' }];
  if (chance.often(3)) return ['rob', merging(desk, all, id)];
  switch (state.status) {
    case 'new':
      return chance.often(20) ? ['rob', dismissal(chance)] : ['rita', { type: 'claim' }];
    case 'working':
      return ['rita', working(desk, state, chance, at)];
    case 'review':
    case 'approved':
      return deciding(state, chance, at);
    case 'published':
      return state.effectDue && chance.often(60)
        ? ['rita', { type: 'effect', effect: chance.one(EFFECTS) ?? 'solved', note: '' }]
        : ['rita', ending(chance)];
    case 'closed':
    case 'dismissed':
    case 'merged':
      return ['rita', { type: 'reopen', why: 'problem_returned', note: 'It happened again today.' }];
  }
}

const dismissal = (chance: Dice): CaseCommand => ({
  type: 'dismiss',
  why: chance.one(DISMISSALS) ?? 'spam',
  note: 'Nothing that concerns us',
});

const ending = (chance: Dice): CaseCommand => ({
  type: 'close',
  rootCause: chance.one(CAUSES) ?? 'unknown',
  team: chance.one(TEAMS) ?? '',
  lesson: chance.often(30) ? 'Ask the shop first' : '',
});

function merging(desk: Desk, all: readonly string[], id: string): CaseCommand {
  const older = desk.cases.summary(all.find((other) => other !== id) ?? id);
  if (!older) return { type: 'note', text: 'alone' };
  const { number, openedAt, confidential, concerns } = older;
  return { type: 'merge', into: { id: older.id, number, openedAt, confidential, concerns, open: true }, self: id };
}

function working(desk: Desk, state: ExistingCase, chance: Dice, at: Instant): CaseCommand {
  if (state.facts.length === 0)
    return { type: 'recordFact', fact: 'f', claim: 'It was cold', verdict: 'true', evidence: 'Asked the shop' };
  if (!state.plan) return { type: 'plan', action: 'Call them back', owner: idOf(desk, 'rob'), due: hours(24, at) };
  const draft = latestDraft(state);
  if (chance.often(10)) return ending(chance);
  if (draft && !draft.rejected && !state.publications.some((one) => one.draft.version === draft.version))
    return chance.often(15) ? { type: 'confirmPlan' } : { type: 'submit', version: draft.version };
  const kind = chance.one(['reply', 'holding', 'apology'] as const) ?? 'reply';
  const text = 'Thank you for telling us; we look into it.';
  return { type: 'draft', kind, media: 'weibo', account: 'Us', text, template: '', basedOn: draft?.version ?? 0 };
}

function deciding(state: Extract<ExistingCase, { submission: object }>, chance: Dice, at: Instant): Deed {
  const digest = currentDigest(state);
  if (state.plan && !state.plan.confirmed && chance.often(50)) return ['leo', { type: 'confirmPlan' }];
  if (state.status === 'review')
    return chance.often(15)
      ? ['ada', { type: 'reject', digest, reason: 'too cool' }]
      : [chance.often(50) ? 'ada' : 'lea', { type: 'approve', digest }];
  const published = { media: 'weibo', account: 'Us', link: 'https://weibo.com/us/1', publishedAt: at } as const;
  return ['rita', { type: 'publish', digest, ...published, changedText: '' }];
}
