/** What random people do: the next sensible step, any button that they see, buttons with forged contents, lines, reports. */
import fc from 'fast-check';
import { isOpen, ownerOf } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import { ROLES } from '#src/core/role.ts';
import type { Args, Button } from '#src/view/card.ts';
import { allCases, type Does } from './crowd.ts';
import { type Dice, dice } from './dice.ts';
import { filled } from './filling.ts';
import { ACCOUNTS, type Stage } from './stage.ts';

const KINDS = ['forward', 'press', 'forge', 'line', 'report', 'form', 'home', 'roles', 'time'] as const;
type Kind = (typeof KINDS)[number];

const weighted = (weights: { readonly [K in Kind]: number }) =>
  fc.oneof(...KINDS.map((kind) => ({ weight: weights[kind], arbitrary: fc.constant<Kind>(kind) })));

/** One deed of one person; what exactly, a seed decides, so that leaving others out leaves it much as it was. */
export const deed = fc.record({
  who: fc.constantFrom(...ACCOUNTS),
  kind: weighted({ forward: 14, press: 4, forge: 6, line: 2, report: 2, form: 1, home: 1, roles: 1, time: 1 }),
  seed: fc.nat(2 ** 31 - 1),
});
export type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** The text by which a report, and whatever is written about its case, is found again. */
const markOf = (index: number): string => `⟦${index}⟧`;
export const marksIn = (text: string): readonly string[] => [...new Set(text.match(/⟦\d+⟧/g) ?? [])];

/** Does it; resolves when everything that follows has been delivered. What was typed comes back. */
export async function perform(stage: Stage, { who, kind, seed }: Deed): Promise<string> {
  const luck = dice(seed);
  switch (kind) {
    case 'forward':
      return forward(stage, luck);
    case 'press':
      return press(stage, who, luck.one(stage.buttonsFor(who)), luck, true);
    case 'forge':
      if (luck.often(40)) return decidesBlind(stage, luck);
      return press(stage, who, forged(stage, luck), luck, true);
    case 'line':
      return says(stage, who, { type: 'command', name: 'desk', text: line(stage, luck) });
    case 'report':
      return says(stage, who, reporting(stage.deed(), luck));
    case 'form':
      return opened(stage, who, 'report.new', {}, luck, luck.often(50));
    case 'home':
      return says(stage, who, { type: 'home' });
    case 'roles':
      return says(stage, 'max', { type: 'command', name: 'desk', text: newRoles(luck) });
    case 'time':
      await stage.pass(luck.one([0.1, 2, 30]) ?? 1);
      return '';
  }
}

async function says(stage: Stage, who: string, what: Does): Promise<string> {
  await stage.acts(who, what);
  return JSON.stringify(what);
}

/** Whoever has to do the next step does it, on any open case. */
async function forward(stage: Stage, luck: Dice): Promise<string> {
  const open = (await allCases(stage)).filter(({ state }) => isOpen(state));
  const one = luck.one(open);
  if (!one || one.state.status === 'none') return '';
  const holder = accountOf(stage, ownerOf(one.state));
  const deciding = one.state.status === 'review' && !luck.often(10);
  const who = deciding ? luck.one(['ada', 'amy', 'lea', 'lei']) : (holder ?? luck.one(ACCOUNTS));
  if (who === undefined) return '';
  const all = stage.buttonsFor(who).filter((button) => argsOf(button)['case'] === one.id);
  const next = all.filter(({ look }) => look === 'primary');
  return press(stage, who, luck.one(next.length > 0 && luck.often(70) ? next : all), luck, luck.often(5));
}

const accountOf = ({ desk }: Stage, person: PersonId | undefined) =>
  person === undefined ? undefined : desk.people.team().person(person)?.accounts[0]?.id;

const argsOf = ({ does }: Button): Args => (does.type === 'link' ? {} : does.args);

async function press(stage: Stage, who: string, button: Button | undefined, luck: Dice, careless: boolean) {
  if (!button) return '';
  const { does } = button;
  if (does.type === 'link') return '';
  if (does.type === 'open') return opened(stage, who, does.form, does.args, luck, careless);
  return says(stage, who, { type: 'act', action: does.action, args: does.args });
}

/** Opens a form and sends it, now and then without having been shown one. */
async function opened(stage: Stage, who: string, form: string, args: Args, luck: Dice, careless: boolean) {
  const reply = await stage.acts(who, { type: 'open', form, args });
  if (reply.type !== 'open') return JSON.stringify(args);
  // A report is about something new, whatever its button carries.
  const mark = form === 'report.new' ? markOf(stage.deed()) : await markFor(stage, args['case']);
  const values = filled(reply.form, { dice: luck, mark, careless });
  const sent = JSON.stringify([args, values]);
  await stage.acts(who, { type: 'submit', form, args: careless && luck.often(20) ? args : reply.form.args, values });
  return sent;
}

async function markFor({ desk }: Stage, id = ''): Promise<string> {
  const { state } = await desk.cases.records.read(id);
  const mark = state.status === 'none' ? undefined : marksIn(state.mentions[0]?.text ?? '')[0];
  return mark ?? 'nothing in particular';
}

/** Somebody approves or records a publication of a text that is not the one in question. */
async function decidesBlind(stage: Stage, luck: Dice): Promise<string> {
  const pending = (await allCases(stage)).filter(
    ({ state }) => state.status === 'review' || state.status === 'approved',
  );
  const one = luck.one(pending);
  const who = luck.one(['ada', 'amy', 'lea', 'lei', 'rita', 'rob']);
  if (!one || who === undefined) return '';
  const digests = ACCOUNTS.flatMap((account) => stage.buttonsFor(account).map((button) => argsOf(button)['digest']));
  const args = { case: one.id, digest: luck.one(digests) ?? 'x'.repeat(64), acknowledged: '99' };
  if (one.state.status === 'approved') return opened(stage, who, 'case.publish', args, luck, false);
  return says(stage, who, { type: 'act', action: 'case.approve', args });
}

/** A button that somebody saw, with contents of others in it. */
function forged(stage: Stage, luck: Dice): Button | undefined {
  const seen = ACCOUNTS.flatMap((account) => stage.buttonsFor(account));
  const button = luck.one(luck.often(50) ? seen.filter(isDecisive) : seen);
  const other = luck.one(seen.filter((one) => argsOf(one)['digest'] !== undefined).concat(seen.slice(0, 20)));
  if (!button || !other || button.does.type === 'link') return button;
  const [mine, theirs] = [argsOf(button), argsOf(other)];
  const all = ['case', 'digest', 'seen', 'version', 'acknowledged', 'basedOn', 'own', 'person'];
  // One thing at a time gets further than everything at once.
  const keys = luck.often(60) ? [luck.often(50) ? 'digest' : (luck.one(all) ?? 'case')] : all;
  const swapped = Object.fromEntries(
    keys.flatMap((key) => {
      const value = luck.often(50) ? theirs[key] : luck.one([mine[key], '0', '3', '999999', 'x', undefined]);
      return value === undefined || (keys === all && luck.often(40)) ? [] : [[key, value]];
    }),
  );
  return { ...button, does: { ...button.does, args: { ...mine, ...swapped } } };
}

const isDecisive = ({ does }: Button): boolean => does.type !== 'link' && 'digest' in does.args;

function reporting(index: number, luck: Dice): Does {
  const about = luck.one(['the lid does not close', 'your employee was rude', 'it exploded and somebody was injured']);
  const link = `https://weibo.com/1/Post${luck.roll(12)}`;
  return { type: 'command', name: 'report', text: `${link} ${about} ${markOf(index)}` };
}

function line(stage: Stage, luck: Dice): string {
  const number = luck.one(stage.desk.cases.list({ me: '', roles: ['hr'] }, () => true))?.number ?? '1';
  return (
    luck.one(['mine', 'open', 'overdue', 'team', 'setup', 'help', '', `case ${number}`, `case ${luck.roll(9)}`]) ?? ''
  );
}

function newRoles(luck: Dice): string {
  const who = luck.one(ACCOUNTS.filter((account) => account !== 'max'));
  const roles = ROLES.filter((role) => role !== 'admin' && luck.often(30));
  return `team roles ${who} ${roles.join(' ') || '-'}`;
}
