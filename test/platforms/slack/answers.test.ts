/** Where each answer goes: to whoever asked, alone, and in the place where they are. */
import { describe, expect, test } from 'vitest';
import type { Reply } from '#src/platforms/platform.ts';
import { input, type OpenForm } from '#src/view/form.ts';
import { button, hands, wordsOf } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import {
  closed,
  command,
  directMessage,
  event,
  forwarded,
  globalShortcut,
  homeOpened,
  messageShortcut,
  pressed,
  pressedInView,
  submission,
} from './payloads.ts';
import { opened, simple } from './place.ts';
import { BOT } from './slack.fixture.ts';

test('a command without a text opens the form, in the language of whoever typed it', async () => {
  const { post, respond, chat } = await office();
  const opened = chat.next(({ method }) => method === 'views.open');
  const answered = await post(command('U0MEI', '/report', '', { respond }));
  expect(answered).toMatchObject({ status: 200, body: '' });
  await opened;
  expect(wordsOf(chat.views.at(-1))).toMatch(/上报/);
  expect(chat.ephemerals).toEqual([]);
});

test('a message shortcut opens the form with the text and the address of the message', async () => {
  const place = await office();
  const { shows } = hands(place);
  const form = await shows(() =>
    place.post(messageShortcut('U0EMMA', 'report_post', 'Their kettles &amp; chargers <!channel> burn', place)),
  );
  const initial = JSON.stringify(form.view);
  expect(initial).toContain('Their kettles & chargers @channel burn');
  expect(initial).toContain('https://northwind.slack.com/archives/C0GENERAL/p1770000123000200');
});

test('a message that points to a post opens the form with that post', async () => {
  const place = await office();
  const { shows } = hands(place);
  const text = 'look: <https://weibo.com/1/a?b=1&amp;c=2|weibo.com>';
  const form = await shows(() => place.post(messageShortcut('U0EMMA', 'report_post', text, place)));
  expect(JSON.stringify(form.view)).toContain('"initial_value":"https://weibo.com/1/a?b=1&c=2"');
});

const monitor = { subtype: 'bot_message', bot_id: 'B0MONITOR', user: undefined };
test.each<[string, string, object, string, string]>([
  [
    'in attachments',
    '',
    {
      attachments: [
        {
          ...{ id: 1, fallback: 'New mention', pretext: 'New mention', title: 'The kettle &amp; its lid' },
          ...{ title_link: 'https://weibo.com/1/Nmon', text: 'It burns, says <@U0RITA>' },
        },
      ],
    },
    'New mention\\nThe kettle & its lid https://weibo.com/1/Nmon\\nIt burns, says @Rita',
    'https://weibo.com/1/Nmon',
  ],
  [
    'in blocks',
    "This content can't be displayed.",
    {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Mention <1>' } },
        { type: 'section', text: { type: 'mrkdwn', text: 'It burns: <https://weibo.com/1/Nmon|post>' } },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'seen by ' },
                { type: 'emoji', name: 'eyes' },
              ],
            },
          ],
        },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Mute' }, action_id: 'x' }] },
      ],
    },
    'Mention <1>\\nIt burns: post https://weibo.com/1/Nmon\\nseen by ',
    'https://weibo.com/1/Nmon',
  ],
])('what a tool posted %s is in the form too', async (_where, text, more, said, link) => {
  const place = await office();
  const { shows } = hands(place);
  const message = { ...monitor, ...more };
  await expect
    .poll(async () =>
      JSON.stringify(
        (await shows(() => place.post(messageShortcut('U0EMMA', 'report_post', text, { ...place, message })))).view,
      ),
    )
    .toContain(`"initial_value":"${said}"`);
  expect(JSON.stringify(place.chat.views.at(-1)?.view)).toContain(`"initial_value":"${link}"`);
});

test('a message of a thread opens the form with its address in the thread, without the preview of a link', async () => {
  const place = await office();
  const { shows } = hands(place);
  const preview = {
    id: 1,
    title: 'A shop',
    title_link: 'https://shop.example',
    text: 'Buy!',
    from_url: 'https://shop.example',
  };
  const message = { thread_ts: '1770000100.000100', parent_user_id: 'U0MAX', attachments: [preview] };
  const form = await shows(() =>
    place.post(messageShortcut('U0EMMA', 'report_post', 'It burns', { ...place, message })),
  );
  const view = JSON.stringify(form.view);
  expect(view).toContain('/archives/C0GENERAL/p1770000123000200?thread_ts=1770000100.000100&cid=C0GENERAL"');
  expect(view).toContain('"initial_value":"It burns"');
});

test('a message longer than a form takes is cut visibly, and can be sent', async () => {
  const place = await office();
  const { shows, sends } = hands(place);
  const form = await shows(() => place.post(messageShortcut('U0EMMA', 'report_post', '长'.repeat(9000), place)));
  const { said } = await sends('U0EMMA', form, {});
  expect(said.response_action).toBe('update');
  expect(wordsOf(said.view)).toMatch(/RM-\d{4}/);
});

test('the global shortcut opens an empty form', async () => {
  const place = await office();
  const { shows } = hands(place);
  const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
  expect(form.view['callback_id']).toBe('form');
});

test('a post pasted into the direct messages is offered as a report, and one click makes it one', async () => {
  const place = await office();
  const { chat, house, post } = place;
  const { told, presses } = hands(place);
  const posted = chat.next(({ method }) => method === 'chat.postMessage');
  await post(directMessage('U0EMMA', 'Look what they say: <https://weibo.com/1234567/Npost>'));
  await posted;
  const offer = chat.at('D0EMMA').at(-1);
  expect(wordsOf(offer?.blocks)).toContain('https://weibo.com/1234567/Npost');
  const answer = await told(() => presses('U0EMMA', offer?.blocks, 'act bot.run', 'D0EMMA'));
  expect(answer).toMatchObject({ response_type: 'in_channel', replace_original: false });
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
});

test('a message forwarded to the bot is offered as a report, with its words and its address', async () => {
  const { chat, post } = await office();
  const posted = chat.next(({ method }) => method === 'chat.postMessage');
  await post(forwarded('U0EMMA', '', 'Their kettle burned in my kitchen yesterday'));
  await posted;
  const offer = wordsOf(chat.at('D0EMMA').at(-1)?.blocks);
  expect(offer).toContain('Their kettle burned in my kitchen yesterday');
  expect(offer).toContain('/archives/C0GENERAL/p1770000123000200');
});

test('a reply in a thread is heard also when it was sent to the direct messages as a whole', async () => {
  const { chat, post } = await office();
  const posted = chat.next(({ method }) => method === 'chat.postMessage');
  const { event: said, ...body } = directMessage('U0EMMA', 'help');
  await post({ ...body, event: { ...said, subtype: 'thread_broadcast', thread_ts: '1770000100.000100', root: {} } });
  await posted;
  expect(wordsOf(chat.at('D0EMMA').at(-1)?.blocks)).toContain('report');
});

test('what a bot, an edit or a channel says is not answered', async () => {
  const { post, chat } = await office();
  const said = { type: 'message', channel: 'D0EMMA', ts: '1.1', text: 'report x', user: 'U0EMMA', channel_type: 'im' };
  const before = chat.calls.length;
  const all = [
    { ...said, bot_id: 'B0OTHER' },
    { ...said, subtype: 'message_changed' },
    { ...said, channel: CHANNEL, channel_type: 'channel' },
    { ...said, user: BOT },
  ];
  for (const one of all) expect((await post(event(one))).status).toBe(200);
  expect(chat.calls.slice(before).filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
});

test('a mention in a channel is answered with help, to that person alone', async () => {
  const { post, chat } = await office();
  const posted = chat.next(({ method }) => method === 'chat.postEphemeral');
  await post(
    event({
      type: 'app_mention',
      user: 'U0EMMA',
      text: `<@${BOT}> hi`,
      ts: '1.2',
      channel: 'C0GENERAL',
      event_ts: '1.2',
    }),
  );
  await posted;
  expect(chat.ephemerals).toEqual([expect.objectContaining({ channel: 'C0GENERAL', user: 'U0EMMA' })]);
  expect(wordsOf(chat.ephemerals)).toContain('report');
  expect(chat.messages).toEqual([]);
});

test('a mention where the bot is not is answered in the direct messages', async () => {
  const { post, chat } = await office();
  chat.channels.set('C0SECRET', { private: true, member: false });
  const posted = chat.next(({ method }) => method === 'chat.postMessage');
  const said = { type: 'app_mention', user: 'U0EMMA', text: `<@${BOT}> hi`, ts: '1.2', event_ts: '1.2' };
  await post(event({ ...said, channel: 'C0SECRET' }));
  await posted;
  expect(wordsOf(chat.at('D0EMMA').at(-1)?.blocks)).toContain('report');
  expect(chat.ephemerals).toEqual([]);
});

describe('the home', () => {
  test('is shown when it is opened, and not when the messages are', async () => {
    const { post, chat } = await office();
    await post(homeOpened('U0MEI', 'messages'));
    const { tab: _, ...bare } = homeOpened('U0MEI').event;
    expect((await post(event(bare))).status).toBe(200);
    const published = chat.next(({ method }) => method === 'views.publish');
    await post(homeOpened('U0MEI'));
    await published;
    expect(chat.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
    expect(wordsOf(chat.homes.get('U0MEI'))).toMatch(/[\u4e00-\u9fff]/);
  });

  test('shows something else at once when a form that was opened there is sent', async () => {
    const place = await office();
    const { shows } = hands(place);
    const { post, chat } = place;
    const published = chat.next(({ method }) => method === 'views.publish');
    await post(homeOpened('U0EMMA'));
    await published;
    const home = { id: 'V0HOME', view: chat.homes.get('U0EMMA') ?? {} };
    const form = await shows(() => post(pressedInView('U0EMMA', button(home.view, 'open report.new'), home)));
    const again = chat.next(({ method }) => method === 'views.publish');
    await post(submission('U0EMMA', form, { said: 'They say our kettle burns. Is that true?' }));
    await again;
    expect(wordsOf(chat.homes.get('U0EMMA'))).toMatch(/RM-\d{4}/);
  });
});

describe('a form', () => {
  test('shows what is wrong at the input, in the language of the person', async () => {
    const place = await office();
    const { opens, types, sends } = hands(place);
    await types('U0EMMA', '/report', 'They say the kettle is bad');
    await place.house.outbox.idle();
    const form = await opens('U0RITA', place.chat.at(CHANNEL)[0]?.blocks, 'open case.facts');
    const { said } = await sends('U0RITA', form, { claim: '   ' });
    expect(said.response_action).toBe('errors');
    expect(Object.keys(said.errors)).toEqual([expect.stringMatching(/^in\.claim\./)]);
  });

  test('says above what is wrong with the whole, and keeps what was typed', async () => {
    const place = await opened(({ does }) =>
      does.type === 'submit'
        ? { type: 'errors', fields: { note: 'Too short.', elsewhere: 'And this.' }, form: 'No.' }
        : { type: 'open', form: small },
    );
    const { shows, sends } = hands(place);
    const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
    const { said } = await sends('U0EMMA', form, { note: 'in the lift', hidden: true });
    expect(said.response_action).toBe('update');
    const [first, second] = said.view.blocks;
    expect(JSON.stringify(first)).toContain('rotating_light');
    expect(wordsOf(first)).toContain('No. And this.');
    expect(second.element.initial_value).toBe('in the lift');
    expect(wordsOf(said.view)).toContain('⚠ Too short.');
    expect(JSON.stringify(said.view)).toContain('"initial_options":[{"text":');
    const ids = (view: unknown) => JSON.stringify(view).match(/"block_id":"[^"]+"/g);
    expect(ids(said.view)).toEqual(ids(form.view));
    expect(place.seen.map(({ cause }) => cause.replace(/.*\/again$/, 'again'))[2]).toBe('again');
  });

  test('sent twice from one version is one report', async () => {
    const place = await office();
    const { shows, sends } = hands(place);
    const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
    const typed = { said: 'They say our kettle burns. Is that true?' };
    const [one, two] = await Promise.all([sends('U0EMMA', form, typed, 'h1'), sends('U0EMMA', form, typed, 'h1')]);
    expect(wordsOf(one.said).match(/RM-\d{4}-\d+/)?.[0]).toBe(wordsOf(two.said).match(/RM-\d{4}-\d+/)?.[0]);
    await place.house.outbox.idle();
    expect(place.chat.at(CHANNEL)).toHaveLength(1);
  });

  test('closed is nothing to us', async () => {
    const place = await office();
    const { shows } = hands(place);
    const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
    expect(await place.post(closed('U0EMMA', form))).toMatchObject({ status: 200, body: '' });
  });

  test('that Slack did not open in time is said to the person, and logged', async () => {
    const place = await office();
    place.chat.refuses = ({ method }) => (method === 'views.open' ? 'expired_trigger_id' : undefined);
    const { told, types } = hands(place);
    const answer = await told(() => types('U0EMMA', '/report', ''));
    expect(answer).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('try again') });
    const posted = place.chat.next(({ method }) => method === 'chat.postMessage');
    await place.post(globalShortcut('U0EMMA', 'report_mention'));
    await posted;
    expect(place.chat.at('D0EMMA').map(({ text }) => text)).toEqual([expect.stringContaining('try again')]);
    await place.stop();
    expect(place.faults.join()).toContain('expired_trigger_id');
  });
});

test('a click on a shared card is answered to that person alone; on an own card it replaces it', async () => {
  const place = await office();
  const { told, types, presses } = hands(place);
  await types('U0EMMA', '/report', 'They say the kettle is bad');
  await place.house.outbox.idle();
  const shared = place.chat.at(CHANNEL)[0]?.blocks;
  const more = await told(() => presses('U0RITA', shared, 'act case.more'));
  expect(more).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  const opened = await told(() =>
    place.post(pressed('U0RITA', button(more?.['blocks'], 'act case.show'), { ...place, ephemeral: true })),
  );
  expect(opened).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  const claimed = await told(() =>
    place.post(pressed('U0RITA', button(opened?.['blocks'], 'act case.claim'), { ...place, ephemeral: true })),
  );
  expect(claimed).toMatchObject({ replace_original: true });
  expect(wordsOf(claimed)).toContain('Rita');
});

test('a click in a thread of the direct messages is answered in that thread', async () => {
  const place = await opened(() => ({ type: 'show', card: simple('Here') }));
  const { told } = hands(place);
  const one = { action_id: 'act x.y 1.0', value: '{}' };
  const where = { ...place, channel: 'D0EMMA', thread: '1770000100.000100' };
  expect(await told(() => place.post(pressed('U0EMMA', one, where)))).toMatchObject({
    ...{ response_type: 'in_channel', replace_original: false, thread_ts: '1770000100.000100' },
  });
});

test('a refusal names who may, and nobody else reads it', async () => {
  const place = await office();
  const { told, types, presses } = hands(place);
  await types('U0EMMA', '/report', 'They say the kettle is bad');
  await place.house.outbox.idle();
  const answer = await told(() => presses('U0MEI', place.chat.at(CHANNEL)[0]?.blocks, 'act case.claim'));
  expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  expect(wordsOf(answer)).toContain('Rita');
});

test('a card in a dialog opens the next above it, and at most three', async () => {
  const place = await office();
  const { types, shows } = hands(place);
  await types('U0EMMA', '/report', 'They say the kettle is bad');
  const published = place.chat.next(({ method }) => method === 'views.publish');
  await place.post(homeOpened('U0RITA'));
  await published;
  const home = { id: 'V0HOME', view: place.chat.homes.get('U0RITA') ?? {} };
  const first = await shows(() => place.post(pressedInView('U0RITA', button(home.view, 'act case.show'), home)));
  const timeline = button(first.view, 'act case.more');
  await shows(() => place.post(pressedInView('U0RITA', timeline, first)));
  await shows(() => place.post(pressedInView('U0RITA', timeline, first, 'V0BELOW')));
  const deep = { ...first, view: { ...first.view, root_view_id: 'V0ROOT' } };
  await shows(() => place.post(pressedInView('U0RITA', timeline, deep, 'V0BELOW')));
  expect(place.chat.views.slice(-4).map(({ how }) => how)).toEqual(['open', 'push', 'push', 'update']);
});

test('a card that did not open in time above another is said to the person, and logged', async () => {
  const place = await opened(() => ({ type: 'show', card: simple('Here') }));
  place.chat.refuses = ({ method }) => (method === 'views.push' ? 'expired_trigger_id' : undefined);
  place.chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-US' });
  const said = place.chat.next(({ method }) => method === 'chat.postMessage');
  const below = { id: 'V0BELOW', view: { type: 'modal', private_metadata: '' } };
  await place.post(pressedInView('U0EMMA', { action_id: 'act x.y 1.0', value: '{}' }, below));
  await said;
  expect(place.chat.at('D0EMMA').map(({ text }) => text)).toEqual([expect.stringContaining('try again')]);
  await expect.poll(() => place.faults.join()).toContain('expired_trigger_id');
});

describe('an answer that takes longer than Slack waits', () => {
  /** A desk that answers a submit or a command only once it is told to. */
  async function slow() {
    const gate = Promise.withResolvers<Reply>();
    const place = await opened(({ does }) => (does.type === 'open' ? { type: 'open', form: small } : gate.promise), {
      patience: 1,
    });
    return { place, answers: gate.resolve, ...hands(place) };
  }

  test('comes by the response_url', async () => {
    const { told, types, answers } = await slow();
    const answer = await told(async () => {
      expect(await types('U0EMMA', '/report', 'x')).toMatchObject({ status: 200, body: '' });
      answers({ type: 'show', card: simple('At last') });
    });
    expect(answer).toMatchObject({ response_type: 'ephemeral', text: 'At last' });
  });

  test.each<[string, Reply, string]>([
    ['a card', { type: 'show', card: simple('At last') }, 'At last'],
    ['what was wrong', { type: 'errors', fields: { note: 'Too short.' } }, 'Too short.'],
  ])('%s comes into the dialog that was sent', async (_what, reply, words) => {
    const { place, shows, sends, answers } = await slow();
    const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
    const result = await shows(async () => {
      const { said } = await sends('U0EMMA', form, { note: 'in the lift' });
      expect(wordsOf(said)).toContain('Still saving');
      answers(reply);
    });
    expect([result.how, result.id]).toEqual(['update', form.id]);
    expect(wordsOf(result.view)).toContain(words);
  });

  test('is written to somebody who has closed the dialog meanwhile', async () => {
    const { place, shows, sends, answers } = await slow();
    const { chat, faults } = place;
    chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
    const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
    await sends('U0EMMA', form, { note: 'in the lift' });
    chat.closed.add(form.id);
    const posted = chat.next(({ method }) => method === 'chat.postMessage');
    answers({ type: 'show', card: simple('At last') });
    await posted;
    expect(chat.at('D0EMMA').map(({ text }) => text)).toEqual(['At last']);
    expect(faults).toEqual([]);
  });
});

const small: OpenForm = {
  form: 'f',
  args: {},
  view: {
    title: 'A form',
    submit: 'Send',
    inputs: { note: input.line('Note', { max: 100 }), hidden: input.check('Hide my name') },
  },
};
