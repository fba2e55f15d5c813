/** What is live elsewhere is only text here: typed into every field of every form, in both languages, looked at wherever it is shown. */
import { describe, expect, test } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { COMPANY } from '#src/platforms/console/company.ts';
import type { Answered } from '#src/platforms/console/protocol.ts';
import { literal } from '#src/view/adaptive/literal.ts';
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import { cardOf, openDesk, reported } from './desk.ts';
import { behind, type Person } from './person.ts';
import { expectLiteral, inputsIn, wordsIn } from './reading.ts';
import { speech } from './speech.ts';

const HOSTILE =
  '<!channel> <@U1> **b** [x](javascript:alert(1)) {{DATE(2020-01-01T00:00:00Z)}} <img src=x onerror=alert(1)> z\u200b\u200d \u202eRTL\u202c مرحبا';
const SHORT = '{{TIME()}}';
/** No field in which somebody could write. */
const WORDLESS = ['duty.swap', 'duty.week', 'case.handOver', 'team.away', 'team.pick', 'report.screenshots'];
/** Nothing that is hostile is the number of a case, or anybody's name. */
const NEVER_TAKEN = ['case.merge', 'sign.name', 'digest.settings'];
/** Needs a rise of mentions, which would change all that is looked at here; its reason is a quote like any other. */
const NEEDS_A_RISE = ['warning.dismiss'];
const desk = openDesk();
const { status } = speech('en');

/** Texts with a number of their own in front, so that each field can be found again; and all there were. */
function marked(locale: string) {
  const marks: string[] = [];
  const hostile = (max = 200): string => {
    const text = `№${marks.length + 1} ${locale}. ${HOSTILE}`.slice(0, max);
    marks.push(text);
    return text;
  };
  return { marks, hostile };
}

function cardsOf(answer: Answered): readonly AdaptiveCard[] {
  return 'card' in answer && answer.card ? [answer.card] : [];
}

/** Every card that there is to be seen: messages of everybody, and what this person can open. */
async function everything(who: readonly Person[], id: string): Promise<readonly AdaptiveCard[]> {
  const stored = await Promise.all(COMPANY.map(({ account }) => desk.person(account).reads()));
  const asked = await Promise.all(
    who.flatMap((one) => [
      ...['case.show', 'case.more', 'case.timeline'].map((action) =>
        one.does({ type: 'act', action, args: { case: id } }),
      ),
      ...[15, 30, 45].map((before) =>
        one.does({ type: 'act', action: 'case.timelinePage', args: { case: id, before: String(before) } }),
      ),
      ...['desk mine', 'desk open', 'desk team'].map((line) => one.types(line)),
      one.home(),
    ]),
  );
  return [...stored.flat().map(({ card }) => card), ...asked.flatMap(cardsOf)];
}

describe.each([
  { locale: 'en', reporter: 'emma', clerk: 'james' },
  { locale: 'zh', reporter: 'mei', clerk: 'yun' },
] as const)('in $locale', ({ locale, reporter, clerk }) => {
  const [r, d, olivia, wei, sofia] = [reporter, clerk, 'olivia', 'wei', 'sofia'].map(desk.person) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];

  test('every field of every form shows it as it was typed', { timeout: 40_000 }, async () => {
    for (const one of [olivia, wei, sofia]) await one.types(`desk language ${locale}`);
    const { marks, hostile } = marked(locale);
    /** The forms that were sent and taken. */
    const covered = new Set(['report.new']);
    const taken: AdaptiveCard[] = [];
    let id = '';
    /** Opens a form on the case, fills it in, and keeps what came of it. */
    async function fills(
      who: Person,
      form: string,
      values: { readonly [field: string]: string | boolean },
      more = {},
    ): Promise<Answered> {
      const opened = await who.form(form, { case: id, ...more });
      const answer = await who.sends(opened, values);
      taken.push(...cardsOf(opened), ...cardsOf(answer));
      if (answer.type !== 'errors') covered.add(form);
      return answer;
    }
    const act = (who: Person, action: string, more = {}) =>
      who.does({ type: 'act', action, args: { case: id, ...more } });
    const decision = async () => {
      const say = speech(locale);
      const card = await cardOf(olivia, say.notice.decision.title(number));
      taken.push(card);
      return behind(card, say.label.approve).args;
    };
    const submitted = async (version: number) => {
      await fills(d, 'case.draft', { account: hostile(), text: hostile(), template: 'none' });
      await act(d, 'case.submit', { version: String(version) });
      await cardOf(d, number, status.review);
      return decision();
    };

    const link = `https://example.com/${locale}?a=[x](javascript:alert(1))&b=**b**&c=!channel`;
    const number = await reported(r, {
      ...{ said: hostile(), author: hostile(), note: hostile(), link, audience: SHORT },
      ...{ severity: 'medium', kind: 'complaint' },
    });
    id = behind(await cardOf(d, number, status.new), speech('en').label.claim).args['case'] ?? '';
    await fills(d, 'case.facts', { claim: hostile(), evidence: hostile(), verdict: 'true' });
    taken.push(...(await everything([d], id)));
    await fills(d, 'case.plan', { action: hostile() });
    await fills(d, 'case.note', { text: hostile() });
    await fills(d, 'reminder.snooze', { until: '60', reason: hostile() });
    await fills(d, 'case.addMention', { said: hostile(), author: hostile() });
    await fills(d, 'case.correct', { what: 'reach:large', reason: hostile() });
    const revoke = await d.form('case.revoke', { case: id });
    const fact = revoke.card && inputsIn(revoke.card).flatMap((input) => ('choices' in input ? input.choices : []))[0];
    await fills(d, 'case.revoke', { which: fact?.value ?? '', reason: hostile() });
    await fills(d, 'case.facts', { claim: hostile(), evidence: hostile(), verdict: 'partly' });
    await fills(olivia, 'case.reject', { reason: hostile() }, await submitted(1));
    await fills(olivia, 'case.decide', { decision: 'reject', reason: hostile() }, await submitted(2));
    const approved = await submitted(3);
    expect(await act(olivia, 'case.approve', approved)).toMatchObject({ type: 'done' });
    const { digest } = approved;
    await fills(d, 'case.publish', { link: `${link}#reply`, account: hostile(), changed: hostile() }, { digest });
    await fills(wei, 'case.settle', { note: hostile() }, { digest });
    await fills(d, 'case.effect', { effect: 'quieter', note: hostile() });
    await fills(d, 'case.close', { team: hostile(), lesson: hostile() });
    const closed = await everything([d, olivia, wei], id);
    await fills(d, 'case.reopen', { why: 'other', note: hostile() });
    await fills(d, 'case.dismiss', { why: 'spam', note: hostile() });
    const dismissed = await everything([d, olivia, wei], id);

    const other = await reported(r, { said: hostile(), severity: 'low', kind: 'complaint', hidden: true });
    id = behind(await cardOf(d, other, status.new), speech('en').label.claim).args['case'] ?? '';
    const draft = { account: hostile(), text: `${hostile()} 13800138000`, claim: hostile(), evidence: hostile() };
    await fills(d, 'case.draft', { ...draft, verdict: 'true', template: 'none', now: true });
    await fills(wei, 'case.overrule', { reason: hostile() }, { version: '1' });
    await fills(d, 'case.merge', { into: hostile(40) });
    const open = await everything([d, olivia, wei], id);
    await fills(d, 'case.confide', { reason: hostile() });
    const confidential = await everything([wei, desk.person('jing')], id);

    const [noah] = cardsOf(await sofia.types('desk team Noah'));
    const { person = '' } = noah ? behind(noah, speech(locale).t.team.edit).args : {};
    await fills(sofia, 'team.person', { team: hostile(80) }, { person });
    await fills(sofia, 'team.import', { csv: hostile() });
    await fills(sofia, 'team.import', { csv: `name,account\n"${hostile(60)}",mal-${locale}` });
    await fills(sofia, 'desk.setup', { channel: hostile(), locale: 'en' });
    await fills(sofia, 'desk.setup', { channel: 'response', locale: 'en' });

    await fills(sofia, 'campaign.new', { 'policy-pledge': true, audience: 'all', until: '', note: hostile() });
    await fills(wei, 'emergency.declare', { reason: hostile() });
    await act(wei, 'emergency.end');
    const told = { name: hostile(100), wordingEn: hostile(), wordingZh: hostile(), picture: hostile() };
    await fills(r, 'news.suggest', { ...told, link: '', until: '' });
    const news = speech(locale).t.goodNews;
    const question = await cardOf(olivia, news.question(told.name));
    taken.push(question);
    const suggested = behind(question, news.reject);
    await fills(olivia, 'news.reject', { reason: hostile() }, 'args' in suggested ? suggested.args : {});
    taken.push(await cardOf(r, news.rejectedBy(told.name, 'Olivia Grant')));
    // Of a text that is checked only the sentence is shown with which something is wrong.
    await fills(r, 'check.text', { text: `${HOSTILE} 13800138000` });
    await fills(r, 'policy.search', { question: hostile(60) });
    await fills(r, 'policy.ask', { question: hostile(60) });
    const team = await everything([sofia], id);

    const all = [...taken, ...closed, ...dismissed, ...open, ...confidential, ...team];
    for (const card of all) expectLiteral(card);
    const stands = all.flatMap(inputsIn).flatMap((input) => ('value' in input ? [input.value] : []));
    const words = [...all.map(wordsIn), ...stands].join('\n');
    expect(marks.filter((mark) => !words.includes(mark) && !words.includes(literal(mark)))).toEqual([]);
    const forms = handlers.flatMap((handler) => Object.keys(handler.forms ?? {}));
    expect([...covered, ...WORDLESS, ...NEVER_TAKEN, ...NEEDS_A_RISE].sort()).toEqual(forms.sort());
  });
});
