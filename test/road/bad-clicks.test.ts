/** Buttons that are forged, stale, or pressed by the wrong person or by two at once: a clear answer, and nothing half done. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cardOf, openDesk, reported, taken } from './desk.ts';
import { ask, behind, filledIn } from './person.ts';
import { refusedForm, said } from './reading.ts';
import { speech } from './speech.ts';

const desk = openDesk();
const [james, olivia, wei, jing] = [
  desk.person('james'),
  desk.person('olivia'),
  desk.person('wei'),
  desk.person('jing'),
];
const { label, status, notice } = speech('en');
const LOW = { severity: 'low', kind: 'complaint' };
const UNKNOWN = { code: 'case_unknown', what: '' } as const;
const MADE_UP = [
  '7f0c6f3e-4f6a-4d2a-9f6e-0d9d2b7d1c11',
  '',
  ' ',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'case/x',
  '%00',
  '\0\ud800',
  '<!channel>',
  'x'.repeat(100_000),
];
const ACTS = ['claim', 'release', 'show', 'more', 'timeline', 'submit', 'approve', 'withdraw', 'confirmPlan'];
const FORMS = [...['facts', 'revoke', 'plan', 'draft', 'decide', 'publish', 'settle', 'close', 'handOver', 'confide']];

let posts = 0;
/** A new case of its own. */
const post = (as = 'emma', more = {}) => {
  posts += 1;
  return reported(desk.person(as), { said: `Kettle number ${posts} leaks`, ...LOW, ...more });
};
const caseOf = (card: Parameters<typeof behind>[0], button: string): string => behind(card, button).args['case'] ?? '';

test('an account that nobody has is turned away, in both languages', async () => {
  const { status: code, body } = await ask(desk.url(), { as: 'mallory', does: { type: 'home' } });
  expect([code, JSON.parse(body)]).toEqual([403, { error: 'Nobody here has the account "mallory". 这里没有此账号。' }]);
});

describe.each([
  { locale: 'en', clerk: 'james', other: 'yun', name: '陈云', approver: 'olivia' },
  { locale: 'zh', clerk: 'yun', other: 'james', name: 'James Porter', approver: 'wei' },
] as const)('in $locale', ({ locale, clerk, other, name, approver }) => {
  const { refused, askOneOf, t } = speech(locale);
  const [me, colleague, decider] = [desk.person(clerk), desk.person(other), desk.person(approver)];
  const mine = speech(locale);

  test('a button with the id of a case that is confidential, or that is none, finds no case: the same answer for both', async () => {
    const number = await post('emma', { confidential: true });
    const card = await cardOf(jing, number);
    const secret = caseOf(card, speech('zh').label.claim);
    for (const id of [secret, ...MADE_UP]) {
      for (const act of ACTS) {
        const args = { case: id, seen: '0', version: '1', digest: 'x', own: 'yes' };
        expect(said(await me.does({ type: 'act', action: `case.${act}`, args }))).toBe(refused(UNKNOWN));
      }
      for (const form of FORMS)
        expect(said(await me.does({ type: 'open', form: `case.${form}`, args: { case: id } }))).toBe(refused(UNKNOWN));
    }
    const note = { type: 'submit', form: 'case.note', args: { case: secret }, values: { text: 'I was here' } } as const;
    expect(refusedForm(await me.does(note)).above).toBe(refused(UNKNOWN));
    expect(await cardOf(jing, number)).toEqual(card);
  });

  test('a button that names no action or form of ours says so', async () => {
    for (const thing of ['case.drop', 'constructor', '__proto__', 'toString', '../claim']) {
      expect(said(await me.does({ type: 'act', action: thing, args: {} }))).toBe(t.bot.unknownButton);
      expect(said(await me.does({ type: 'open', form: thing, args: {} }))).toBe(t.bot.unknownForm);
      const sent = await me.does({ type: 'submit', form: thing, args: {}, values: {} });
      expect(sent).toEqual({ type: 'errors', form: t.bot.unknownForm });
    }
  });

  test('an approval of one case does not approve another', async () => {
    const [one, two] = [await post(), await post()];
    await taken(desk, one, 'submitted');
    const stays = await taken(desk, two, 'submitted', { text: 'Another text altogether, which nobody has read.' });
    const press = behind(await cardOf(decider, mine.notice.decision.title(one)), mine.label.approve);
    const id = caseOf(stays, label.withdraw);
    const answer = await decider.does({ ...press, args: { ...press.args, case: id } });
    expect(said(answer)).toBe(refused({ code: 'case_text_changed' }));
    expect(await cardOf(james, two, status.review)).toEqual(stays);
  });

  test('somebody else took the case meanwhile: the answer names them, and what was typed comes back', async () => {
    const number = await post();
    const stale = await cardOf(me, number, status.new);
    const form = await me.opens(stale, label.draft);
    await taken(desk, number, 'claimed', { by: other });
    // The sentence goes on with since when.
    const [taker = ''] = refused({ code: 'case_taken', owner: name, since: new Date().toISOString() }).split(/\d/);
    expect(said(await me.presses(stale, label.claim))).toContain(taker);
    const typed = { account: '@BrightHome', text: 'A text that took an hour to write' };
    const { stands, above } = refusedForm(await me.sends(form, typed));
    expect(above).toBe(refused({ code: 'case_not_owner', owner: name }));
    expect(stands).toMatchObject(typed);
  });

  test('the reply was withdrawn meanwhile: approving it says how the case stands, who acted last, and approves nothing', async () => {
    const number = await post();
    const card = await taken(desk, number, 'submitted', { by: other });
    const stale = await cardOf(decider, mine.notice.decision.title(number));
    await colleague.presses(card, label.withdraw);
    const sentence = said(await decider.presses(stale, mine.label.approve));
    expect(sentence).toContain(locale === 'en' ? mine.status.working.toLowerCase() : mine.status.working);
    expect(sentence).toContain(name);
    await cardOf(james, number, status.working);
  });

  test('the case was closed meanwhile: its old buttons say so and by whom, and what was typed comes back', async () => {
    const number = await post();
    const old = await taken(desk, number, 'drafted', { by: clerk });
    const form = await me.opens(old, label.draft);
    await taken(desk, number, 'closed', { by: clerk, from: 'drafted' });
    const closed = locale === 'en' ? status.closed.toLowerCase() : mine.status.closed;
    const typed = { account: '@BrightHome', text: 'A text that took an hour to write' };
    const { stands, above } = refusedForm(await me.sends(form, typed));
    expect(stands).toMatchObject(typed);
    const sentences = [
      above,
      said(await decider.presses(old, label.submit)),
      said(await me.presses(old, label.submit)),
    ];
    expect(sentences.filter((sentence) => !sentence?.includes(closed))).toEqual([]);
  });

  test('who may not decide is told who can, and nothing is decided', async () => {
    const number = await post();
    const card = await taken(desk, number, 'submitted', { by: clerk });
    const approve = behind(await cardOf(decider, mine.notice.decision.title(number)), mine.label.approve);
    const reporter = desk.person(locale === 'en' ? 'emma' : 'mei');
    const need = { code: 'case_needs_role', step: 'approve', need: ['approver', 'leader'] } as const;
    for (const nobody of [reporter, me, colleague])
      expect(said(await nobody.does(approve))).toContain(
        nobody === colleague ? 'Olivia Grant' : askOneOf(refused(need), 'Olivia Grant', '王伟'),
      );
    const claim = { type: 'act', action: 'case.claim', args: approve.args } as const;
    const toClaim = { code: 'case_needs_role', step: 'claim', need: ['responder', 'approver', 'leader'] } as const;
    const sentence = said(await reporter.does(claim));
    expect(sentence).toContain(refused(toClaim));
    for (const able of ['James Porter', '陈云', 'Olivia Grant', '王伟']) expect(sentence).toContain(able);
    expect(await cardOf(james, number, status.review)).toEqual(card);
  });
});

test('approve and reject in one instant: one decision, and the other hears whose it was', async () => {
  const number = await post();
  await taken(desk, number, 'submitted');
  const yes = behind(await cardOf(olivia, notice.decision.title(number)), label.approve);
  const zh = speech('zh');
  const form = await wei.opens(await cardOf(wei, zh.notice.decision.title(number)), zh.label.reject);
  const no = filledIn(form, { reason: '语气还不够诚恳' });
  const [approved, rejected] = await Promise.all([olivia.does(yes), wei.does(no)]);
  if (approved.type === 'done') {
    expect(refusedForm(rejected).above).toContain('Olivia Grant');
    expect(refusedForm(rejected).stands).toMatchObject({ reason: '语气还不够诚恳' });
    await cardOf(james, number, status.approved);
  } else {
    expect(rejected.type).toBe('done');
    expect(said(approved)).toContain('王伟');
    await cardOf(james, number, status.working);
  }
});

test('one post reported by two people in one instant, and by each of them twice, is one case', async () => {
  const does = {
    type: 'command',
    name: 'report',
    text: 'The very same kettle https://weibo.com/1234567890/Nsame',
  } as const;
  const people = [desk.person('emma'), desk.person('mei')];
  const twice = people.flatMap((who) => {
    const cause = randomUUID();
    return [who.does(does, { cause }), who.does(does, { cause })];
  });
  const numbers = (await Promise.all(twice)).map((answer) => /RM-\d+-\d+/.exec(JSON.stringify(answer))?.[0] ?? '');
  expect(new Set(numbers).size).toBe(1);
  const [number = ''] = numbers;
  await cardOf(james, number, status.new);
  const about = async (who: (typeof people)[number]) =>
    (await who.reads()).filter(({ summary }) => summary.includes(number));
  for (const who of [...people, james]) await expect.poll(() => about(who)).toHaveLength(1);
});
