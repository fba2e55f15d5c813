/** One public script, played with a confidential case beside it or without: what outsiders are shown, made comparable. */
import type { Reply } from '#src/platforms/platform.ts';
import type { Args, Button, Card } from '#src/view/card.ts';
import { wordsFor } from '#src/words/words.ts';
import { buttonsOf, CHANNEL } from '#test/house.fixture.ts';
import { allCases, crowd, type Does } from './crowd.ts';
import type { Deed } from './deeds.ts';
import { type Dice, dice } from './dice.ts';
import { filled } from './filling.ts';
import { type ACCOUNTS, type Sight, type Stage, stage } from './stage.ts';

/** The confidential case: who it is about, if anybody, and what comes of it by chance. */
export type Secret = { readonly about: (typeof ACCOUNTS)[number] | undefined; readonly seed: number };
/** For each deed of the script what each outsider was shown, as text. */
export type Seen = readonly (readonly string[])[];

/** Who may know of confidential cases, unless one is about them. */
const TRUSTED = ['lea', 'lei', 'hana'];
const HIDDEN = 'TOPSECRET';
/** What people type of their own accord: every list, count and roster that there is, and a text that is like the hidden one. */
const LINES: readonly (readonly [command: string, text: string])[] = [
  ...['mine', 'open', 'overdue', 'team', 'setup', 'case 1', 'case 2', 'help'].map((text) => ['desk', text] as const),
  ...['duty', 'warning', 'report', 'report this week', 'monthly', 'export', 'share'].map(
    (text) => ['desk', text] as const,
  ),
  ...['', 'today', 'week', 'on', 'off', 'at 10:00'].map((text) => ['digest', text] as const),
  ['check', 'We are sorry that somebody was injured'],
];
const CLEARED: readonly string[] = [wordsFor('en'), wordsFor('zh')].map(({ common }) => common.nothingHere);
/** A workbook says in its bytes at which second it was made; what it tells is in the table beside it, too. */
const WORKBOOK = /(spreadsheetml\.sheet","digest":")[0-9a-f]{64}/g;
/** What stands for the case where there is none. */
const NOWHERE = { id: '00000000-0000-4000-8000-000000000000', number: 'C-000000' };

export async function play(script: readonly Deed[], { about, seed }: Secret, happens: boolean): Promise<Seen> {
  const set = await stage();
  const [nia = ''] = await crowd(set, 1);
  const luck = dice(seed);
  const trusted = TRUSTED.filter((account) => account !== about);
  const isOutsider = (to: string) => to === CHANNEL || (to !== nia && !trusted.includes(to));
  if (happens) await confides(set, nia, about);
  const hidden = happens ? ((await allCases(set))[0] ?? NOWHERE) : NOWHERE;

  const seen: (readonly string[])[] = [];
  let past = happens ? 0 : set.sights.length;
  for (const [index, deed] of script.entries()) {
    // No two cases are of one instant: which of them is older would be chance.
    await set.pass(1 / 3600);
    if (happens) await goesOn(set, hidden.id, trusted, luck);
    await publicly(set, deed, { index, hidden: await namesOf(set, hidden.id), trusted });
    const { id, number } = await namesOf(set, hidden.id);
    const plain = ({ to, shown }: Stage['sights'][number]) =>
      `${to}: ${JSON.stringify(shown).replaceAll(id, NOWHERE.id).replaceAll(number, NOWHERE.number).replace(WORKBOOK, '$1')}`;
    const outside = set.sights.slice(past).filter(({ to }) => isOutsider(to));
    seen.push(outside.filter(stands).map(plain).sort());
    past = set.sights.length;
  }
  await set.stop();
  return renamed(seen);
}

/**
 * Through which states a message passes while much happens at once is chance, so only its last one counts, and none of
 * a message that came and went – unless it tells.
 */
function stands({ to, shown, message }: Sight, _: number, all: readonly Sight[]): boolean {
  if (!message || 'type' in shown || JSON.stringify(shown).includes(HIDDEN)) return true;
  const states = all.filter((one) => one.to === to && one.message?.ref === message.ref);
  const last = states.at(-1)?.shown;
  if (last !== shown) return false;
  return !(states[0]?.message?.first && CLEARED.includes(shown.summary));
}

/** Ids and digests differ from run to run: they get the name of the order in which they are met. */
function renamed(seen: Seen): Seen {
  const names = new Map<string, string>();
  const name = (found: string) => {
    const known = names.get(found) ?? `#${names.size}`;
    names.set(found, known);
    return known;
  };
  return seen.map((texts) =>
    texts
      .map((text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|C-(?!000000)[0-9A-Z]{6}|\b[0-9a-f]{24,64}\b/g, name))
      .sort(),
  );
}

async function namesOf({ desk }: Stage, id: string): Promise<{ readonly id: string; readonly number: string }> {
  const { state } = await desk.cases.records.read(id);
  return state.status === 'none' ? NOWHERE : { id, number: state.number };
}

async function confides(set: Stage, reporter: string, about: string | undefined): Promise<void> {
  const values = { said: `${HIDDEN} somebody was injured`, severity: 'critical', kind: 'auto', confidential: true };
  const named = { ...values, ...(about && { concerns: about }) };
  await set.acts(reporter, { type: 'submit', form: 'report.new', args: {}, values: named });
}

/** Whoever may know of it presses a button of the confidential case. */
async function goesOn(set: Stage, id: string, trusted: readonly string[], luck: Dice): Promise<void> {
  const who = luck.one(trusted);
  if (who === undefined || luck.often(30)) return;
  const all = [...set.cardsAt(who)].flatMap(buttonsOf).filter((button) => argsOf(button)['case'] === id);
  const next = all.filter(({ look }) => look === 'primary');
  await press(set, who, luck.one(next.length > 0 && luck.often(60) ? next : all), luck, HIDDEN);
}

type Public = { readonly index: number; readonly hidden: typeof NOWHERE; readonly trusted: readonly string[] };

async function publicly(set: Stage, { who, kind, seed }: Deed, { index, hidden, trusted }: Public): Promise<void> {
  const luck = dice(seed);
  const says = (what: Does) => set.acts(who, what).then(() => undefined);
  const post = `https://weibo.com/1/Public${luck.roll(9)}`;
  // Whoever may know of both acts on what is public alone, and reads nothing that could change their mind.
  const near = trusted.includes(who)
    ? [...set.cardsAt(CHANNEL), ...set.cardsAt(who)].filter(isOfOneCase).flatMap(buttonsOf)
    : set.buttonsFor(who);
  const open = near.filter((button) => argsOf(button)['case'] !== hidden.id);
  // Of two messages that are sent in one instant, either may come first.
  const about = ({ desk }: Stage, button: Button) => desk.cases.summary(argsOf(button)['case'] ?? '')?.openedAt ?? '';
  const buttons = open
    .map((button) => ({ button, name: `${about(set, button)} ${button.label}` }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ button }) => button);
  switch (kind) {
    case 'report':
    case 'form':
      return says({ type: 'command', name: 'report', text: `${post} it exploded, number ${index}` });
    case 'forward':
    case 'press':
    case 'roles':
      return press(set, who, luck.one(buttons), luck, `words ${index}`);
    case 'forge': {
      const button = luck.one(buttons);
      if (!button || button.does.type === 'link' || trusted.includes(who)) return undefined;
      const args = { ...button.does.args, case: hidden.id };
      return press(set, who, { ...button, does: { ...button.does, args } }, luck, `words ${index}`);
    }
    case 'line': {
      const [name = '', text = ''] = luck.one([...LINES, ['desk', `case ${hidden.number}`]]) ?? [];
      return says({ type: 'command', name, text });
    }
    case 'home':
      return says({ type: 'home' });
    case 'time':
      return set.pass(luck.one([0.1, 2, 30, 170]) ?? 1);
  }
}

/** A reminder or a digest tells of all cases, so it reads otherwise for whoever knows of one more. */
function isOfOneCase(card: Card): boolean {
  const buttons = buttonsOf(card);
  const reminds = buttons.some(({ does }) => does.type === 'open' && does.form === 'reminder.snooze');
  return !reminds && new Set(buttons.map((button) => argsOf(button)['case'])).size === 1;
}

const argsOf = ({ does }: Button): Args => (does.type === 'link' ? {} : does.args);

async function press(set: Stage, who: string, button: Button | undefined, luck: Dice, mark: string): Promise<void> {
  if (!button || button.does.type === 'link') return;
  const { does } = button;
  if (does.type === 'act') {
    await set.acts(who, { type: 'act', action: does.action, args: does.args });
    return;
  }
  const reply: Reply = await set.acts(who, { type: 'open', form: does.form, args: does.args });
  if (reply.type !== 'open') return;
  const values = filled(reply.form, { dice: luck, mark, careless: luck.often(20) });
  await set.acts(who, { type: 'submit', form: does.form, args: reply.form.args, values });
}
