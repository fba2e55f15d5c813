/** The guide of the console, which everybody reads, keeps quiet about what is confidential. */
import { expect, test } from 'vitest';
import { cardOf, openDesk, reported } from './desk.ts';
import { speech } from './speech.ts';

const desk = openDesk();

test('a confidential case ticks off no step, and its owner is nobody to turn to', async () => {
  const [emma, jing, noah] = [desk.person('emma'), desk.person('jing'), desk.person('noah')];
  const before = (await noah.sync()).guide;
  const number = await reported(emma, { said: 'Somebody here was rude online', confidential: true });
  const card = await cardOf(jing, number);
  expect(await jing.presses(card, speech('zh').label.claim)).toEqual({ type: 'done' });
  expect((await noah.sync()).guide).toEqual(before);
});
