/** Every card that signatures, changes, reminders, good news and emergencies can show, for whoever looks where their buttons lead. */
import type { Reply } from '#src/platforms/platform.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { buttonsOf, cardOf, formOf, type House, house, labels, last } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { changed, conduct, pledge, policies } from './policies.fixture.ts';

const TEN = '2026-03-02T10:00:00.000Z';

async function signed(all: House): Promise<readonly Reply[]> {
  const [hana, emma] = [all.as('hana'), all.as('emma')];
  const list = await hana.types('desk campaign');
  const opened = await hana.fills(cardOf(list), 'Ask', { 'policy-pledge': true, audience: 'all' });
  const shown = await hana.presses(cardOf(await hana.types('desk campaign')), 'Open');
  let page = await emma.presses(emma.newest(), 'Read');
  const pages = [page];
  while (labels(cardOf(page)).includes('Next ▶')) {
    page = await emma.presses(cardOf(page), 'Next');
    pages.push(page);
  }
  const form = formOf(await emma.presses(cardOf(page), 'Sign'));
  const proof = await emma.sends(form, { consent: true, name: 'Emma' });
  await all.pass(24 * 3);
  return [list, opened, shown, ...pages, proof, await emma.types('desk sign'), await all.as('rita').types('desk sign')];
}

/** Many clauses changed, so that they are shown page by page. */
const more = (one: (typeof pledge.clauses)[number], digit: string) => ({
  ...{ ...one, id: `${one.id}${digit}`, number: `${one.number}${digit}` },
});
const rewritten = [
  { ...pledge, clauses: pledge.clauses.flatMap((one) => [one, more(one, '8'), more(one, '9')]) },
  conduct,
];

async function afterwards(all: House): Promise<readonly Reply[]> {
  const [lea, emma, max, ada] = [all.as('lea'), all.as('emma'), all.as('max'), all.as('ada')];
  const replies = [await max.types('desk here staff', { channel: 'C-staff' }), await max.types('desk reminder')];
  replies.push(
    await max.clicks('reminder.post', {}),
    await emma.types('desk share'),
    await emma.types('desk share on'),
  );
  await ada.fills(cardOf(await ada.types('desk share')), 'Suggest', { name: 'Repair', wordingEn: 'Come on Saturday.' });
  const amy = all.as('amy');
  await amy.presses(last(amy.reads().filter((card) => labels(card).includes('Approve'))), 'Approve');
  // To the morning of where the company is.
  await all.pass(16);
  replies.push(await emma.types('desk share'), await ada.types('desk share'));
  replies.push(await emma.fills(cardOf(await emma.types('desk share')), 'Suggest', { name: 'X', wordingEn: 'Come.' }));
  replies.push(await lea.types('desk emergency'), await lea.types('desk emergency on A flood'));
  for (const who of ['emma', 'hana', 'lea']) replies.push({ type: 'home', card: await all.as(who).goesHome() });
  return replies;
}

export async function everywhere() {
  const [store, chat] = [memoryStore(), new FakePlatform()];
  const item = { id: 'one', kind: 'good', clause: 'pledge#1.1' } as const;
  const reminders = [{ ...item, title: { en: 'T', zh: '题' }, text: { en: 'X', zh: '文' } }];
  const before = await house({ store, chat, policies, at: TEN });
  const answers = [...(await signed(before))];
  const earlier = chat.messages.map(({ card }) => card);
  await before.stop();
  const then = { store, chat, reminders };
  const middle = await house({ ...then, policies: rewritten, at: '2026-03-09T10:00:00.000Z' });
  await middle.settled();
  const question = last(middle.as('hana').reads());
  answers.push(await middle.as('hana').presses(question, 'Show every change'));
  await middle.stop();
  const all = await house({ ...then, policies: changed, at: '2026-03-10T10:00:00.000Z' });
  await all.settled();
  answers.push(...(await afterwards(all)));
  const shown = [question, ...earlier, ...chat.messages.map(({ card }) => card)];
  const cards = [...shown, ...answers.flatMap((reply) => ('card' in reply ? [reply.card] : []))];
  return { where: 'with signatures, reminders and good news', all, answers, buttons: cards.flatMap(buttonsOf) };
}
