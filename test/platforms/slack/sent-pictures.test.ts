/** Pictures that somebody sends to the bot in a direct message on Slack: part of the report beside them, or of the last one. */
import { expect, test } from 'vitest';
import { HTML, PNG } from '#test/core/file/pictures.ts';
import { wordsOf } from './hands.ts';
import { CHANNEL, type Office, office } from './office.ts';
import { directMessage, type Sent, sharedFiles } from './payloads.ts';

const POST = 'https://weibo.com/1234567/Nabcdef';

/** Files that lie with Slack, as a message names them. */
const lying = ({ chat }: Office, count: number, bytes = PNG, name = 'screen.png'): readonly Sent[] =>
  Array.from({ length: count }, () => {
    const { id, mimetype } = chat.files.add(name, bytes);
    return { id, name, mimetype, size: bytes.length };
  });

/** Sends a message, and gives what the bot writes back. A delivery has a key and an answer none, whichever comes first. */
async function says({ chat, post }: Office, account: string, message: object): Promise<string> {
  const answers = () => chat.at(`D${account.slice(1)}`).filter(({ metadata }) => metadata === undefined);
  const before = answers().length;
  expect(await post(message)).toMatchObject({ status: 200 });
  await expect.poll(() => answers().length).toBeGreaterThan(before);
  return wordsOf(answers()[before]?.blocks);
}

async function screenshots({ house }: Office) {
  await house.idle();
  const [one] = house.desk.cases.list({ me: '', roles: ['responder'] }, () => true);
  const { state } = await house.desk.cases.records.read(one?.id ?? '');
  return state.status === 'none' ? [] : state.screenshots.map(({ file }) => file);
}

test('a picture beside the words of a report is part of it, and is kept by its content', async () => {
  const desk = await office();
  const files = lying(desk, 2);
  expect(await says(desk, 'U0EMMA', sharedFiles('U0EMMA', `report <${POST}> it burns`, files))).toContain('RM-');
  const kept = { media: 'image/png', size: PNG.length, digest: expect.stringMatching(/^[\da-f]{64}$/) };
  expect(await screenshots(desk)).toMatchObject([kept, kept]);
  expect(wordsOf(desk.chat.at(CHANNEL)[0]?.blocks)).toContain('2 screenshots');
  expect(desk.faults).toEqual([]);
});

test('a picture alone joins the last report, once, though Slack tells of it twice', async () => {
  const desk = await office();
  await says(desk, 'U0MEI', directMessage('U0MEI', `上报 <${POST}> 充电器烫手`));
  const message = sharedFiles('U0MEI', '', lying(desk, 1), 'Ev1');
  expect(await says(desk, 'U0MEI', message)).toMatch(/1 张图片已归入 RM-\d{4}-0001/);
  expect(await desk.post(message)).toMatchObject({ status: 200 });
  expect(await screenshots(desk)).toMatchObject([{ media: 'image/png' }]);
});

test('a picture beside words of their own joins no earlier report: they are offered as one, and it is asked for again', async () => {
  const desk = await office();
  await says(desk, 'U0EMMA', directMessage('U0EMMA', `report <${POST}> it burns`));
  const other = sharedFiles('U0EMMA', '<https://weibo.com/1234567/Other> everybody laughs', lying(desk, 1));
  const answer = await says(desk, 'U0EMMA', other);
  expect(answer).toMatch(/everybody laughs[\s\S]*Send them to me again by themselves/);
  expect(await screenshots(desk)).toEqual([]);
  expect(await says(desk, 'U0EMMA', sharedFiles('U0EMMA', 'here it is', lying(desk, 1)))).toContain('RM-');
});

test('what only pretends to be a picture is not kept, and its sender is told', async () => {
  const desk = await office();
  await says(desk, 'U0EMMA', directMessage('U0EMMA', `report <${POST}> it burns`));
  await says(desk, 'U0EMMA', sharedFiles('U0EMMA', '', lying(desk, 1, HTML)));
  expect(await screenshots(desk)).toEqual([]);
  await expect
    .poll(() =>
      desk.chat
        .at('D0EMMA')
        .concat(desk.chat.at('U0EMMA'))
        .map(({ blocks }) => wordsOf(blocks))
        .join(' '),
    )
    .toMatch(/PNG, JPEG/);
});

test.each([
  ['without a report of theirs', '', 1, /no open report of yours/],
  ['more than three, beside a report', 'report it burns', 4, /4 files, and 3 is the limit/],
])('pictures %s are refused in a sentence', async (_, text, count, sentence) => {
  const desk = await office();
  expect(await says(desk, 'U0RITA', sharedFiles('U0RITA', text, lying(desk, count)))).toMatch(sentence);
  expect(desk.house.desk.cases.list({ me: '', roles: ['hr'] }, () => true)).toEqual([]);
});

test('a picture in a channel is nobody’s report', async () => {
  const desk = await office();
  const message = sharedFiles('U0EMMA', 'report it burns', lying(desk, 1));
  await desk.post({ ...message, event: { ...message.event, channel: 'C0GENERAL', channel_type: 'channel' } });
  await desk.house.idle();
  expect(desk.house.desk.cases.list({ me: '', roles: ['hr', 'responder'] }, () => true)).toEqual([]);
});
