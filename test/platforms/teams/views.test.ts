/** Views of one's own: whoever works at the desk reads a channel's card in their language, without what they would be refused. */
import { expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { buttonsIn, hands, refreshOf, wordsOf } from './hands.ts';
import { ada, amy, CHANNEL, emma, max, type Office, office, rita } from './office.ts';

const steps = (card: unknown) => buttonsIn(card).map(({ data }) => data['action'] ?? data['form']);
const LINK = 'https://weibo.com/1234567/Nabcdef';

/** A case of Emma's in the channel, on which Rita has drafted a reply that waits for a decision. */
async function inReview(place: Office) {
  const { chat, house } = place;
  const { says, presses, opens, sends } = hands(place);
  const card = () => chat.newest(CHANNEL).card;
  await says(emma, `report ${LINK} the charger got too hot to touch`);
  await chat.reaches(CHANNEL, 1);
  await presses(rita, card(), 'case.claim', CHANNEL);
  await house.outbox.idle();
  const draft = await opens(rita, card(), 'case.draft', CHANNEL);
  const fact = { 'in.claim': 'It overheats', 'in.verdict': 'true', 'in.evidence': 'Ticket 88213' };
  const reply = { 'in.account': 'Northwind', 'in.text': 'We are sorry.', 'is.now': 'true' };
  await sends(rita, draft, { ...reply, ...fact }, CHANNEL);
  await house.outbox.idle();
  return card;
}

test('the drafter sees no Approve, and why; the approver sees it; each in their own language', async () => {
  const place = await office();
  await place.installed(emma, rita, ada, amy, max);
  const card = await inReview(place);
  const { views } = hands(place);
  expect(steps(card())).toEqual(['case.approve', 'case.reject', 'case.withdraw', 'case.more']);

  const drafter = await views(rita, card(), CHANNEL);
  expect(steps(drafter.value)).toEqual(['case.withdraw', 'case.more']);
  const approver = await views(ada, card(), CHANNEL);
  expect(steps(approver.value)).toEqual(['case.approve', 'case.reject', 'case.more']);
  const chinese = await views(amy, card(), CHANNEL);
  expect(buttonsIn(chinese.value).map(({ title }) => title)).toContain('批准');
  // Their clients go on asking; nobody else's do.
  for (const { value } of [drafter, approver, chinese]) expect(refreshOf(value)).toMatchObject(WHO);
  expect(await views(emma, card(), CHANNEL)).toBeUndefined();
  expect([place.faults, place.chat.wrong]).toEqual([[], []]);
});

const WHO = { userIds: expect.arrayContaining([rita, ada, amy].map(({ aad }) => `29:${aad}`)) };

test('an approver who drafted it themselves is told that somebody else decides', async () => {
  const place = await office();
  await place.installed(emma, rita, ada);
  const { people } = place.house.desk;
  const id = people.ofAccount('teams', rita.aad)?.id ?? '';
  const who = { by: DESK, roles: [], at: new Date(place.clock()).toISOString(), cause: 'promoted' };
  await people.change(id, { roles: ['responder', 'approver'] }, who);
  const card = await inReview(place);
  const { value } = await hands(place).views(rita, card(), CHANNEL);
  expect(steps(value)).toEqual(['case.reject', 'case.withdraw', 'case.more']);
  expect(wordsOf(value)).toContain('You had a hand in this reply');
});

test('looking changes nothing, and what has turned confidential is not told to whoever looks late', async () => {
  const place = await office();
  await place.installed(emma, rita, ada);
  const { chat, house } = place;
  const card = (await inReview(place))();
  const length = async () => (await house.desk.cases.records.read(id)).length;
  const [{ id } = { id: '' }] = house.desk.cases.list({ me: '', roles: ['hr'] }, () => true);
  const before = await length();
  await hands(place).views(ada, card, CHANNEL);
  expect(await length()).toBe(before);

  const more = await hands(place).presses(rita, card, 'case.more', CHANNEL);
  const confide = await hands(place).opens(rita, more.value, 'case.confide', CHANNEL);
  await hands(place).sends(rita, confide, { 'in.reason': 'It is about a colleague' }, CHANNEL);
  await house.outbox.idle();
  expect(refreshOf(chat.newest(CHANNEL).card)).toEqual({});
  const late = await hands(place).views(ada, card, CHANNEL);
  expect(late.value).toMatch(/is not there|There is no|no such/i);
  expect(JSON.stringify(late)).not.toMatch(/RM-|charger|confidential/i);
});

test.each([
  [60, true],
  [61, false],
])('%i people at the desk: a view of their own is %s', async (count, own) => {
  const place = await office();
  const { house, chat } = place;
  const when = { at: new Date(place.clock()).toISOString(), cause: 'crowd' };
  const aad = (index: number) => `00000000-0000-4000-8000-00000001${String(index).padStart(4, '0')}`;
  const crowd = Array.from({ length: count }, (_, index) => ({ name: `R${index}`, aad: aad(index), locale: 'en-US' }));
  for (const { aad: account, name } of crowd) {
    const { id } = await house.desk.people.who({ platform: 'teams', account, profile: { name }, ...when });
    await house.desk.people.change(id, { roles: ['responder'] }, { by: DESK, roles: [], ...when });
  }
  await place.installed(...crowd);
  await hands(place).says(emma, `report ${LINK} it burns ${'很烫'.repeat(1200)}`);
  await chat.reaches(CHANNEL, 1);
  const { card } = chat.newest(CHANNEL);
  expect(refreshOf(card).userIds?.length).toBe(own ? 60 : undefined);
  expect(steps(card)).toContain('case.claim');
  expect(chat.wrong).toEqual([]);
});
