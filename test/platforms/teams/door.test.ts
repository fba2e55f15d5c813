/** A form that was asked for where it does not stand well is a button, whose dialog opens. */
import { expect, test } from 'vitest';
import { invokes, mentions, says } from './activities.ts';
import { buttonsIn, hands } from './hands.ts';
import { emma, office } from './office.ts';
import { opened } from './place.ts';

const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

test.each(['iOS', 'Android'])('on a phone (%s) "report" is a button, whose dialog opens', async (platform) => {
  const place = await office();
  const { chat } = place;
  await place.installed(emma);
  await place.post(says(emma, 'report', platform));
  await chat.reaches(chatOf(emma), 2);
  const { card } = chat.newest(chatOf(emma));
  expect(JSON.stringify(card)).not.toContain('Input.');
  expect((await hands(place).opens(emma, card, 'report.new')).title).toBe('Report a mention');
});

test('a form asked for in a channel is a button there, whose dialog is one’s own', async () => {
  const place = await office();
  const { chat } = place;
  const { opens } = hands(place);
  await place.post(mentions(emma, 'report', '19:other@thread.tacv2'));
  await chat.reaches('19:other@thread.tacv2;messageid=1', 1);
  const { card } = chat.newest('19:other@thread.tacv2;messageid=1');
  expect(JSON.stringify(card)).not.toContain('Input.');
  expect((await opens(emma, card, 'report.new', '19:other@thread.tacv2')).title).toBe('Report a mention');
});

const PHONE = { entities: [{ type: 'clientInfo', platform: 'iOS' }] };
const form = {
  ...{ form: 'f', args: {} },
  view: { title: 'Form', submit: 'Send', inputs: { words: { type: 'text', label: 'Words', max: 9 } } },
} as const;
const execute = (verb: string, data: object) => ({ action: { type: 'Action.Execute', verb, data } });

test('a button that leads to a form is answered on a phone by a door to it, elsewhere by the form', async () => {
  const place = await opened(() => ({ type: 'open', form }));
  const pressed = async (more: object) => {
    const value = execute('act', { action: 'x.y', args: {} });
    const answer = await place.post(invokes(place.emma, 'adaptiveCard/action', value, '19:c@thread.tacv2', more));
    return JSON.parse(answer.body).value;
  };
  expect(JSON.stringify(await pressed({}))).toContain('Input.Text');
  const door = await pressed(PHONE);
  expect(JSON.stringify(door)).not.toContain('Input.');
  expect(buttonsIn(door).map(({ title }) => title)).toEqual(['Form…']);
});

test('what is wrong in a form that stands in a chat is a line on a phone, which shows no form again', async () => {
  const place = await opened(({ does }) =>
    does.type === 'open' ? { type: 'open', form } : { type: 'errors', fields: { words: 'Too short.' } },
  );
  const sent = async (more: object) => {
    const value = execute('submit', { form: 'f', args: {}, 'in.words': 'x' });
    return JSON.parse((await place.post(invokes(place.emma, 'adaptiveCard/action', value, undefined, more))).body);
  };
  expect(JSON.stringify((await sent({})).value)).toContain('Input.Text');
  expect(await sent(PHONE)).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: 'Too short.' });
});
