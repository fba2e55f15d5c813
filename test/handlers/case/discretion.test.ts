/** Discretion: what is confidential, or about a colleague, is seen by those who may know, and by nobody else in any way. */
import { describe, expect, test } from 'vitest';
import { person } from '#src/core/person/person.ts';
import { Claims } from '#src/desk/claims.ts';
import { People } from '#src/desk/people.ts';
import { Records } from '#src/desk/records.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { buttonsOf, CHANNEL, cardOf, formOf, house, labels, last, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const LINK = 'https://weibo.com/1/a';
const POST = { link: LINK, said: 'They shout at each other behind the counter' };
const KNOWING = ['lea', 'lei', 'hana'];
const UNKNOWING = ['emma', 'rita', 'rob', 'ada', 'amy', 'max'];

/** Emma reports in confidence. */
async function confidential(concerns = '') {
  const all = await house();
  const form = formOf(await all.as('emma').types('report'));
  const reply = await all.as('emma').sends(form, { ...POST, confidential: true, concerns });
  const number = /C-\w{6}/.exec(words(reply))?.[0] ?? 'no number';
  const [{ id } = { id: '' }] = all.desk.cases.list({ me: 'x', roles: ['hr'] }, () => true);
  return { ...all, number, id };
}

describe('a confidential report', () => {
  test('reaches no channel; HR and leaders each get a card of their own', async () => {
    const { channel, as, number } = await confidential();
    expect(channel()).toEqual([]);
    for (const account of KNOWING) expect(as(account).reads().map(said)).toEqual([expect.stringContaining(number)]);
    for (const account of UNKNOWING.slice(1)) expect(as(account).reads()).toEqual([]);
  });

  test('has a number that does not count up with the others', async () => {
    const { as, number } = await confidential();
    expect(number).toMatch(/^C-/);
    expect(words(await as('emma').types('report another post https://weibo.com/1/b'))).toContain('RM-2026-0001');
  });

  test('is worked on in those cards, up to the end, and the reporter hears no more than that it is over', async () => {
    const { as, number, channel } = await confidential();
    await as('hana').fills(as('hana').newest(), 'Draft', {
      ...{ kind: 'private', account: 'People team', text: 'Please write to us; we would like to hear more.' },
      now: true,
    });
    await as('lea').presses(as('lea').newest(), 'Approve');
    await as('hana').fills(cardOf(await as('hana').types(`desk case ${number}`)), 'Published');
    await as('hana').fills(cardOf(await as('hana').types(`desk case ${number}`)), 'Close', { team: 'shops' });
    expect(channel()).toEqual([]);
    expect(as('emma').newest().summary).toBe(`Your report ${number} has been dealt with.`);
    expect(buttonsOf(as('emma').newest())).toEqual([]);
  });

  test.each(UNKNOWING)('shows %s nothing of it in lists, homes and by its number', async (account) => {
    const { as, number } = await confidential();
    const seen = [
      words(await as(account).types('desk mine')),
      words(await as(account).types('desk open')),
      words(await as(account).types('desk overdue')),
      said(await as(account).goesHome()),
    ].join('\n');
    expect(seen).not.toContain('shout');
    if (account !== 'emma') expect(seen).not.toContain(number);
    expect(words(await as(account).types(`desk case ${number}`))).not.toContain('shout');
  });

  test('shows up in the lists and counts of those who may know', async () => {
    const { as, number } = await confidential();
    expect(words(await as('hana').types('desk open'))).toContain(number);
    expect(said(await as('lea').goesHome())).toContain('In confidence: 1 open');
    expect(said(await as('max').goesHome())).toContain('Open: none');
    expect(said(await as('max').goesHome())).not.toContain('In confidence');
  });
});

describe('the person a case is about', () => {
  /** Lea, a leader, is whom the report concerns. */
  const aboutLea = () => confidential('lea');

  test('gets no card, whatever their role', async () => {
    const { as, number } = await aboutLea();
    expect(as('lea').reads()).toEqual([]);
    expect(said(as('hana').newest())).toContain(number);
    expect(as('lei').reads()).toHaveLength(1);
  });

  test('finds nothing in lists, in the home and by its number, and is told what everybody is told', async () => {
    const { as, number } = await aboutLea();
    for (const line of ['desk mine', 'desk open', 'desk overdue'])
      expect(words(await as('lea').types(line))).not.toContain(number);
    expect(said(await as('lea').goesHome())).not.toContain(number);
    expect(said(await as('lea').goesHome())).toContain('Open: none');
    expect(said(await as('lea').goesHome())).not.toContain('In confidence');
    const [theirs, nothing] = [
      await as('lea').types(`desk case ${number}`),
      await as('lea').types('desk case C-000000'),
    ].map((reply) => words(reply).replace(/C-\w{6}/, ''));
    expect(theirs).toBe(nothing);
  });

  test('gets nowhere with buttons and forms made up for it', async () => {
    const { as, id, desk, faults } = await aboutLea();
    const before = await desk.cases.records.read(id);
    const there = { case: id, seen: '0', digest: 'x', version: '1', own: 'yes' };
    const actions = ['claim', 'release', 'confirmPlan', 'submit', 'withdraw', 'approve', 'show', 'more', 'timeline'];
    for (const action of actions)
      expect(words(await as('lea').clicks(`case.${action}`, there))).toBe('I find no such case that you can open.');
    const values = { ...POST, text: 'x', reason: 'no reason at all', note: 'no reason at all', link: LINK };
    for (const form of [
      'facts',
      'plan',
      'draft',
      'dismiss',
      'close',
      'handOver',
      'correct',
      'confide',
      'note',
      'merge',
    ]) {
      const reply = await as('lea').submits(`case.${form}`, { ...values, what: 'severity:low', why: 'spam' }, there);
      expect(words(reply)).not.toContain('shout');
      expect(reply.type).toBe('errors');
    }
    expect((await desk.cases.records.read(id)).history).toEqual(before.history);
    expect(faults).toEqual([]);
  });

  test('who reports the post themselves gets the receipt of a new report, and sees nothing more', async () => {
    const { as, number } = await aboutLea();
    expect(words(await as('lea').types(`report ${LINK}`))).toBe(
      'Received as RM-2026-0001. Please do not answer the post yourself.',
    );
    expect(
      as('lea')
        .reads()
        .map(({ summary }) => summary),
    ).toEqual(['Thank you. Your report is RM-2026-0001.']);
    expect(words(await as('lea').types('desk case RM-2026-0001'))).not.toContain('shout');
    expect(said(await as('lea').goesHome())).not.toContain(number);
  });

  test('who takes no part in it: nobody can hand it to them', async () => {
    const { as, idOf } = await aboutLea();
    await as('hana').presses(as('hana').newest(), 'Claim');
    const more = cardOf(await as('hana').presses(as('hana').newest(), 'More'));
    const { view } = formOf(await as('hana').presses(more, 'Hand over'));
    expect(JSON.stringify(view.inputs)).toContain(idOf('lei'));
    expect(JSON.stringify(view.inputs)).not.toContain(idOf('lea'));
  });
});

describe('somebody else who reports the same post', () => {
  test('gets exactly what a new report gets: the same words, an ordinary number, nothing about joining', async () => {
    const { as, number } = await confidential();
    const reply = await as('mei').types(`report ${LINK}`);
    expect(words(reply)).toBe('已收到，编号 RM-2026-0001。请不要自行回复该帖。');
    const other = await house();
    expect(await other.as('mei').types(`report ${LINK}`)).toEqual(reply);
    expect(as('mei').reads()).toEqual(other.as('mei').reads());
    expect(JSON.stringify(as('mei').reads())).not.toContain(number);
    expect(said(await as('mei').goesHome())).toContain('RM-2026-0001');
  });

  test('in confidence, too, gets a number of the confidential series, and not the one of the case', async () => {
    const { as, number } = await confidential();
    const form = formOf(await as('mei').types('report'));
    const reply = words(await as('mei').sends(form, { ...POST, confidential: true }));
    expect(reply).toMatch(/^已收到，编号 C-[0-9A-Z]{6}。/);
    expect(reply).not.toContain(number);
    expect(as('mei').newest().summary).toMatch(/^谢谢您！上报已收到，编号 C-/);
  });

  test('is found by the number they were given, by those who may know and by nobody else', async () => {
    const { as, number } = await confidential();
    await as('mei').types(`report ${LINK}`);
    expect(words(await as('hana').types('desk case RM-2026-0001'))).toContain(number);
    expect(words(await as('rita').types('desk case RM-2026-0001'))).toBe(
      'I find no case “RM-2026-0001” that you can open. Please check the number.',
    );
  });

  test('is told of the end by the number they know', async () => {
    const { as, number } = await confidential();
    await as('mei').types(`report ${LINK}`);
    const more = cardOf(await as('hana').presses(as('hana').newest(), 'More'));
    await as('hana').fills(more, 'Dismiss', { why: 'spam' });
    expect(last(as('mei').reads()).summary).toBe('您上报的 RM-2026-0001 已处理完毕。');
    expect(last(as('emma').reads()).summary).toBe(`Your report ${number} has been dealt with.`);
  });
});

describe('a reporter who keeps their name back', () => {
  async function hidden() {
    const all = await house();
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { ...POST, hidden: true });
    return all;
  }

  test('is not named in the channel, nor to whoever opens the case or its timeline', async () => {
    const { as, card } = await hidden();
    const timeline = async (account: string) =>
      said(cardOf(await as(account).presses(cardOf(await as(account).presses(card(), 'More')), 'Timeline')));
    const opened = words(await as('rita').types('desk case 1'));
    for (const seen of [said(card()), opened, await timeline('rita')]) {
      expect(seen).not.toContain('Emma');
      expect(seen).toContain('someone who keeps their name private');
    }
    expect(JSON.stringify(card())).not.toContain('Emma');
    expect(await timeline('hana')).toContain('Emma');
  });
});

describe('a case that turns confidential', () => {
  async function confided(concerns = '') {
    const all = await house();
    await all.as('emma').types(`report ${POST.said} ${LINK}`);
    await all.as('rita').presses(all.card(), 'Claim');
    const more = cardOf(await all.as('rita').presses(all.card(), 'More'));
    await all.as('rita').fills(more, 'Make confidential', { concerns, reason: 'it is about a colleague' });
    return all;
  }

  test('leaves one neutral line in the channel, and goes on with HR and leaders', async () => {
    const { channel, as } = await confided('ada');
    expect(channel().map(said)).toEqual(['Nothing more to do here.']);
    for (const account of KNOWING) expect(said(as(account).newest())).toContain('shout');
    expect(JSON.stringify(as('ada').reads())).not.toContain('shout');
  });

  test('is nothing to those who worked on it, unless they may know', async () => {
    const { as } = await confided();
    expect(words(await as('rita').types('desk case 1'))).toBe(
      'I find no case “1” that you can open. Please check the number.',
    );
    expect(words(await as('rita').types('desk mine'))).toBe('Nothing is waiting for you.');
  });

  test('tells its reporter of the end by the number they know', async () => {
    const { as } = await confided();
    const more = cardOf(await as('hana').presses(as('hana').newest(), 'More'));
    await as('hana').fills(more, 'Dismiss', { why: 'spam' });
    expect(as('emma').newest().summary).toBe('Your report RM-2026-0001 has been dealt with.');
  });

  test('can still be told whom it is about, who then sees nothing more of it', async () => {
    const { as } = await confided();
    const more = cardOf(await as('hana').presses(as('hana').newest(), 'More'));
    await as('hana').fills(more, 'Whom it is about', { concerns: 'lea', reason: 'she is in the picture' });
    expect(as('lea').reads().map(said)).toEqual(['Nothing more to do here.']);
    expect(labels(as('lei').newest())).toContain('认领');
  });

  test('after it ended, too', async () => {
    const { as, card, channel } = await house();
    await as('emma').types(`report ${POST.said} ${LINK}`);
    await as('rita').fills(cardOf(await as('rita').presses(card(), 'More')), 'Dismiss', { why: 'spam' });
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Make confidential', { reason: 'it is about a colleague' });
    expect(channel(CHANNEL).map(said)).toEqual(['Nothing more to do here.']);
  });
});

describe('whom a case is about, under an account that nobody knew to be theirs,', () => {
  const email = 'hana@northwind.example';
  const since = { name: 'Hana', locale: 'en' as const };
  /** The case is about an account on Teams; only then does it show that it is Hana's. */
  async function known(store = memoryStore()) {
    const all = await house({ store });
    const { people, cases } = all.desk;
    let causes = 0;
    const met = (platform: string, account: string, profile: { name: string; email?: string }) => {
      causes += 1;
      return people.who({ platform, account, profile, at: '2026-03-02T10:00:00.000Z', cause: `met-${causes}` });
    };
    await met('slack', 'hana', { ...since, email });
    const other = await met('teams', 'hana-there', since);
    const form = formOf(await all.as('emma').types('report'));
    const number = words(await all.as('emma').sends(form, { ...POST, confidential: true, concerns: other.id }));
    const link = () => met('teams', 'hana-there', { ...since, email });
    return { ...all, link, number: /C-\w{6}/.exec(number)?.[0] ?? 'no number', cases };
  }

  test('sees nothing of it from the moment that it is', async () => {
    const { as, number, link, settled } = await known();
    expect(words(await as('hana').types(`desk case ${number}`))).toContain('shout');
    await link();
    expect(words(await as('hana').types(`desk case ${number}`))).toContain('I find no case');
    expect(words(await as('hana').types('desk open'))).not.toContain(number);
    await settled();
    expect(as('hana').reads().map(said).join()).not.toContain('shout');
    expect(words(await as('lea').types(`desk case ${number}`))).toContain('shout');
  });

  test('is reminded of nothing, also where the account that they worked under becomes that of the one it names', async () => {
    const { as, desk, pass, receive, settled } = await house();
    const at = '2026-03-02T10:00:00.000Z';
    const there = { ...since, email };
    const other = await desk.people.who({
      platform: 'teams',
      account: 'hana-there',
      profile: there,
      at,
      cause: 'there',
    });
    const form = formOf(await as('emma').types('report'));
    const post = { ...POST, confidential: true, severity: 'high', concerns: other.id };
    const number = /C-\w{6}/.exec(words(await as('emma').sends(form, post)))?.[0] ?? 'no number';
    const card = cardOf(await as('hana').types(`desk case ${number}`));
    await as('hana').presses(card, 'Claim');
    expect(words(await as('hana').types('desk mine'))).toContain(number);
    await receive({ cause: 'here', platform: 'slack', account: 'hana', profile: there, at, does: { type: 'home' } });
    expect(desk.people.ofAccount('slack', 'hana')?.id).toBe(other.id);
    await settled();
    for (let day = 0; day < 3; day += 1) await pass(24);
    expect(as('hana').reads().map(said).join()).not.toContain(number);
    expect(words(await as('lea').types('desk open'))).toContain(number);
    expect(words(await as('lea').types(`desk case ${number}`))).toContain('Claim');
  });

  /** A store that takes nothing of cases while `full`. */
  function filling() {
    const store = memoryStore();
    const disk = { full: false };
    const failing: Store = {
      ...store,
      append: (stream, ...rest) =>
        disk.full && stream.startsWith('case/')
          ? Promise.reject(new StoreFault('full', stream))
          : store.append(stream, ...rest),
    };
    return { store, failing, disk };
  }

  test('nor while a full disk keeps that from being written down: until then they are not taken for them', async () => {
    const { failing, disk } = filling();
    const { as, desk, link, number } = await known(failing);
    const there = () => desk.people.ofAccount('teams', 'hana-there')?.id;
    const here = desk.people.ofAccount('slack', 'hana')?.id;
    disk.full = true;
    await expect(link()).rejects.toThrow(StoreFault);
    expect(there()).not.toBe(here);
    disk.full = false;
    await link();
    expect(there()).toBe(here);
    expect(words(await as('hana').types(`desk case ${number}`))).toContain('I find no case');
  });

  test('nor after a restart, where two records became one without a word to the cases', async () => {
    const { store, failing, disk } = filling();
    const { number, chat, settled } = await known(failing);
    disk.full = true;
    const options = { rules: () => rules, onFault: () => undefined };
    const elsewhere = new People(new Records(store, person, options), new Claims(store, options));
    await elsewhere.start();
    const caller = { platform: 'teams', account: 'hana-there', at: '2026-03-02T10:00:00.000Z', cause: 'elsewhere' };
    await elsewhere.who({ ...caller, profile: { ...since, email } });
    await settled();
    const { as } = await house({ store, chat });
    expect(words(await as('hana').types(`desk case ${number}`))).toContain('I find no case');
  });
});
