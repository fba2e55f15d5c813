/** Races over the whole house: how each is run, and what must be true of it afterwards, whoever came first. */
import { expect, onTestFinished } from 'vitest';
import type { CaseEvent } from '#src/core/case/event.ts';
import type { Store } from '#src/stores/store.ts';
import type { Card } from '#src/view/card.ts';
import { cardWords as saidOn, words } from '#test/desk/desk.fixture.ts';
import { house } from '#test/house.fixture.ts';
import { allCases, argsOf, atOnce, crowd, does, mortal, quiet, readBy, type Whole } from './crowd.ts';

/** The house on a store, and how to wait until it is quiet. */
export async function raced(raw: Store) {
  const { store, busy } = mortal(raw);
  const built = await house({ store });
  onTestFinished(async () => {
    await built.stop();
    await raw.close();
  });
  return { ...built, calm: () => quiet(built, busy) };
}
type Raced = Awaited<ReturnType<typeof raced>>;

const nameOf = (account: string): string => `Name-of-${account}`;

async function happened(whole: Whole, ...types: readonly CaseEvent['type'][]) {
  const all = await allCases(whole);
  return all.flatMap(({ history }) => history.filter(({ event }) => types.includes(event.type)));
}

/** The account whose act it was. */
const accountOf = ({ desk }: Whole, person: string): string => desk.people.team().person(person)?.accounts[0]?.id ?? '';

const LINK = 'https://weibo.com/1/Kettle';
/** The same post, as it comes out of one app or another. */
const LINKS = [LINK, `${LINK}?from=timeline`, 'http://m.weibo.com/1/Kettle', 'https://www.weibo.com/1/Kettle#comment'];

async function inReview(whole: Raced): Promise<void> {
  const [emma, rita] = [whole.as('emma'), whole.as('rita')];
  await emma.types(`report ${LINK} the lid does not close`);
  await whole.calm();
  const args = argsOf(whole.channel(), 'case.draft');
  const known = { claim: 'It leaks', verdict: 'true', evidence: 'Seen at the shop' };
  const draft = { template: 'none', kind: 'reply', account: '@acme', text: 'The lid is mended.', ...known, now: true };
  await rita.submits('case.draft', draft, { ...args, basedOn: '0' });
  await whole.calm();
}

/** Half of them approve and half reject one reply in one instant: one decision, and everybody else hears whose. */
export async function decideAtOnce(whole: Raced, count: number): Promise<void> {
  const approvers = await crowd(whole, count, 'approver');
  await inReview(whole);
  const answers = await atOnce(whole, approvers, (account, index) => {
    const cards = readBy(whole, account);
    return index % 2 === 0
      ? { type: 'act', action: 'case.approve', args: argsOf(cards, 'case.approve') }
      : { type: 'submit', form: 'case.reject', args: argsOf(cards, 'case.reject'), values: { reason: 'not yet' } };
  });
  await whole.calm();

  const decisions = await happened(whole, 'approved', 'rejected');
  expect(decisions).toHaveLength(1);
  const [decision] = decisions;
  const winner = accountOf(whole, decision?.meta.by ?? '');
  for (const { account, reply } of answers) {
    if (account === winner) expect(reply.type).toBe('done');
    else expect(words(reply), account).toContain(nameOf(winner));
    // The card that asked for a decision asks nobody any more.
    for (const card of readBy(whole, account)) expect(() => argsOf([card], 'case.approve')).toThrow();
  }
  expect(whole.faults).toEqual([]);
}

/** Everybody reports one post in one instant: one case, each told once, with the number that all others have. */
export async function reportAtOnce(whole: Raced, count: number): Promise<void> {
  const people = await crowd(whole, count);
  const answers = await atOnce(whole, people, (_, index) => ({
    type: 'command',
    name: 'report',
    text: `${LINKS[index % LINKS.length]} boils over`,
  }));
  await whole.calm();

  const all = await allCases(whole);
  expect(all).toHaveLength(1);
  const [state] = all.map((one) => one.state);
  if (state?.status !== 'new') throw new Error('there is no new case');
  expect(state.reporters.map(({ person }) => accountOf(whole, person)).sort()).toEqual([...people].sort());
  expect(whole.channel()).toHaveLength(1);
  for (const { account, reply } of answers) {
    expect(words(reply)).toContain(state.number);
    expect(readBy(whole, account).map(({ summary }) => summary)).toEqual([expect.stringContaining(state.number)]);
  }
  await whole.as('rita').submits('case.dismiss', { why: 'spam', note: '' }, argsOf(whole.channel(), 'case.claim'));
  await whole.calm();
  for (const account of people) expect(readBy(whole, account), account).toHaveLength(2);
  expect(whole.faults).toEqual([]);
}

/** Everybody claims one case in one instant: one owner, and everybody else hears who it is. */
export async function claimAtOnce(whole: Raced, count: number): Promise<void> {
  const people = await crowd(whole, count, 'responder');
  await whole.as('emma').types(`report ${LINK} boils over`);
  await whole.calm();
  const args = argsOf(whole.channel(), 'case.claim');
  const answers = await atOnce(whole, people, () => ({ type: 'act', action: 'case.claim', args }));
  await whole.calm();
  const claims = await happened(whole, 'claimed');
  expect(claims).toHaveLength(1);
  const owner = accountOf(whole, claims[0]?.meta.by ?? '');
  for (const { account, reply } of answers) {
    if (account === owner) expect(reply.type).toBe('done');
    else expect(words(reply)).toContain(nameOf(owner));
  }
  expect(whole.faults).toEqual([]);
}

/** One person presses in two windows in one instant, on everything that leads to an answer: each thing happens once. */
export async function pressTwice(whole: Raced): Promise<void> {
  const both = (account: string, what: () => Parameters<typeof does>[2]) =>
    Promise.all([does(whole, account, what()), does(whole, account, what())]);
  const channel = (name: string) => argsOf(whole.channel(), name);
  await both('emma', () => ({ type: 'command', name: 'report', text: `${LINK} boils over` }));
  await whole.calm();
  const args = channel('case.claim');
  await both('rita', () => ({ type: 'act', action: 'case.claim', args }));
  await whole.calm();
  const fact = { which: 'new', claim: 'It leaks', verdict: 'true', evidence: 'Seen at the shop' };
  await both('rita', () => ({ type: 'submit', form: 'case.facts', args, values: fact }));
  const draft = { template: 'none', kind: 'reply', account: '@acme', text: 'The lid is mended.' };
  await both('rita', () => ({ type: 'submit', form: 'case.draft', args: { ...args, basedOn: '0' }, values: draft }));
  await whole.calm();
  const ready = channel('case.submit');
  await both('rita', () => ({ type: 'act', action: 'case.submit', args: ready }));
  await whole.calm();
  const deciding = channel('case.approve');
  await both('ada', () => ({ type: 'act', action: 'case.approve', args: deciding }));
  await whole.calm();
  const values = { link: 'https://weibo.com/2/Answer', media: 'weibo', account: '@acme', when: '0' };
  const publishing = channel('case.publish');
  await both('rita', () => ({ type: 'submit', form: 'case.publish', args: publishing, values }));
  await whole.calm();

  const all = await allCases(whole);
  expect(all).toHaveLength(1);
  const types = all.flatMap(({ history }) => history.map(({ event }) => event.type));
  for (const once of ['reported', 'claimed', 'factRecorded', 'drafted', 'submitted', 'approved', 'published'])
    expect(
      types.filter((type) => type === once),
      once,
    ).toHaveLength(1);
  expect(received(readBy(whole, 'emma'))).toBe(1);
  expect(whole.faults).toEqual([]);
}

const received = (cards: readonly Card[]): number =>
  cards.filter((card) => saidOn(card).includes('Your report is')).length;

/** The last two administrators resign in one instant, by whichever way: one of them stays. */
export async function resignAtOnce(whole: Raced, way: 'form' | 'line' | 'list'): Promise<void> {
  const [amy, max] = ['amy', 'max'];
  await whole.as(max).types('desk team add Amy admin');
  const rest = {
    responder: false,
    approver: true,
    leader: false,
    manager: false,
    hr: false,
    team: 'all',
    active: true,
  };
  await atOnce(whole, [amy, max], (account) => {
    if (way === 'line') return { type: 'command', name: 'desk', text: `team roles ${account} approver` };
    const csv = `account,roles\n${account},approver`;
    if (way === 'list') return { type: 'submit', form: 'team.import', args: {}, values: { csv } };
    const args = { person: whole.idOf(account) };
    return { type: 'submit', form: 'team.person', args, values: { ...rest, admin: false } };
  });
  await whole.calm();
  expect(whole.desk.people.team().holding('admin')).toHaveLength(1);
  expect(whole.faults).toEqual([]);
}
