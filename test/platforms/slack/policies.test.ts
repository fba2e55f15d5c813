/** A policy signed over the real receiver: every step as Slack would send it, every answer as Slack would get it. */
import { expect, test } from 'vitest';
import { alwaysOpen } from '#test/core/rules.fixture.ts';
import { policies } from '#test/handlers/signing/policies.fixture.ts';
import { buttonsIn, hands, wordsOf } from './hands.ts';
import { office } from './office.ts';

test('somebody is asked, reads, agrees, signs by name; whoever asked sees it', async () => {
  const place = await office({ policies, rules: alwaysOpen });
  const { chat, house } = place;
  const { types, presses, opens, sends, told } = hands(place);
  const settled = async () => {
    await house.desk.signing.idle();
    await house.outbox.idle();
  };

  const asked = await types('U0MAX', '/desk', 'campaign');
  const list = JSON.parse(asked.body);
  const form = await opens('U0MAX', list.blocks, 'open campaign.new', 'D0MAX');
  const sent = await sends('U0MAX', form, { 'policy-pledge': true, audience: 'all', until: '', note: 'Soon, please' });
  expect(sent.status).toBe(200);
  await settled();
  const card = () => chat.at('D0EMMA')[0];
  expect(wordsOf(card()?.blocks)).toContain('Soon, please');
  expect(wordsOf(chat.at('D0MEI')[0]?.blocks)).toContain('请阅读并签署');

  let page = await told(() => presses('U0EMMA', card()?.blocks, 'act sign.read', 'D0EMMA'));
  expect(wordsOf(page?.['blocks'])).toContain('I keep secrets.');
  page = await told(() => presses('U0EMMA', page?.['blocks'], 'act sign.read', 'D0EMMA'));
  expect(wordsOf(page?.['blocks'])).toContain('I speak for myself.');
  const name = await opens('U0EMMA', page?.['blocks'], 'open sign.name', 'D0EMMA');
  const wrong = await sends('U0EMMA', name, { consent: true, name: 'Rita' });
  expect(JSON.stringify(wrong.said)).toContain('is not the name we know you by');
  expect((await sends('U0EMMA', name, { consent: true, name: 'emma' })).status).toBe(200);
  await settled();
  expect(wordsOf(card()?.blocks)).toContain('The pledge, version 1');
  expect(buttonsIn(card()?.blocks).map(({ action_id }) => action_id)).toEqual([
    expect.stringContaining('act sign.proof'),
  ]);

  const again = JSON.parse((await types('U0MAX', '/desk', 'campaign')).body);
  const shown = await told(() => presses('U0MAX', again.blocks, 'act campaign.show', 'D0MAX'));
  expect(wordsOf(shown?.['blocks'])).toContain('1 of 7 signed');
  expect(place.faults).toEqual([]);
});
