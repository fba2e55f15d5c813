/** What people may type that is no report: each is answered in their language, and what they typed is still there. */
import { describe, expect, test } from 'vitest';
import { cardOf, openDesk, reported, taken } from './desk.ts';
import { actionsIn, expectLiteral, refusedForm, said, wordsIn } from './reading.ts';
import { speech } from './speech.ts';

const LONG = '长 long '.repeat(14_286).slice(0, 100_000);
const NOTHING = {
  empty: '',
  spaces: '  \t ',
  'line ends': '\n\r\n',
  'signs that nobody sees': '\u200b\u200d\ufeff\u2060',
  'wide spaces': '\u3000\u00a0',
};
const NO_LINKS = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'java\u200bscript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//example.com/post',
  'weibo',
];
const desk = openDesk();

describe.each([
  { locale: 'en', reporter: 'emma', responder: 'james', report: 'report' },
  { locale: 'zh', reporter: 'mei', responder: 'yun', report: '上报' },
] as const)('in $locale', ({ locale, reporter, responder, report }) => {
  const { refused, t, form } = speech(locale);
  const { label } = speech('en');
  const [me, other] = [desk.person(reporter), desk.person(responder)];

  test.each(Object.entries(NOTHING))(
    'a report of %s is asked for again, and the rest of the form is kept',
    async (_, nothing) => {
      const typed = { said: nothing, author: '@someone', note: 'seen by chance', follow: true };
      const { stands, wrong } = refusedForm(await me.sends(await me.form('report.new'), typed));
      expect(wrong).toEqual({ said: refused({ code: 'input_no_post', field: 'said' }) });
      expect(stands).toMatchObject({ ...typed, follow: 'true' });
      expect(await me.types(`${report} ${nothing}`)).toMatchObject({ type: 'open', title: form.report.title });
    },
  );

  test('a report of 100,000 characters is told the limit: as a command, and in the form, which keeps it', async () => {
    const tooLong = (max: number) => refused({ code: 'input_too_long', field: 'said', length: LONG.length, max });
    expect(said(await me.types(`${report} ${LONG}`))).toContain(tooLong(10_000));
    const { stands, wrong } = refusedForm(await me.sends(await me.form('report.new'), { said: LONG, note: LONG }));
    expect(wrong).toEqual({ said: tooLong(3_000), note: tooLong(1_000) });
    expect(stands).toMatchObject({ said: LONG, note: LONG });
  });

  test('a message of 100,000 characters that is no command is offered the form', async () => {
    expect(said(await me.does({ type: 'message', text: LONG }))).toContain(t.bot.offerLong);
  });

  test.each(NO_LINKS)('%j is no link to a post: the form says so, and keeps it', async (link) => {
    const { stands, wrong } = refusedForm(await me.sends(await me.form('report.new'), { link, said: 'Seen there' }));
    expect(wrong).toEqual({ link: refused({ code: 'input_not_a_link', field: 'link', value: link }) });
    expect(stands).toMatchObject({ link, said: 'Seen there' });
  });

  test.each(NO_LINKS)('%j in a line of text stays text, and nothing on the case leads there', async (link) => {
    const place = `${NO_LINKS.indexOf(link)} ${locale}`;
    const answer = await me.types(`${report} ${link} (${place})`);
    const [number = ''] = /RM-\d+-\d+/.exec(JSON.stringify(answer)) ?? [];
    const card = await cardOf(other, number);
    expect(wordsIn(card)).toContain(`${link.trim()} (${place})`);
    const more = await other.presses(card, label.more);
    if (more.type !== 'show') throw new Error('nothing more');
    for (const shown of [card, more.card]) {
      expectLiteral(shown);
      expect(actionsIn(shown).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
    }
  });

  test('none of these is the address of a published reply: the form says so, keeps it, and nothing is published', async () => {
    const number = await reported(me, { said: `A kettle that leaks (${locale})`, severity: 'low', kind: 'complaint' });
    const card = await taken(desk, number, 'approved', { by: responder });
    const open = await other.opens(card, label.publish);
    for (const link of NO_LINKS) {
      const { stands, wrong } = refusedForm(await other.sends(open, { link, changed: 'as typed' }));
      expect([link, wrong]).toEqual([link, { link: refused({ code: 'case_link_bad', field: 'link', value: link }) }]);
      expect(stands).toMatchObject({ link, changed: 'as typed' });
    }
    expect(await cardOf(other, number, speech('en').status.approved)).toEqual(card);
  });
});
