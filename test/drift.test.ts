/** Nothing leads nowhere: every button, form and command of every card that the road can show, and every clause cited. */
import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { Commands } from '#src/bot/commands.ts';
import { readConfig } from '#src/config.ts';
import { RUN } from '#src/handler.ts';
import type { RawValues, Reply } from '#src/platforms/platform.ts';
import type { Button, Card } from '#src/view/card.ts';
import { wordsFor } from '#src/words/words.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { everywhere } from '#test/handlers/signing/everywhere.ts';
import { everywhereInTraining } from '#test/handlers/training/everywhere.ts';
import { buttonsOf, CHANNEL, cardOf, formOf, type House, house } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/a';
const REPLY = { kind: 'apology', account: 'Us', text: 'We are sorry.' };
const FACT = { claim: 'It was cold', verdict: 'true', evidence: 'asked' };
const SHOT = { name: 'a.png', media: 'image/png', size: 70, digest: '0'.repeat(64), width: 1, height: 1 };
const LONG = 'We are sorry. '.repeat(100);

const actions = new Set(handlers.flatMap((handler) => Object.keys(handler.actions ?? {})));
const forms = new Set(handlers.flatMap((handler) => Object.keys(handler.forms ?? {})));

type Step = (all: House) => Promise<Reply>;

const more = async ({ as, card }: House, who = 'rita'): Promise<Card> => cardOf(await as(who).presses(card(), 'More'));
const by =
  (who: string, label: string, values = {}): Step =>
  (all) =>
    all.as(who).fills(all.card(), label, values);
const press =
  (who: string, label: string): Step =>
  (all) =>
    all.as(who).presses(all.card(), label);
const inMore =
  (who: string, label: string, values = {}): Step =>
  async (all) =>
    all.as(who).fills(await more(all, who), label, values);

const reports =
  (values: RawValues): Step =>
  async ({ as }) =>
    as('emma').sends(formOf(await as('emma').types('report')), { link: LINK, said: 'Cold tea', ...values });
const reported = reports({ severity: 'medium', kind: 'complaint', follow: true });
const grave = reports({ severity: 'critical' });
const secret = reports({ confidential: true });
const younger: Step = ({ as }) => as('emma').types('report The tea is cold https://weibo.com/1/b');
/** So late that those on duty have been called. */
const called: Step = async (all) => {
  await all.pass(0.2);
  await all.pass(1 / 60);
  return all.as('rita').types('desk mine');
};
const planned: Step = async (all) => {
  const [first, second] = [all.idOf('rita'), all.idOf('rob')];
  return all.as('lea').submits('duty.week', { week: '2026-03-02', first, second, third: '' });
};
const wave: Step = async (all) => {
  await all.pass(36);
  for (const post of [1, 2, 3, 4, 5, 6]) await all.as('emma').types(`report Still waiting ${post} ${LINK}${post}`);
  return all.as('emma').types(`report Still waiting 7 ${LINK}7`);
};
const claimed = press('rita', 'Claim');
/** The channel was archived when Rita claimed; nobody has tried since it is back. The log has the refusal, and nothing else. */
const shutOut: Step = async (all) => {
  all.chat.alwaysFailsAt(CHANNEL, 'archived');
  const answer = await claimed(all);
  all.chat.alwaysFailsAt(CHANNEL, undefined);
  for (const fault of all.faults.splice(0)) expect(fault).toContain('does not take');
  return answer;
};
const drafted = by('rita', 'Draft', { ...REPLY, ...FACT, now: false });
const submitted = by('rita', 'Draft', { ...REPLY, ...FACT, now: true });
const approved = press('ada', 'Approve');
const published = by('rita', 'Published', { link: LINK });

/** Every status a case can be in, and what else puts buttons on a card, by the steps that lead there. */
const ROADS: { readonly [where: string]: readonly Step[] } = {
  new: [reported],
  'new, with a screenshot': [reports({ shots: [SHOT] })],
  'new, critical': [grave],
  'new, confidential': [secret],
  claimed: [reported, claimed],
  'with a draft': [reported, drafted],
  'with a draft that the check stops': [
    reported,
    by('rita', 'Draft', { ...REPLY, text: 'You liar, call 13812345678' }),
  ],
  'with a draft saved and not submitted': [reported, by('rita', 'Draft', { ...REPLY, now: true })],
  'with a plan to confirm': [grave, inMore('rita', 'Plan', { action: 'Recall' })],
  'in review': [reported, submitted],
  'in review, long': [reported, by('rita', 'Draft', { ...REPLY, ...FACT, text: LONG, now: true })],
  'with news': [reported, submitted, inMore('rob', '核实', { ...FACT, claim: 'Another' }), press('ada', 'Approve')],
  rejected: [reported, submitted, by('ada', 'Reject', { reason: 'Name the shop' })],
  approved: [reported, submitted, approved],
  published: [reported, submitted, approved, published],
  'published with a deviation': [
    reported,
    submitted,
    approved,
    by('rita', 'Published', { link: LINK, changed: 'So!' }),
  ],
  judged: [reported, submitted, approved, published, by('rita', 'Effect', { effect: 'solved' })],
  closed: [
    ...[reported, submitted, approved, published, by('rita', 'Effect', { effect: 'solved' })],
    by('rita', 'Close', { team: 'kitchen' }),
  ],
  dismissed: [reported, inMore('rita', 'Dismiss', { why: 'spam' })],
  merged: [reported, younger, inMore('rita', 'Merge', { into: '1' })],
  'turned confidential': [reported, claimed, inMore('rita', 'Make confidential', { reason: 'about us' })],
  'so long new that those on duty are called': [grave, called],
  'with people on duty': [reported, planned],
  'while its owner is away': [reported, claimed, ({ as }) => as('rita').types('desk team away 2026-03-09')],
  'while mentions rise': [wave],
  'while the channel takes nothing': [reported, shutOut],
  'handed over': [reported, claimed, async (all) => inMore('rita', 'Hand over', { to: all.idOf('rob') })(all)],
};

/** Everything that anybody can look at in this house. */
async function cards(all: House, answers: readonly Reply[]): Promise<readonly Card[]> {
  const seen: Card[] = all.chat.messages.map(({ card }) => card);
  const replies = [...answers];
  for (const who of ['emma', 'rita', 'rob', 'ada', 'lea', 'hana', 'max']) {
    const person = all.as(who);
    seen.push(await person.goesHome());
    for (const line of [
      'mine',
      'open',
      'overdue',
      'report',
      'case 1',
      'help',
      'duty',
      'setup',
      'team',
      'team Rita',
      'team help',
      'nonsense',
    ])
      replies.push(await person.types(`desk ${line}`));
    replies.push(await person.says(`Look at this ${LINK}`), await person.types('reprot'));
    for (const { does } of seen.flatMap(buttonsOf))
      if (does.type === 'act' && /more|timeline|show/.test(does.action))
        replies.push(await person.clicks(does.action, does.args));
  }
  return [...seen, ...replies.flatMap((reply) => ('card' in reply ? [reply.card] : []))];
}

async function walked([where, steps]: readonly [string, readonly Step[]]) {
  const all = await house();
  const answers: Reply[] = [];
  for (const step of steps) answers.push(await step(all));
  const buttons = (await cards(all, answers)).flatMap(buttonsOf);
  return { where, all, answers, buttons };
}

/** What the texts of the company offer, whatever cases there are. */
async function texts() {
  const all = await house({ policies: readConfig({}, 'policies').policies });
  const emma = all.as('emma');
  const lines = ['policy', 'policy passwords', 'policy qqqq', 'policy ask passwords', 'policy read pledge 1.2'];
  const answers: Reply[] = [];
  for (const line of [...lines, 'check Hello', 'check What an idiot']) answers.push(await emma.types(line));
  answers.push(await emma.clicks('policy.contents', { policy: 'pledge' }));
  return { where: 'in the texts', all, answers, buttons: answers.flatMap((reply) => buttonsOf(cardOf(reply))) };
}

describe('on every road', () => {
  let roads: readonly Awaited<ReturnType<typeof walked>>[] = [];
  let inTexts: Awaited<ReturnType<typeof texts>>;
  let inPolicies: Awaited<ReturnType<typeof everywhere>>;
  let inTraining: Awaited<ReturnType<typeof everywhereInTraining>>;
  beforeAll(async () => {
    roads = await Promise.all(Object.entries(ROADS).map(walked));
    inTexts = await texts();
    inPolicies = await everywhere();
    inTraining = await everywhereInTraining();
  });

  test('each step was taken, and nothing failed', () => {
    for (const { where, all, answers } of roads) {
      expect(answers.map(words).join('\n'), where).not.toMatch(
        /Please fill|no such case|This is for|This step needs a role/,
      );
      expect(all.faults, where).toEqual([]);
      expect(
        all.desk.cases.list({ me: 'x', roles: ['hr'] }, () => true),
        where,
      ).not.toEqual([]);
    }
  });

  test('no button leads nowhere', () => {
    for (const { where, buttons } of [...roads, inTexts, inPolicies, inTraining]) {
      const astray = buttons.filter(({ does }) => {
        if (does.type === 'act') return does.action !== RUN && !actions.has(does.action);
        return does.type === 'open' && !forms.has(does.form);
      });
      expect(astray, where).toEqual([]);
    }
  });

  test('every form that is offered opens, and hears when it is sent', async () => {
    const { unknownForm } = wordsFor('en').bot;
    for (const { where, all, buttons } of [...roads, inTexts, inPolicies, inTraining]) {
      for (const [name, args] of new Map(
        buttons.flatMap(({ does }) => (does.type === 'open' ? [[does.form, does.args]] : [])),
      )) {
        const reply = await all.as('lea').opens(name, args);
        if (reply.type === 'open') expect(reply.form.form, where).toBe(name);
        const sent = words(await all.as('emma').submits(name, {}, args));
        expect(sent, where).not.toContain(unknownForm);
        expect(sent, where).not.toBe('');
      }
      expect(all.faults, where).toEqual([]);
    }
  });

  test('no action and no form is out of reach', () => {
    const pressed = [...roads, inTexts, inPolicies, inTraining].flatMap(({ buttons }) => buttons.map(leads));
    const reachable = new Set([...pressed, ...OTHERWISE]);
    expect([...actions, ...forms].filter((name) => !reachable.has(name))).toEqual([]);
  });
});

const leads = ({ does }: Button): string =>
  does.type === 'act' ? does.action : does.type === 'open' ? does.form : does.url;
/** What a chat fetches by itself; and what a typed word opens. */
const BY_OTHERS = ['case.own', 'report.screenshots'];
/** Before there is an administrator; and after the form that asks who it is about. And the whole of a list of which a digest names a few; further pages of a long timeline. */
const OTHERWISE = [...BY_OTHERS, 'desk.becomeAdmin', 'team.person', 'case.mine', 'case.overdue', 'case.timelinePage'];

describe('commands', () => {
  test('have names and other words of their own', () => {
    expect(() => new Commands(handlers)).not.toThrow();
    const { menu } = new Commands(handlers);
    const all = menu.flatMap(({ name, also }) => [name, ...also.map((word) => `${name.replace(/\S+$/, '')}${word}`)]);
    expect(all.length).toBe(new Set(all).size);
  });

  test('each say what they are for, in both languages', () => {
    for (const { usage } of new Commands(handlers).menu)
      for (const locale of ['en', 'zh'] as const) expect(usage(wordsFor(locale))).not.toBe('');
  });
});

test('every clause that desk.yaml cites stands in the policies', () => {
  const { rules, policies } = readConfig({}, 'policies');
  const clauses = new Set(policies.flatMap(({ id, clauses: all }) => all.map(({ number }) => `${id}#${number}`)));
  const { lists, personalData, secrets, length } = rules.check;
  const cited = [...lists, personalData, secrets, length].map(({ clause }) => clause);
  expect(cited.filter((clause) => !clauses.has(clause))).toEqual([]);
  expect(cited.length).toBeGreaterThan(3);
});
