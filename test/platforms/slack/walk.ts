/** The main road from a report to its end, as Slack's people walk it, whichever way their clicks come in. */
import { expect } from 'vitest';
import { PNG } from '#test/core/file/pictures.ts';
import type { Answered } from '#test/server/ask.ts';
import { hands, wordsOf } from './hands.ts';
import { CHANNEL, type Office } from './office.ts';
import { command, homeOpened } from './payloads.ts';

const POST = 'https://weibo.com/1234567/Nabcdef';
const REPLY = 'We are sorry: the charger of your bike overheats. Please write to us, we replace it.';

/** `post` sends a payload as Slack does and gives what was acknowledged. */
export async function walksTheRoad(place: Office, post: (payload: object) => Promise<Answered>): Promise<void> {
  const { chat, house } = place;
  const { shows, presses, opens, sends } = hands({ chat, respond: place.respond, post });
  const card = () => chat.at(CHANNEL)[0]?.blocks;
  const closed = { status: 200, said: undefined };
  /** Everything that follows was delivered, what is fetched meanwhile too. */
  const settled = async () => {
    await expect.poll(() => wordsOf(card())).not.toContain('still coming');
    await house.outbox.idle();
  };

  // The form in a channel: the answer is the reporter's alone, and nobody sees the command.
  const form = await shows(() => post(command('U0EMMA', '/report', '', { respond: place.respond })));
  const { id } = chat.files.add('weibo.png', PNG);
  const shots = [{ id, name: 'weibo.png', mimetype: 'image/png', size: PNG.length }];
  const seen = { link: POST, said: 'the charger got too hot to touch', severity: 'medium', kind: 'complaint', shots };
  const received = await sends('U0EMMA', form, seen);
  expect(wordsOf(received.said)).toMatch(/RM-\d{4}-\d+/);
  await house.outbox.idle();
  await settled();
  expect(chat.at('C0GENERAL')).toEqual([]);
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(wordsOf(card())).toMatch(/the charger got too hot to touch[\s\S]*1 screenshot/);
  expect(chat.at('D0EMMA').map(({ text }) => text)).toEqual([expect.stringMatching(/RM-\d{4}/)]);

  await presses('U0RITA', card(), 'act case.claim');
  await house.outbox.idle();
  expect(wordsOf(card())).toContain('Rita');

  // What stood there is opened by whoever works on it, and by nobody's loading of a page.
  const opened = chat.next(({ method }) => method === 'response_url');
  await presses('U0RITA', card(), 'act case.screenshots');
  await opened;
  expect(JSON.stringify(chat.responses.at(-1))).toContain('"type":"image","slack_file"');

  const facts = await opens('U0RITA', card(), 'open case.facts');
  const fact = { claim: 'The charger overheats', verdict: 'true', evidence: 'Ticket 88213' };
  expect(await sends('U0RITA', facts, { ...fact, claim: ' ' })).toMatchObject({
    said: { response_action: 'errors' },
  });
  expect(await sends('U0RITA', facts, fact)).toEqual(closed);

  const draft = await opens('U0RITA', card(), 'open case.draft');
  const fromTemplate = await sends('U0RITA', draft, { template: 'sorry', account: 'Northwind', text: '' });
  expect(fromTemplate.said.response_action).toBe('update');
  const second = { id: draft.id, view: fromTemplate.said.view };
  expect(JSON.stringify(second.view)).toContain('We are sorry about [what went wrong].');
  expect(await sends('U0RITA', second, { account: 'Northwind', text: REPLY, now: false })).toEqual(closed);
  await house.outbox.idle();

  await presses('U0RITA', card(), 'act case.submit');
  await house.outbox.idle();
  const decision = chat.at('D0ADA').at(-1);
  expect(wordsOf(decision?.blocks)).toContain(REPLY);
  expect(wordsOf(chat.at('D0AMY').at(-1)?.blocks)).toMatch(/[\u4e00-\u9fff]/);

  await presses('U0ADA', decision?.blocks, 'act case.approve', 'D0ADA');
  await house.outbox.idle();
  const publish = await opens('U0RITA', card(), 'open case.publish');
  expect((await sends('U0RITA', publish, { link: 'https://weibo.com/1234567/Nreply' })).status).toBe(200);
  await house.outbox.idle();
  expect(wordsOf(card())).toContain('Published');

  // What became of it is judged, and the case closed; the reporter hears how it ended.
  const effect = await opens('U0RITA', card(), 'open case.effect');
  expect((await sends('U0RITA', effect, { effect: 'solved', note: 'The author said thank you' })).status).toBe(200);
  await house.outbox.idle();
  expect(wordsOf(card())).toContain('Solved');
  const close = await opens('U0RITA', card(), 'open case.close');
  const ending = { cause: 'product', team: 'Chargers', lesson: 'Test the charger warm' };
  expect((await sends('U0RITA', close, ending)).status).toBe(200);
  await house.outbox.idle();
  expect(wordsOf(card())).toMatch(/Closed by Rita[\s\S]*Test the charger warm/);
  expect(chat.at('D0EMMA').at(-1)?.text).toMatch(/RM-\d{4}-\d+ is done: the company has answered/);

  // The home shows the report's state to whoever reported, in a view of its own.
  const home = chat.next(({ method }) => method === 'views.publish');
  await post(homeOpened('U0EMMA'));
  await home;
  expect(wordsOf(chat.homes.get('U0EMMA'))).toMatch(/RM-\d{4}/);
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(place.faults).toEqual([]);
}
