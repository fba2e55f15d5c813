/** Merges that cross, follow each other or meet something else, with a crash at an append of the test's choosing. */
import { expect } from 'vitest';
import { isOpen } from '#src/core/case/state.ts';
import type { Store } from '#src/stores/store.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { hours } from '#test/given.ts';
import { house } from '#test/house.fixture.ts';
import { allCases, type Does, does, mortal, quiet, readBy, type Whole } from './crowd.ts';

const REPORTS = [
  ['emma', 'https://weibo.com/1/A'],
  ['mei', 'https://weibo.com/1/B'],
  ['emma', 'https://weibo.com/1/B'],
  ['amy', 'https://weibo.com/1/C'],
  ['max', 'https://weibo.com/1/C'],
] as const;
type Post = 'A' | 'B' | 'C';

/** Who does what in one instant; the posts stand for the cases that they opened, oldest first. */
const STORIES = {
  'A into B and B into A': [merge('rita', 'A', 'B'), merge('rob', 'B', 'A')],
  'C into B and B into A': [merge('rita', 'C', 'B'), merge('rob', 'B', 'A')],
  'B into A and C into B': [merge('rita', 'B', 'A'), merge('rob', 'C', 'B')],
  'C into A, B into A and C into B': [merge('rita', 'C', 'A'), merge('rob', 'B', 'A'), merge('ada', 'C', 'B')],
  'B into A while somebody reports B': [merge('rita', 'B', 'A'), report('hana', 'B'), report('lea', 'B')],
  'B into A while A is dismissed': [merge('rita', 'B', 'A'), end('rob', 'A')],
  'B into A while A is made confidential': [merge('rita', 'B', 'A'), confide('lea', 'A')],
} satisfies { readonly [story: string]: readonly Step[] };
export const stories = Object.keys(STORIES) as (keyof typeof STORIES)[];

type Step = { readonly who: string; readonly what: (idOf: IdOf, numberOf: IdOf) => Does };
type IdOf = (post: Post) => string;

function merge(who: string, from: Post, into: Post): Step {
  return { who, what: (id, number) => submit('case.merge', id(from), { into: number(into) }) };
}
function report(who: string, post: Post): Step {
  return { who, what: () => ({ type: 'command', name: 'report', text: `https://weibo.com/1/${post}` }) };
}
function end(who: string, post: Post): Step {
  return { who, what: (id) => submit('case.dismiss', id(post), { why: 'spam', note: '' }) };
}
function confide(who: string, post: Post): Step {
  return { who, what: (id) => submit('case.confide', id(post), { reason: 'It is about somebody here.' }) };
}
const submit = (form: string, id: string, values: { readonly [field: string]: string }): Does => ({
  type: 'submit',
  form,
  args: { case: id },
  values,
});

/** `ahead`: by how many turns of promises the last act begins before the others; a crash at which append, and when in it. */
type Twist = { readonly ahead?: number; readonly crash?: { readonly at: number; readonly dies: 'before' | 'after' } };

/** How many appends the story takes from its first click to quiet, when nothing goes wrong. */
export async function appendsOf(store: Store, story: keyof typeof STORIES): Promise<number> {
  const { before, after } = await tell(store, story);
  return after - before;
}

/** Tells the story, dying at that append, comes back, tries again what did not come about, ends what is open, and looks. */
export async function tell(raw: Store, story: keyof typeof STORIES, { crash, ahead = 0 }: Twist = {}) {
  const chat = new FakePlatform();
  const first = mortal(raw, crash?.dies);
  const one = await house({ store: first.store, chat });
  for (const [who, link] of REPORTS) await one.as(who).types(`report ${link}`);
  await quiet(one, first.busy);
  const steps = STORIES[story].map(({ who, what }) => ({ who, what: what(...namesIn(one)) }));
  const told = new Set(REPORTS.map(([who]) => who as string));
  for (const { who, what } of steps) if (what.type === 'command') told.add(who);

  const before = first.appends();
  if (crash) first.arm(crash.at);
  const acts = staggered(steps, ahead, ({ who, what }) => does(one, who, what)).then(() => quiet(one, first.busy));
  const how = await Promise.race([acts, first.died]);
  const after = first.appends();
  // No two go alike on a disk, and this time there may have been fewer appends.
  if (how !== 'died') await one.stop();

  const second = mortal(raw);
  const two = await house({ store: second.store, chat, at: hours(1) });
  await quiet(two, second.busy);
  for (const { who, what } of steps) await does(two, who, what);
  await quiet(two, second.busy);
  for (const { id, state } of await allCases(two))
    if (isOpen(state)) await does(two, 'lea', submit('case.dismiss', id, { why: 'spam', note: '' }));
  await quiet(two, second.busy);
  await expectWhole(two, [...told]);
  await two.stop();
  return { before, after };
}

async function staggered<T>(all: readonly T[], ahead: number, act: (one: T) => Promise<unknown>): Promise<void> {
  const begun = all.slice(-1).map(act);
  for (let turn = 0; turn < ahead; turn += 1) await Promise.resolve();
  await Promise.all([...begun, ...all.slice(0, -1).map(act)]);
}

function namesIn(whole: Whole): readonly [id: IdOf, number: IdOf] {
  const all = whole.desk.cases.list({ me: whole.idOf('lea'), roles: ['leader'] }, () => true);
  const found = (post: Post) => {
    const one = all.find(({ excerpt }) => excerpt.endsWith(`/${post}`));
    if (!one) throw new Error(`no case of ${post}`);
    return one;
  };
  return [(post) => found(post).id, (post) => found(post).number];
}

/** Every post stands in one case that was not merged, and every reporter heard of the end of it once, by their own number. */
async function expectWhole(whole: Whole, reporters: readonly string[]): Promise<void> {
  const all = (await allCases(whole)).flatMap(({ state }) => (state.status === 'none' ? [] : [state]));
  expect(all.filter(({ status }) => status !== 'merged' && status !== 'dismissed')).toEqual([]);
  for (const state of all) if (state.status === 'merged') expect(state.handed, `${state.number} is handed`).toBe(true);
  const ended = all.filter(({ status }) => status === 'dismissed');
  const posts = ended.flatMap(({ mentions }) => [...new Set(mentions.map(({ link }) => link))]);
  expect(posts.sort()).toEqual([...new Set(REPORTS.map(([, link]) => link))]);

  for (const account of reporters) {
    const person = whole.idOf(account);
    const mine = ended.filter((state) => state.reporters.some((reporter) => reporter.person === person));
    const read = readBy(whole, account).map(({ summary }) => summary);
    const endings = read.filter((line) => /needs no answer|has been dealt with|不作回应|已处理完毕/.test(line));
    expect(endings.length, `${account} read ${read.join(' | ')}`).toBe(mine.length);
    const given = read.filter((line) => !endings.includes(line)).flatMap((line) => line.match(/RM-\d+-\d+/g) ?? []);
    for (const line of endings) expect(given, `${account} knows the number of: ${line}`).toContain(numberIn(line));
  }
  expect(whole.faults).toEqual([]);
}

const numberIn = (line: string): string => /RM-\d+-\d+/.exec(line)?.[0] ?? line;
