/** Drafting and deciding: templates, the quick fact, gates explained beside the draft, news, long drafts, stale cards. */
import { describe, expect, test } from 'vitest';
import type { Card } from '#src/view/card.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { button, cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/a';
const REPLY = 'We are sorry that the tea was cold, and we send you a fresh one.';
const LONG = `${REPLY} `.repeat(20);
const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
const draft = { kind: 'apology', account: 'Us on Weibo', text: REPLY };
const NEWS = 'Something arrived after this draft was written. Please read it first.';

async function reported(): Promise<House> {
  const all = await house();
  await all.as('emma').types(`report The tea is cold, complaint ${LINK}`);
  return all;
}
/** Somebody else checks one more fact. */
async function learned({ as, card }: House): Promise<void> {
  const more = cardOf(await as('rob').presses(card(), 'More'));
  const where = labels(card()).includes('Facts…') ? { card: card(), label: 'Facts' } : { card: more, label: '核实' };
  await as('rob').fills(where.card, where.label, { ...FACT, which: 'new', claim: '第二条' });
}
/** Rita's reply is with those who decide. */
async function submitted(text = REPLY): Promise<House> {
  const all = await reported();
  await all.as('rita').fills(all.card(), 'Draft', { ...draft, ...FACT, text, now: true });
  return all;
}
const inputs = (form: { readonly view: { readonly inputs: object } }) => form.view.inputs;

describe('a template', () => {
  test('fills the text, beside what was typed already', async () => {
    const { as, card } = await reported();
    const form = formOf(await as('rita').presses(card(), 'Draft'));
    const filled = formOf(await as('rita').sends(form, { template: 'sorry', account: 'Us', ...FACT }));
    expect(inputs(filled)).toMatchObject({
      kind: { initial: 'apology' },
      account: { initial: 'Us' },
      text: { initial: 'We are sorry about [what went wrong].' },
      claim: { initial: FACT.claim },
      evidence: { initial: FACT.evidence },
    });
  });

  test('reads in the language of whoever drafts', async () => {
    const { as, card } = await reported();
    const form = formOf(await as('rob').presses(card(), 'Draft'));
    const filled = formOf(await as('rob').sends(form, { template: 'sorry', account: '官方微博' }));
    expect(inputs(filled)).toMatchObject({ text: { initial: '对于[问题所在]，我们深表歉意。' } });
  });

  test('chosen with a text already there changes nothing of it', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', { ...draft, template: 'sorry' });
    expect(said(card())).toContain(REPLY);
  });

  test('with a blank left open is saved and not submitted', async () => {
    const { as, card } = await reported();
    const reply = await as('rita').fills(card(), 'Draft', { ...draft, ...FACT, text: 'Sorry about [it].', now: true });
    expect(words(reply)).toContain('Draft 1 is saved, but not submitted yet.');
    expect(words(reply)).toContain('Some blanks are still open: it');
    expect(said(card())).toContain('Sorry about [it].');
  });
});

describe('a quick fact', () => {
  test('is recorded with the draft, so that both are one form', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', { ...draft, ...FACT, now: true });
    expect(said(card())).toContain('True: The tea was cold');
    expect(card().summary).toContain('Waiting for approval');
  });

  test('left out, says which gate the draft meets, and keeps the draft', async () => {
    const { as, card } = await reported();
    const reply = await as('rita').fills(card(), 'Draft', { ...draft, now: true });
    expect(words(reply)).toContain('Draft 1 is saved, but not submitted yet.');
    expect(words(reply)).toContain('No fact has been checked yet.');
    await as('rita').fills(cardOf(reply), 'Facts', FACT);
    await as('rita').presses(cardOf(reply), 'Submit');
    expect(card().summary).toContain('Waiting for approval');
  });

  test('without evidence keeps the form open with what was typed', async () => {
    const { as, card } = await reported();
    const reply = await as('rita').fills(card(), 'Draft', { ...draft, ...FACT, evidence: '', now: true });
    expect(reply).toMatchObject({ type: 'errors', fields: { evidence: expect.stringContaining('what it rests on') } });
    expect(card().summary).toContain('New');
  });

  test('is not asked for where the case is grave: facts are a step of their own there', async () => {
    const { as, card } = await house();
    const form = formOf(await as('emma').types('report'));
    await as('emma').sends(form, { link: LINK, said: 'Cold', severity: 'high' });
    expect(Object.keys(inputs(formOf(await as('rita').presses(card(), 'Draft'))))).not.toContain('claim');
  });
});

describe('two who draft at once', () => {
  test('do not overwrite each other: the second is told who saved, and keeps their text', async () => {
    const { as, card } = await reported();
    const [mine, other] = [
      formOf(await as('rita').presses(card(), 'Draft')),
      formOf(await as('rita').presses(card(), 'Draft')),
    ];
    await as('rita').sends(mine, draft);
    const reply = await as('rita').sends(other, { ...draft, text: 'Another text.' });
    expect(reply).toMatchObject({ type: 'errors', form: expect.stringContaining('saved draft 1 in the meantime') });
  });

  test('collide no further than that: the case is the first one’s', async () => {
    const { as, card } = await reported();
    const form = formOf(await as('rob').presses(card(), 'Draft'));
    await as('rita').fills(card(), 'Draft', draft);
    expect(words(await as('rob').sends(form, draft))).toContain('Rita');
    expect(said(card())).toContain('Rita');
  });
});

describe('news', () => {
  test('stops a submission once, is shown, and goes on at one press', async () => {
    const all = await reported();
    const { as, card } = all;
    await as('rita').fills(card(), 'Draft', { ...draft, ...FACT, now: false });
    const before = card();
    await as('mei').types('report Their tea is cold everywhere, says https://weibo.com/1/a/');
    await learned(all);
    const reply = cardOf(await as('rita').presses(before, 'Submit'));
    expect(reply.summary).toBe(NEWS);
    expect(said(reply)).toContain('第二条');
    await as('rita').presses(reply, 'I have read it. Submit');
    expect(card().summary).toContain('Waiting for approval');
  });

  test('stops an approval once, and approves exactly the text that was on the card', async () => {
    const all = await submitted();
    const { as, card } = all;
    await learned(all);
    const reply = cardOf(await as('ada').presses(as('ada').newest(), 'Approve'));
    expect(reply.summary).toBe(NEWS);
    expect(labels(reply)).toEqual(['I have read it. Approve', 'Reject…', 'Open']);
    await as('ada').presses(reply, 'I have read it. Approve');
    expect(card().summary).toContain('Approved');
  });

  test('on a card that shows another text does not lead to approving what was never read', async () => {
    const all = await submitted();
    const { as, card } = all;
    const stale = as('ada').newest();
    await as('rita').presses(card(), 'Withdraw');
    await as('rita').fills(card(), 'Draft', { ...draft, text: 'Quite another text.', now: true });
    await learned(all);
    const reply = await as('ada').presses(stale, 'Approve');
    expect(words(reply)).toContain('have changed since your card was shown');
    expect(words(reply)).not.toContain('[I have read it. Approve]');
    expect(card().summary).toContain('Waiting for approval');
  });
});

describe('a long draft', () => {
  const decision = ({ as }: House): Card => as('ada').newest();

  test('cannot be approved from a card that shows it shortened', async () => {
    const all = await submitted(LONG);
    expect(labels(decision(all))).toContain('Read and decide…');
    expect(labels(decision(all))).not.toContain('Approve');
    expect(labels(all.card())).not.toContain('Approve');
    expect(said(decision(all))).toContain('more characters');
  });

  test('is opened whole, and approved there', async () => {
    const all = await submitted(LONG);
    const form = formOf(await all.as('ada').presses(decision(all), 'Read and decide'));
    expect(JSON.stringify(form.view.intro)).toContain(LONG.trim());
    await all.as('ada').sends(form, { decision: 'approve' });
    expect(all.card().summary).toContain('Approved');
  });

  test('is rejected there, with a reason that the drafter reads', async () => {
    const all = await submitted(LONG);
    await all
      .as('ada')
      .fills(decision(all), 'Read and decide', { decision: 'reject', reason: 'Far too long for this' });
    expect(said(all.as('rita').newest())).toContain('Far too long for this');
  });

  test('opens whole even when a button for short ones is pressed for it', async () => {
    const all = await submitted(LONG);
    const { does } = button(decision(all), 'Read and decide');
    const args = does.type === 'open' ? does.args : {};
    const form = formOf(await all.as('ada').clicks('case.approve', args));
    expect(JSON.stringify(form.view.intro)).toContain(LONG.trim());
    expect(all.card().summary).toContain('Waiting for approval');
  });

  test('with news is opened whole again, and then approved', async () => {
    const all = await submitted(LONG);
    const { as } = all;
    await learned(all);
    const reply = cardOf(await as('ada').fills(decision(all), 'Read and decide', { decision: 'approve' }));
    expect(reply.summary).toBe(NEWS);
    await as('ada').fills(reply, 'Read and decide', { decision: 'approve' });
    expect(all.card().summary).toContain('Approved');
  });
});

test('a rejection goes back to the drafter, with its reason, and on the card', async () => {
  const { as, card } = await submitted();
  await as('ada').fills(as('ada').newest(), 'Reject', { reason: 'Name the shop' });
  expect(as('rita').newest().summary).toBe('RM-2026-0001: Ada sent your reply back.');
  expect(said(as('rita').newest())).toContain('Name the shop');
  expect(said(card())).toContain('Rejected by Ada: Name the shop');
});

test('a publication that differs is settled by a leader before the case can close', async () => {
  const { as, card } = await submitted();
  await as('ada').presses(as('ada').newest(), 'Approve');
  await as('rita').fills(card(), 'Published', { link: LINK, changed: 'Sorry!' });
  expect(as('lea').newest().summary).toContain('differs from what was approved');
  expect(words(await as('rita').fills(card(), 'Close', { team: 'x' }))).toContain('A leader must settle this');
  await as('lea').fills(as('lea').newest(), 'Settle', { note: 'It may stand' });
  await as('rita').fills(card(), 'Close', { team: 'kitchen' });
  expect(card().summary).toContain('Closed');
});
