/** Races over the whole house: how each is run, and what must be true of it afterwards, however it went. */
import { expect } from 'vitest';
import type { CaseEvent } from '#src/core/case/event.ts';
import type { Reply } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { button, CHANNEL, formOf, house, last, said } from '#test/house.fixture.ts';
import { allCases, atOnce, crowd, does, mortal, quiet, readBy, type Whole } from './crowd.ts';

export type OpenStore = () => Promise<Store>;

const LINK = 'https://weibo.com/1/Kettle';

/** The house on a store, how to wait until it is quiet, and what must never have happened. */
export async function raced(open: OpenStore) {
  const { store, busy } = mortal(await open());
  const built = await house({ store });
  return { ...built, calm: () => quiet(built, busy) };
}
type Raced = Awaited<ReturnType<typeof raced>>;

const happened = async (whole: Whole, ...types: readonly CaseEvent['type'][]) =>
  (await allCases(whole)).flatMap(({ history }) => history.filter(({ event }) => types.includes(event.type)));

const nameOf = (account: string): string => `Name-of-${account}`;
const isDone = ({ type }: Reply): boolean => type === 'done';

/** Half of them approve and half reject the same reply, all in one instant. */
export async function decideAtOnce(whole: Raced, count: number): Promise<void> {
  const approvers = await crowd(whole, count, 'approver');
  const [emma, rita] = [whole.as('emma'), whole.as('rita')];
  await emma.types(`report ${LINK} the lid does not close`);
  await rita.clicks('case.claim', argsOf(whole, 'Claim'));
  await rita.fills(last(readBy(whole, CHANNEL)), 'Draft', { text: 'The lid is mended.', account: '@acme', claim: 'It leaks', evidence: 'seen', now: true });
  await whole.calm();
  const answers = await atOnce(whole, approvers, (account, index) => {
    const card = last(readBy(whole, account));
    if (index % 2 === 0) return pressed(button(card, 'Approve').does ?? button(card, '批准').does);
    const args = button(card, 'Reject').does;
    return { type: 'submit', form: 'case.reject', args: 'args' in args ? args.args : {}, values: { reason: 'not yet' } };
  });
  await whole.calm();
  void answers;
}
