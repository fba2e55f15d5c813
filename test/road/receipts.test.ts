/** What outsiders are told of a post that is held in confidence is what they would be told of any other. */
import { expect, test } from 'vitest';
import { house, said } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/Kettle';

/** Mei and Emma report a post, one after the other; with somebody's confidential report of it two days before, or not. */
async function told(before: boolean) {
  const desk = await house();
  if (before)
    await desk.as('max').submits('report.new', { link: LINK, severity: 'auto', kind: 'auto', confidential: true });
  await desk.pass(48);
  const screens = [];
  for (const account of ['mei', 'emma'] as const) {
    const who = desk.as(account);
    const reply = await who.types(`report ${LINK} boils over`);
    screens.push(JSON.stringify(reply), ...who.reads().map(said), said(await who.goesHome()));
  }
  return screens.map((text) => text.replace(/T\d\d:\d\d:\d\d/g, ''));
}

test('the first and the second of them read the same words, numbers and days', async () => {
  expect(await told(true)).toEqual(await told(false));
});
