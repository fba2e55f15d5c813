/** Two platforms, one desk: a case that begins in Teams is worked in Slack and approved in Teams, and both show the same. */
import { expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { button as buttonOf, cardOf, formOf, last, said } from '#test/house.fixture.ts';
import { hands, wordsOf } from './hands.ts';
import { amy, CHANNEL, mei, type Office, office } from './office.ts';
import type { Card } from './teams.fixture.ts';

const SLACK = 'C0RESPONSE';

/** The office with a Slack channel beside the one in Teams, and people who write from there. */
async function both(slack = new FakePlatform()) {
  const place = await office({ slack });
  const { desk, receive, outbox } = place.house;
  const when = { at: new Date(place.clock()).toISOString(), cause: 'slack' };
  const who = { by: DESK, roles: [], ...when };
  await desk.settings.change([{ type: 'setChannel', name: 'response', platform: 'slack', channel: SLACK }], who);
  for (const { aad } of [mei, amy]) place.chat.members.set(`29:${aad}`, { email: `${aad}@northwind.example` });
  await place.installed(mei, amy);
  let count = 0;
  const does = async (account: string, what: Interaction['does'], channel?: string): Promise<Reply> => {
    count += 1;
    const at = new Date(place.clock()).toISOString();
    const base = { cause: `slack/${count}`, platform: 'slack', account, at, does: what } as const;
    const reply = await receive({ ...base, ...(channel && { channel }) });
    await outbox.idle();
    return reply;
  };
  const enrols = async (account: string, name: string, email: string | undefined, ...roles: readonly Role[]) => {
    const profile = { name, locale: 'en' as const, ...(email && { email }) };
    const { id } = await desk.people.who({ platform: 'slack', account, profile, ...when });
    await desk.people.change(id, { roles }, { ...who, cause: `roles/${account}` });
    return id;
  };
  const card = () => last(slack.messages.filter(({ address }) => address === SLACK)).card;
  const presses = (account: string, label: string) => {
    const { does: what } = buttonOf(card(), label);
    if (what.type === 'link') throw new Error('a link');
    return does(account, what, SLACK);
  };
  const fills = async (account: string, label: string, values: { readonly [name: string]: string }) => {
    const { form, args, view } = formOf(await presses(account, label));
    const standing = Object.entries(view.inputs).map(([name, input]) => [
      name,
      'initial' in input ? input.initial : '',
    ]);
    return does(account, { type: 'submit', form, args, values: { ...Object.fromEntries(standing), ...values } }, SLACK);
  };
  return { ...place, slack, does, enrols, card, presses, fills };
}

/** A card as it is read by somebody who has no view of their own. */
const read = ({ refresh: _, ...card }: Card) => card;

/** What stands in Slack's channel, drawn for Teams, is what stands in Teams' channel. */
function expectEqual({ chat, slack }: Pick<Office, 'chat'> & { slack: FakePlatform }): void {
  const there = slack.messages.filter(({ address }) => address === SLACK);
  const drawn = there.map(({ card }) => adaptiveCard(card, { styles: false, dialogs: 'task' }));
  expect(chat.at(CHANNEL).map(({ card }) => read(card))).toEqual(drawn);
}

test('reported in Teams in Chinese, claimed and drafted in Slack in English, approved in Teams: one case', async () => {
  const place = await both();
  const { chat, house, slack } = place;
  await place.enrols('U0RITA', 'Rita S', 'rita@northwind.example', 'responder');
  await hands(place).says(mei, '上报 https://weibo.com/1234567/Nabcdef 充电器烫手');
  await chat.reaches(CHANNEL, 1);
  await house.outbox.idle();
  expectEqual(place);
  expect(said(place.card())).toContain('充电器烫手');

  await place.presses('U0RITA', 'Claim');
  await place.fills('U0RITA', 'Facts…', { claim: 'It overheats', verdict: 'true', evidence: 'Ticket 88213' });
  await place.fills('U0RITA', 'Draft…', {
    text: 'We are sorry; please write to us.',
    account: 'Northwind',
  });
  await place.presses('U0RITA', 'Submit');
  expectEqual(place);

  const decision = chat.newest(`a:${amy.aad}`);
  expect(wordsOf(decision.card)).toMatch(/审批/);
  await hands(place).presses(amy, decision.card, 'case.approve');
  await house.outbox.idle();
  expectEqual(place);
  await place.fills('U0RITA', 'Publish', { link: 'https://weibo.com/1234567/Nreply' });
  expectEqual(place);
  expect(said(place.card())).toContain('Published');
  expect(chat.at(CHANNEL)).toHaveLength(1);
  // Each reads their own language, where they are.
  expect(wordsOf(chat.newest(`a:${mei.aad}`).card)).toMatch(/[\u4e00-\u9fff]{4}/);
  expect(slack.messages.filter(({ address }) => address === 'U0RITA').map(({ card }) => card.locale)).not.toContain(
    'zh',
  );
  expect([place.faults, chat.wrong]).toEqual([[], []]);
});

test('somebody in Slack without a verified e-mail works but does not approve; their approval of before does not publish', async () => {
  const place = await both();
  const { chat, house } = place;
  await place.enrols('U0RITA', 'Rita S', undefined, 'responder');
  const doubtful = await place.enrols('U0ADA', 'Ada S', undefined, 'approver');
  await hands(place).says(mei, '上报 https://weibo.com/1234567/Nabcdef 充电器烫手');
  await chat.reaches(CHANNEL, 1);
  await house.outbox.idle();
  await place.presses('U0RITA', 'Claim');
  await place.fills('U0RITA', 'Facts…', { claim: 'It overheats', verdict: 'true', evidence: 'Ticket 88213' });
  await place.fills('U0RITA', 'Draft…', { text: 'We are sorry; please write to us.', account: 'Northwind' });
  await place.presses('U0RITA', 'Submit');
  const asked = last(place.slack.messages.filter(({ address }) => address === 'U0ADA')).card;
  const { does } = buttonOf(asked, 'Approve');
  if (does.type === 'link') throw new Error('a link');
  expect(said(cardOf(await place.does('U0ADA', does)))).toContain('verified e-mail');
  expect(said(place.card())).not.toContain('Publish');

  // Slack vouches for their e-mail now: the same person, the same button.
  const when = { at: new Date(place.clock()).toISOString(), cause: 'confirmed' };
  const profile = { name: 'Ada S', email: 'ada@northwind.example' };
  const { id } = await house.desk.people.who({ platform: 'slack', account: 'U0ADA', profile, ...when });
  expect(id).toBe(doubtful);
  await place.does('U0ADA', does);
  await place.fills('U0RITA', 'Publish', { link: 'https://weibo.com/1234567/Nreply' });
  expect(said(place.card())).toContain('Published');
});

test('what somebody in Slack without a verified e-mail drafted is approved by who certainly is somebody else', async () => {
  const place = await both();
  const { chat, house } = place;
  await place.enrols('U0RITA', 'Rita S', undefined, 'responder');
  await hands(place).says(mei, '上报 https://weibo.com/1234567/Nabcdef 充电器烫手');
  await chat.reaches(CHANNEL, 1);
  await house.outbox.idle();
  await place.presses('U0RITA', 'Claim');
  await place.fills('U0RITA', 'Facts…', { claim: 'It overheats', verdict: 'true', evidence: 'Ticket 88213' });
  await place.fills('U0RITA', 'Draft…', { text: 'We are sorry; please write to us.', account: 'Northwind' });
  await place.presses('U0RITA', 'Submit');

  // Amy in Teams could be Rita S in Slack, as far as anybody knows.
  const decision = chat.newest(`a:${amy.aad}`);
  const refused = await hands(place).presses(amy, decision.card, 'case.approve');
  expect(refused.value).toMatch(/尚不能确定艾米与Rita S是两个人/);
  expect(said(place.card())).not.toContain('Publish');

  // By her e-mail she turns out to be in Slack, too, and there Rita S is another.
  const when = { at: new Date(place.clock()).toISOString(), cause: 'slack' };
  const profile = { name: 'Amy', email: `${amy.aad}@northwind.example` };
  await house.desk.people.who({ platform: 'slack', account: 'U0AMY', profile, ...when });
  await hands(place).presses(amy, decision.card, 'case.approve');
  await house.outbox.idle();
  await place.fills('U0RITA', 'Publish', { link: 'https://weibo.com/1234567/Nreply' });
  expect(said(place.card())).toContain('Published');
});
