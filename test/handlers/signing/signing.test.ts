/** From the campaign to the signature: asked, read, agreed, signed, seen by those who asked, exported. */
import { describe, expect, test } from 'vitest';
import { words as saidIn } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, type House, house, labels, last, said } from '#test/house.fixture.ts';
import { policies } from './policies.fixture.ts';

/** Monday, ten in the morning in London, where everybody lives. */
const TEN = '2026-03-02T10:00:00.000Z';
const open = (at = TEN) => house({ policies, at });

/** HR asks everybody, or those that the form calls so, to sign the pledge. */
async function asks(all: House, audience = 'all', more: object = {}) {
  const hana = all.as('hana');
  const list = cardOf(await hana.types('desk campaign'));
  return hana.fills(list, 'Ask for signatures', { 'policy-pledge': true, audience, ...more });
}

/** The campaign as HR sees it now. */
const shown = async (all: House) => {
  const hana = all.as('hana');
  return cardOf(await hana.presses(cardOf(await hana.types('desk campaign')), 'Open'));
};

/** Somebody reads page after page and signs by name. */
async function signs(
  all: House,
  who: string,
  name: string,
  labelsOf = { read: 'Read and sign', next: 'Next', sign: 'Sign' },
) {
  const visitor = all.as(who);
  const asked = last(visitor.reads().filter((card) => labels(card).some((label) => label.startsWith(labelsOf.read))));
  let page = cardOf(await visitor.presses(asked, labelsOf.read));
  const read = [said(page)];
  while (labels(page).some((label) => label.startsWith(labelsOf.next))) {
    page = cardOf(await visitor.presses(page, labelsOf.next));
    read.push(said(page));
  }
  const reply = await visitor.sends(formOf(await visitor.presses(page, labelsOf.sign)), { consent: true, name });
  return { read: read.join('\n'), reply };
}

describe('a campaign', () => {
  test('asks each person once, in their own language, with what is to be signed and until when', async () => {
    const all = await open();
    const opened = cardOf(await asks(all, 'all', { note: 'By Friday, please' }));
    expect(said(opened)).toContain('10 people will be asked');
    expect(said(all.as('emma').newest())).toContain('Please read and sign');
    expect(said(all.as('emma').newest())).toContain('By Friday, please');
    expect(said(all.as('mei').newest())).toContain('《责任书》，共 3 条');
    expect(all.as('emma').reads()).toHaveLength(1);
    expect(all.faults).toEqual([]);
  });

  test('is read page by page, agreed to and signed by name; the card then says so', async () => {
    const all = await open();
    await asks(all);
    const { read, reply } = await signs(all, 'emma', 'EMMA');
    for (const text of ['I keep secrets.', 'I answer politely.', 'I speak for myself.']) expect(read).toContain(text);
    expect(said(cardOf(reply))).toContain('Thank you. You have signed.');
    expect(said(all.as('emma').newest())).toContain('The pledge, version 1');
    expect(labels(all.as('emma').newest())).toEqual(['My signature']);
    expect(all.as('emma').reads()).toHaveLength(1);
  });

  test('is signed in Chinese just the same', async () => {
    const all = await open();
    await asks(all);
    const { read, reply } = await signs(all, 'mei', '李 梅', { read: '阅读并签署', next: '下一页', sign: '签署' });
    expect(read).toContain('我只代表本人。');
    expect(said(cardOf(reply))).toContain('签署成功');
  });

  test('shows those who asked who has signed, and the rest by name, overdue ones first', async () => {
    const all = await open();
    await asks(all, 'all', { until: '2026-03-06' });
    await signs(all, 'emma', 'Emma');
    await all.pass(24 * 5);
    const card = await shown(all);
    expect(said(card)).toContain('1 of 10 signed · 9 overdue');
    expect(said(card)).toContain('Rita · was due');
    expect(said(card)).not.toContain('Emma ·');
  });

  test('is exported with names, times, versions and digests', async () => {
    const all = await open();
    await asks(all);
    await signs(all, 'mei', '李梅', { read: '阅读并签署', next: '下一页', sign: '签署' });
    const card = cardOf(await all.as('hana').presses(await shown(all), 'Export'));
    const [offered] = card.blocks.flatMap((block) => (block.type === 'file' ? [block] : []));
    const bytes = await all.store.get(offered?.digest ?? '');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFName,Team')).toBe(true);
    const { digest } = all.desk.signing.policies.must('pledge');
    expect(text).toContain(`李梅,all,,signed`);
    expect(text).toContain(digest);
    expect(text.trim().split('\n')).toHaveLength(11);
  });

  test('can be closed: cards go quiet, signatures stay', async () => {
    const all = await open();
    const opened = cardOf(await asks(all));
    await signs(all, 'emma', 'Emma');
    await all.as('hana').presses(opened, 'End it');
    await all.settled();
    expect(said(all.as('rita').newest())).toContain('No signature is needed here any more.');
    expect(said(all.as('emma').newest())).toContain('Signed ');
  });

  test('that is closed while people are still being asked asks nobody more', async () => {
    const all = await open();
    const { signing } = all.desk;
    const hana = { by: all.idOf('hana'), roles: ['hr'], at: TEN } as const;
    const stop = signing.signers.records.onChange(() => {
      stop();
      void signing.campaigns.records.act('c', { type: 'close' }, { ...hana, cause: 'close' });
    });
    const facts = {
      policies: ['pledge'],
      audience: { to: 'all' },
      term: { days: 5 },
      why: 'opened',
      note: '',
    } as const;
    await signing.campaigns.records.act('c', { type: 'open', ...facts }, { ...hana, cause: 'open' });
    await all.settled();
    expect(signing.signers.in('c').length).toBeGreaterThan(0);
    expect(signing.signers.in('c').length).toBeLessThan(10);
    expect([...signing.signers.open()]).toEqual([]);
  });

  test('is one, though its form arrives twice', async () => {
    const all = await open();
    const hana = all.as('hana');
    const list = cardOf(await hana.types('desk campaign'));
    const values = { 'policy-pledge': true, audience: 'all' };
    for (const _ of ['first', 'again']) await hana.fills(list, 'Ask for signatures', values, { cause: 'the same' });
    expect(all.desk.signing.campaigns.list()).toHaveLength(1);
    expect(all.as('emma').reads()).toHaveLength(1);
  });

  test('is reminded of by a leader only among their own people, and offers it only where there are some', async () => {
    const all = await open();
    await asks(all);
    const lea = all.as('lea');
    const look = async () => cardOf(await lea.presses(cardOf(await lea.types('desk campaign')), 'Open'));
    expect(labels(await look())).not.toContain('Remind all');
    await all.as('max').types('desk team manager Emma, Lea');
    await all.pass(1);
    const card = await look();
    expect(said(cardOf(await lea.presses(card, 'Remind all')))).toContain('They will be reminded');
    expect(all.as('emma').reads()).toHaveLength(2);
    expect(all.as('rita').reads()).toHaveLength(1);
  });

  test('for new hires asks only who comes after it was opened', async () => {
    const all = await open();
    expect(said(cardOf(await asks(all, 'newHires')))).toContain('0 people will be asked');
    expect(all.as('emma').reads()).toEqual([]);
    await all.as('max').types('desk team add noah@example.com responder');
    await all.settled();
    expect(all.desk.signing.signers.in(all.desk.signing.campaigns.list()[0]?.id ?? '')).toHaveLength(1);
  });

  test('waits for people’s mornings, and for the day on which they are back', async () => {
    const all = await open('2026-03-02T22:00:00.000Z');
    await all.as('rita').types('desk team away 2026-03-04');
    await asks(all);
    expect(all.as('emma').reads()).toEqual([]);
    await all.pass(11.5);
    expect(all.as('emma').reads()).toHaveLength(1);
    expect(all.as('rita').reads()).toEqual([]);
    await all.pass(48);
    expect(all.as('rita').reads()).toHaveLength(1);
  });
});

describe('a signature', () => {
  test('needs the name that we know, and says so in the form', async () => {
    const all = await open();
    await asks(all);
    const { reply } = await signs(all, 'emma', 'Rita');
    expect(saidIn(reply)).toContain('“Rita” is not the name we know you by. Please type your name: Emma.');
  });

  test('given in two windows is one', async () => {
    const all = await open();
    await asks(all);
    const emma = all.as('emma');
    const page = async () => {
      let card = cardOf(await emma.presses(emma.newest(), 'Read'));
      while (labels(card).includes('Next ▶')) card = cardOf(await emma.presses(card, 'Next'));
      return formOf(await emma.presses(card, 'Sign'));
    };
    const [one, two] = [await page(), await page()];
    await emma.sends(one, { consent: true, name: 'Emma' });
    await emma.sends(two, { consent: true, name: 'Emma' });
    const { history } = await all.desk.signing.signers.records.read(all.idOf('emma'));
    expect(history.filter(({ event }) => event.type === 'signed')).toHaveLength(1);
  });

  test('of somebody else cannot be given, nor looked at', async () => {
    const all = await open();
    await asks(all, 'role:hr');
    const [{ id } = { id: '' }] = all.desk.signing.campaigns.list();
    expect(saidIn(await all.as('emma').clicks('sign.read', { campaign: id }))).toContain('This was not sent to you');
  });

  test('can be looked at for ever, with the text that it stands for', async () => {
    const all = await open();
    await asks(all);
    await signs(all, 'emma', 'Emma');
    const emma = all.as('emma');
    const mine = cardOf(await emma.types('desk sign'));
    const proof = cardOf(await emma.presses(mine, 'My signature'));
    expect(said(proof)).toContain('This record cannot be changed or deleted.');
    expect(said(cardOf(await emma.presses(proof, 'Read: The pledge')))).toContain('I keep secrets.');
  });
});

describe('reminders', () => {
  test('are one message for everything, stop at the most the company wants, and end with the signature', async () => {
    const all = await open();
    await asks(all);
    await asks(all, 'all', { 'policy-pledge': false, 'policy-media': true });
    await signs(all, 'ada', 'Ada');
    await signs(all, 'ada', 'Ada');
    for (let day = 0; day < 21; day += 1) await all.pass(24);
    const reminders = all
      .as('emma')
      .reads()
      .filter((card) => said(card).includes('2 policies are waiting'));
    expect(reminders).toHaveLength(4);
    expect(all.as('ada').reads()).toHaveLength(2);
  });

  test('can be put off', async () => {
    const all = await open();
    await asks(all);
    await all.pass(24 * 3);
    const emma = all.as('emma');
    const reminder = emma.newest();
    expect(said(reminder)).toContain('A policy is waiting');
    expect(saidIn(await emma.presses(reminder, 'Remind me in a week'))).toContain('Your next reminder comes');
    for (let day = 0; day < 4; day += 1) await all.pass(24);
    expect(emma.reads()).toHaveLength(2);
    for (let day = 0; day < 4; day += 1) await all.pass(24);
    expect(emma.reads()).toHaveLength(3);
  });

  test('go to all at once when somebody who asked wants it, but not twice a day', async () => {
    const all = await open();
    await asks(all);
    const hana = all.as('hana');
    const opened = await shown(all);
    await hana.presses(opened, 'Remind all');
    await all.settled();
    expect(said(all.as('emma').newest())).toContain('A policy is waiting');
    expect(saidIn(await hana.presses(opened, 'Remind all'))).toContain('You can do so again 20 hours after that');
  });
});

describe('who may', () => {
  test('ask and look is HR, administrators and, for their own people, managers', async () => {
    const all = await open();
    expect(saidIn(await all.as('emma').types('desk campaign'))).toContain('This needs a role');
    await all.as('max').types('desk team manager Emma, Rita');
    await all.as('max').types('desk team add Rita manager');
    const rita = all.as('rita');
    const list = cardOf(await rita.types('desk campaign'));
    const form = formOf(await rita.presses(list, 'Ask for signatures'));
    const { audience } = form.view.inputs;
    expect(audience?.type === 'select' && audience.options.map(({ value }) => value)).toEqual(['under']);
    await rita.sends(form, { 'policy-pledge': true });
    await all.settled();
    expect(all.as('emma').reads()).toHaveLength(1);
    expect(all.as('ada').reads()).toEqual([]);
  });

  test('managers see of a campaign for everybody only who works for them', async () => {
    const all = await open();
    await all.as('max').types('desk team manager Emma, Rita');
    await all.as('max').types('desk team add Rita manager');
    await asks(all);
    const rita = all.as('rita');
    const card = cardOf(await rita.presses(cardOf(await rita.types('desk campaign')), 'Open'));
    expect(said(card)).toContain('0 of 1 signed');
    expect(labels(card)).not.toContain('End it');
  });

  test('nothing is asked of nobody, without a policy, or until yesterday', async () => {
    const all = await open();
    expect(saidIn(await asks(all, 'all', { 'policy-pledge': false }))).toContain('choose at least one policy');
    expect(saidIn(await asks(all, 'all', { until: '2026-03-01' }))).toContain('must be in the future');
    expect(saidIn(await asks(all, 'under'))).toContain('Please choose one of the options');
  });
});
