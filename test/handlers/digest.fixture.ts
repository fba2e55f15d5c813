/** A house early in the day, and what digests somebody got in it. */
import type { Card } from '#src/view/card.ts';
import { formOf, type House, house } from '#test/house.fixture.ts';

/** Monday, two hours before everybody's digest in London. */
export const EARLY = '2026-03-02T06:30:00.000Z';
export const LINK = 'https://weibo.com/1/';
const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
export const REPLY = { kind: 'apology', account: 'Us', text: 'We are sorry.', ...FACT, now: true };
const SECRET = { said: 'A colleague boasts about it', severity: 'high', kind: 'colleague', confidential: true };

export const opens = (more: Parameters<typeof house>[0] = {}) => house({ at: EARLY, ...more });
/** The same house after a stop of so many hours. */
export async function reopened(before: House, at: string): Promise<House> {
  await before.stop();
  const after = await opens({ store: before.store, chat: before.chat, at });
  await after.settled();
  return after;
}

export const digests = ({ as }: House, account: string): readonly Card[] =>
  as(account)
    .reads()
    .filter(({ summary }) => /^(Digest|日报|A quiet day|今天风平浪静)/.test(summary));
export const digestOf = (all: House, account: string): Card => {
  const [only, ...others] = digests(all, account);
  if (!only || others.length > 0) throw new Error(`${account} has ${others.length + (only ? 1 : 0)} digests`);
  return only;
};

export async function reportsInConfidence({ as }: House): Promise<void> {
  await as('emma').sends(formOf(await as('emma').types('report')), { link: `${LINK}secret`, ...SECRET });
}
