/** A policy signed through Microsoft's own adapter over HTTP: every step as Teams sends it, every answer as Teams gets it. */
import { expect, test } from 'vitest';
import { alwaysOpen } from '#test/core/rules.fixture.ts';
import { policies } from '#test/handlers/signing/policies.fixture.ts';
import { hands, wordsOf } from './hands.ts';
import { emma, max, mei, office } from './office.ts';

test('somebody is asked, reads, agrees, signs by name; whoever asked sees it', async () => {
  const place = await office({ policies, rules: alwaysOpen });
  const { chat, house } = place;
  const { says, presses, opens, sends } = hands(place);
  await place.installed(emma, mei, max);
  const settled = async () => {
    await house.desk.signing.idle();
    await house.outbox.idle();
  };
  const newest = (who: typeof emma) => chat.newest(`a:${who.aad}`).card;

  await says(max, 'desk campaign');
  await chat.reaches(`a:${max.aad}`, 2);
  const form = await opens(max, newest(max), 'campaign.new');
  await sends(max, form, { 'is.policy-pledge': 'true', 'in.audience': 'all', 'in.note': 'Soon, please' });
  await settled();
  expect(wordsOf(newest(emma))).toContain('Soon, please');
  expect(wordsOf(newest(mei))).toContain('请阅读并签署');

  const asked = newest(emma);
  await presses(emma, asked, 'sign.read');
  await settled();
  await chat.reaches(`a:${emma.aad}`, 3);
  const first = newest(emma);
  expect(wordsOf(first)).toContain('I keep secrets.');
  const turned = await presses(emma, first, 'sign.read');
  const last = turned?.value ?? newest(emma);
  expect(wordsOf(last)).toContain('I speak for myself.');
  const name = await opens(emma, last, 'sign.name');
  const wrong = await sends(emma, name, { 'is.consent': 'true', 'in.name': 'Rita' });
  expect(JSON.stringify(wrong)).toContain('is not the name we know you by');
  await sends(emma, name, { 'is.consent': 'true', 'in.name': 'EMMA' });
  await settled();
  expect(house.desk.signing.signers.of(house.desk.people.ofAccount('teams', emma.aad)?.id ?? '')).toMatchObject([
    { task: { status: 'signed', signature: { platform: 'teams', name: 'EMMA', locale: 'en' } } },
  ]);

  await says(max, 'desk campaign');
  await settled();
  await expect.poll(() => wordsOf(newest(max))).toContain('1 of 6 signed');
  expect([place.faults, chat.wrong]).toEqual([[], []]);
});
