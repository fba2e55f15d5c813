/** What people write and press in Teams, and how they are answered: dialogs, forms in a chat, message actions, channels. */
import { expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { activityOf, invokes, mentions, says } from './activities.ts';
import { CONFIG } from './cloud.ts';
import { buttonsIn, hands, wordsOf } from './hands.ts';
import { CHANNEL, emma, max, mei, office, rita } from './office.ts';
import { BOT } from './teams.fixture.ts';

const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

test('whoever installs it is greeted once, in their language, with three sentences and a Report button', async () => {
  const { chat, post, installed } = await office({ bare: true });
  await installed(mei);
  await post(activityOf(mei, { type: 'conversationUpdate', membersAdded: [{ id: BOT }] }));
  await post(activityOf(mei, { type: 'installationUpdate', action: 'add-upgrade' }));
  expect(chat.at(chatOf(mei))).toHaveLength(1);
  const { card } = chat.newest(chatOf(mei));
  for (const part of ['请在这里上报', '请勿自行回复', '处理结果会告知您']) expect(wordsOf(card)).toContain(part);
  expect(buttonsIn(card).map(({ title, data }) => [title, data['form']])).toEqual([['上报帖子…', 'report.new']]);
});

test.each(['上报', '/上报', 'report', '  Report '])(
  '"%s" alone puts the form into the chat, and errors stand at the field',
  async (word) => {
    const place = await office();
    const { chat } = place;
    const { says, fills } = hands(place);
    await place.installed(mei);
    await says(mei, word);
    await chat.reaches(chatOf(mei), 2);
    const form = chat.newest(chatOf(mei));
    expect(wordsOf(form.card)).toContain('上报');
    const wrong = await fills(mei, form.card, { 'in.link': 'no link at all', 'in.said': '' });
    expect(wrong.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(wrong.value)).toContain('no link at all');
    expect(JSON.stringify(wrong.value)).toMatch(/"id":"(?:error\.link|form-error)"/);
    const sent = await fills(mei, wrong.value, { 'in.link': '', 'in.said': '充电器烫手' });
    expect(wordsOf(sent.value)).toMatch(/RM-\d{4}-\d+/);
    expect(chat.wrong).toEqual([]);
  },
);

test('a form in somebody’s own chat gives way to its answer, also for the next time they look', async () => {
  const place = await office();
  const { chat } = place;
  const { says } = hands(place);
  await place.installed(emma);
  await says(emma, 'report');
  await chat.reaches(chatOf(emma), 2);
  const form = chat.newest(chatOf(emma));
  const submit = buttonsIn(form.card).find(({ verb }) => verb === 'submit');
  const data = { ...submit?.data, 'in.said': 'It burns', 'in.severity': 'auto', 'in.kind': 'auto' };
  const edited = chat.next(({ method }) => method === 'PUT');
  await place.post(
    invokes(emma, 'adaptiveCard/action', { action: { type: submit?.type, verb: 'submit', data } }, undefined, {
      replyToId: form.id,
    }),
  );
  await edited;
  expect(wordsOf(form.card)).toMatch(/RM-\d{4}-\d+/);
  expect(buttonsIn(form.card)).toEqual([]);
});

test('a message becomes a report by its menu: words and link are filled in, errors come back, then it closes', async () => {
  const place = await office();
  await place.installed(emma);
  const { dialogIn, sendsAction } = hands(place);
  const message = {
    commandId: 'reportPost',
    messagePayload: {
      linkToMessage: 'https://teams.microsoft.com/l/message/19:x/1',
      from: { user: { displayName: 'Bob' } },
      body: {
        contentType: 'html',
        content:
          '<div><p>Look at <a href="https://weibo.com/1?a=1&amp;b=2">this</a> &lt;b&gt;</p><p>the&nbsp;charger *burns* {{DATE(2020-01-01T00:00:00Z)}}</p></div>',
      },
    },
  };
  const dialog = await dialogIn(place.post(invokes(emma, 'composeExtension/fetchTask', message, CHANNEL)));
  const shown = JSON.stringify(dialog.card);
  expect(shown).toContain('"value":"https://weibo.com/1?a=1&b=2"');
  expect(shown).toContain('Look at this <b>\\nthe charger *burns* {{DATE');
  const wrong = await sendsAction(emma, dialog, { 'in.link': '', 'in.said': '' });
  expect(wrong.task.type).toBe('continue');
  const sent = await sendsAction(emma, dialog, {});
  expect(sent.task.value.height).toBe('small');
  expect(wordsOf(sent.task.value.card)).toMatch(/RM-\d{4}-\d+/);
  await place.house.outbox.idle();
  expect(place.chat.at(CHANNEL)).toHaveLength(1);
});

test('in a channel only the person who asked gets the answer; the channel reads that they did', async () => {
  const place = await office();
  const { chat } = place;
  await place.installed(rita);
  await place.post(mentions(rita, 'desk open', '19:other@thread.tacv2'));
  await chat.reaches('19:other@thread.tacv2;messageid=1', 1);
  expect(wordsOf(chat.newest('19:other@thread.tacv2;messageid=1').card)).toContain('I have answered you in our chat');
  expect(chat.at(chatOf(rita))).toHaveLength(2);
});

test('whoever has not installed it is told so where they asked', async () => {
  const { chat, post } = await office();
  chat.fails = ({ conversation }) => (conversation.startsWith('19:') ? undefined : { status: 403, code: 'Forbidden' });
  await post(mentions(mei, 'desk 帮助', '19:other@thread.tacv2'));
  await chat.reaches('19:other@thread.tacv2;messageid=1', 1);
  expect(wordsOf(chat.newest('19:other@thread.tacv2;messageid=1').card)).toContain('请先在 Teams 中为自己添加口碑台');
});

test('“desk here” makes a channel the response channel, by mention, whichever thread it was written in', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(max);
  await place.post(mentions(max, 'desk here', '19:new@thread.tacv2'));
  await chat.reaches(chatOf(max), 2);
  expect(house.desk.settings.channel('response', 'teams')).toBe('19:new@thread.tacv2');
});

test('every mention of us goes, and nobody else’s name', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(max, rita);
  const at = (id: string, name: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });
  const text = '<at>Goodword</at>&nbsp;<at>Goodword</at> desk team roles <at>Rita</at>&nbsp;approver';
  const entities = [at(BOT, 'Goodword'), at(BOT, 'Goodword'), at(`29:${rita.aad}`, 'Rita')];
  await place.post(activityOf(max, { type: 'message', text, entities }));
  await chat.reaches(chatOf(max), 2);
  expect(house.desk.people.ofAccount('teams', rita.aad)?.roles).toEqual(['approver']);
});

test('a message that Teams sends again is answered once, and makes one case', async () => {
  const place = await office();
  const { chat } = place;
  await place.installed(emma);
  const activity = says(emma, 'report https://weibo.com/1/a it burns');
  const [first, second] = await Promise.all([place.post(activity), place.post(activity)]);
  await place.post(activity);
  expect([first?.status, second?.status]).toEqual([200, 200]);
  await chat.reaches(chatOf(emma), 2);
  await place.house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(chat.at(chatOf(emma)).filter(({ summary }) => /RM-\d/.test(summary)).length).toBeLessThanOrEqual(2);
});

test('whoever wants the replies in the answer gets them there, as a test client does', async () => {
  const place = await office();
  const answered = await place.post({ ...says(emma, 'desk help'), deliveryMode: 'expectReplies' });
  const { activities } = JSON.parse(answered.body);
  expect(activities).toHaveLength(1);
  expect(wordsOf(activities[0].attachments)).toContain('report');
});

test('somebody’s e-mail is asked for once, and makes one person of both their accounts; a guest’s is not believed', async () => {
  const place = await office();
  const { chat, house } = place;
  const when = { at: '2026-03-02T01:00:00.000Z', cause: 'slack' };
  const profile = { name: 'Emma', email: 'emma@northwind.example' };
  const { id } = await house.desk.people.who({ platform: 'slack', account: 'U0EMMA', profile, ...when });
  chat.members.set(`29:${emma.aad}`, { email: 'Emma@Northwind.example' });
  chat.members.set(`29:${mei.aad}`, { email: 'emma@northwind.example', userRole: 'guest' });
  const asked = chat.next(({ method }) => method === 'GET');
  await place.post(says(emma, 'desk help'));
  await asked;
  await place.post(says(mei, 'desk help'));
  await place.stop();
  expect(house.desk.people.ofAccount('teams', emma.aad)?.id).toBe(id);
  expect(house.desk.people.ofAccount('teams', mei.aad)?.id).not.toBe(id);
  expect(chat.calls.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test.each([
  ['somebody of another company, in a channel that is shared with it', CONFIG, { tenantId: 'another' }],
  ['anybody, where every company may write', { ...CONFIG, appType: 'MultiTenant', tenantId: '' }, {}],
] as const)('the e-mail of %s makes them nobody’s twin', async (_, { tenantId, ...rest }, more) => {
  const config = { ...rest, ...(tenantId && { tenantId }) };
  const place = await office({ config });
  const { chat, house } = place;
  const when = { at: '2026-03-02T01:00:00.000Z', cause: 'slack' };
  const profile = { name: 'Lea', email: 'lea@northwind.example' };
  const { id } = await house.desk.people.who({ platform: 'slack', account: 'U0LEA', profile, ...when });
  chat.members.set(`29:${emma.aad}`, { email: 'lea@northwind.example', ...more });
  await place.post(says(emma, 'desk help'));
  await chat.reaches(chatOf(emma), 1);
  await place.stop();
  expect(house.desk.people.ofAccount('teams', emma.aad)).toMatchObject({ name: 'Emma' });
  expect(house.desk.people.ofAccount('teams', emma.aad)?.id).not.toBe(id);
});

test('a disk that keeps no place keeps nobody from being answered', async () => {
  const whole = memoryStore();
  const append: Store['append'] = (stream, ...rest) =>
    stream.startsWith('delivery/teams/')
      ? Promise.reject(new StoreFault('full', stream))
      : whole.append(stream, ...rest);
  const place = await office({ store: { ...whole, append } });
  await place.post(says(emma, 'desk help'));
  await place.chat.reaches(chatOf(emma), 1);
  expect(place.faults).toEqual([expect.stringContaining('a place on Teams')]);
});

test('a team that we are added to is told what to do next, once', async () => {
  const { chat, post } = await office({ bare: true, channelLocale: 'zh' });
  const team = '19:general@thread.tacv2';
  const added = () => activityOf(max, { type: 'conversationUpdate', membersAdded: [{ id: BOT }] }, team);
  await post(added());
  await chat.reaches(team, 1);
  await post(added());
  await post(activityOf(max, { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] }, team));
  expect(chat.at(team).map(({ card }) => wordsOf(card))).toEqual([expect.stringContaining('desk here')]);
});

test('whom the desk awaits by their e-mail gets what waits for them when they install it; others stay off the record', async () => {
  const place = await office();
  const { chat, house } = place;
  const { people } = house.desk;
  const at = new Date(place.clock()).toISOString();
  const when = { at, cause: 'enrolled' };
  const { id } = await people.enrol({ name: 'Lea', email: 'lea@northwind.example' }, when);
  await people.change(id, { roles: ['leader'] }, { by: DESK, roles: [], ...when });
  const [lea, guest] = ['21', '22'].map((aad) => ({
    name: '',
    aad: `00000000-0000-4000-8000-0000000000${aad}`,
    locale: 'en',
  }));
  if (!lea || !guest) throw new Error('nobody');
  chat.members.set(`29:${lea.aad}`, { name: 'Lea', userPrincipalName: 'Lea@northwind.example' });
  chat.members.set(`29:${guest.aad}`, { name: 'Gus', email: 'gus@northwind.example' });
  await place.installed(emma);
  await hands(place).says(emma, 'report');
  await chat.reaches(chatOf(emma), 2);
  const typed = { 'in.said': 'It exploded', 'in.severity': 'critical' };
  await hands(place).fills(emma, chat.newest(chatOf(emma)).card, typed);
  await chat.reaches(CHANNEL, 1);
  expect(chat.at(chatOf(lea))).toEqual([]);

  await place.installed(guest, lea);
  await chat.reaches(chatOf(lea), 2);
  await house.outbox.idle();
  expect(wordsOf(chat.newest(chatOf(lea)).card)).toContain('exploded');
  expect(people.ofAccount('teams', lea.aad)?.id).toBe(id);
  expect(people.ofAccount('teams', guest.aad)).toBeUndefined();
});
