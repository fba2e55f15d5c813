/** The company's texts on Slack: `/policy` and `/check` are answered to their writer alone, page by page. */
import { expect, test } from 'vitest';
import { shelf } from '#test/content/shelf.ts';
import { button, hands, wordsOf } from './hands.ts';
import { office } from './office.ts';
import { pressed } from './payloads.ts';

const { policies } = shelf;

test('/policy lists them in the language of whoever asks, and nobody else sees it', async () => {
  const place = await office({ policies });
  const { types } = hands(place);
  const english = JSON.parse((await types('U0EMMA', '/policy', '')).body);
  expect(english.response_type).toBe('ephemeral');
  expect(wordsOf(english.blocks)).toContain('Online reputation and response');
  expect(wordsOf(JSON.parse((await types('U0MEI', '/policy', '')).body).blocks)).toContain(
    '网络口碑与舆情应对管理制度',
  );
  expect(place.chat.at('C0GENERAL')).toEqual([]);
  expect(place.faults).toEqual([]);
});

test('/policy with words searches, a result is read, and the page turns in place', async () => {
  const place = await office({ policies });
  const { types, told } = hands(place);
  /** Presses a button of what only Emma was shown. */
  const press = (shown: unknown, does: string) =>
    told(() => place.post(pressed('U0EMMA', button(shown, does), { respond: place.respond, ephemeral: true })));
  const found = JSON.parse((await types('U0EMMA', '/policy', 'do not comment')).body);
  const clause = await press(found.blocks, 'act policy.read');
  expect(clause).toMatchObject({ replace_original: false, response_type: 'ephemeral' });
  expect(wordsOf(clause?.['blocks'])).toMatch(/Clause \d+ of \d+ · cite it as/);
  const contents = await press(clause?.['blocks'], 'act policy.contents');
  expect(contents).toMatchObject({ replace_original: true });
  expect(wordsOf(contents?.['blocks'])).toContain('Which part would you like to read?');
  expect(place.faults).toEqual([]);
});

test('/check opens its form, and the answer comes into it', async () => {
  const place = await office({ policies });
  const { types, shows, sends } = hands(place);
  const form = await shows(() => types('U0MEI', '/check', ''));
  expect(wordsOf(form.view)).toContain('发帖前自查');
  const { said } = await sends('U0MEI', form, { text: '客户电话13812345678' });
  expect(wordsOf(said.view)).toContain('请不要照原样发布。');
  expect(JSON.stringify(said)).not.toContain('13812345678');
  expect(place.faults).toEqual([]);
});

test('/check with a text is answered at once', async () => {
  const place = await office({ policies });
  const said = JSON.parse((await hands(place).types('U0EMMA', '/check', 'Best dumplings in town!')).body);
  expect(said.response_type).toBe('ephemeral');
  expect(wordsOf(said.blocks)).toContain('I see nothing that speaks against it.');
  expect(wordsOf(said.blocks)).toContain('Your text was not kept.');
});
