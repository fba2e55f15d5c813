/** Somebody is asked, reminded without being nagged, and signs once. */
import { describe, expect, test } from 'vitest';
import { endOfDay } from '#src/core/day.ts';
import { CLOCK, DESK } from '#src/core/event.ts';
import { readingDigest } from '#src/core/signer/decide.ts';
import { signerDue } from '#src/core/signer/due.ts';
import { isSameName } from '#src/core/signer/name.ts';
import type { Reach } from '#src/core/signer/reach.ts';
import { signer } from '#src/core/signer/signer.ts';
import { openTasks } from '#src/core/signer/state.ts';
import { days, givenFor, hours, minutes } from '#test/given.ts';

/** Monday, nine in the morning in Shanghai. */
const NINE = minutes(0);
const SHANGHAI: Reach = { timeZone: 'Asia/Shanghai', active: true, paused: false };
const LONDON: Reach = { ...SHANGHAI, timeZone: 'Europe/London' };
const versions = [{ policy: 'pledge', number: 1, digest: 'abc' }];
const read = readingDigest(versions);

const given = givenFor(signer);
const ask = (campaign: string, reach = SHANGHAI) => ({
  ...({ type: 'ask', person: 'emma', policies: ['pledge'], changesOnly: false, term: { days: 10 } } as const),
  ...{ campaign, reach },
});
const sign = (campaign: string, more: object = {}) => ({
  ...({ type: 'sign', campaign, read, versions, consent: true, locale: 'en', platform: 'slack' } as const),
  ...{ name: 'emma clarke', known: 'Emma Clarke', ...more },
});
const asked = given().when(DESK, ask('spring'), { at: NINE });
const dueOf = (state: Parameters<ReturnType<typeof signerDue>>[0]) =>
  signerDue(() => SHANGHAI)(state).map(({ key, at }) => [key, at]);

describe('asking', () => {
  test('tells at once in working time, and sets the first reminder three working days later', () => {
    asked.yieldsTypes('asked', 'told');
    expect(dueOf(asked.state)).toEqual([['remind', days(3, NINE)]]);
  });

  test('by a day that is over gives whoever comes later as long as where no day was chosen', () => {
    const by = (until: string) => given().when(DESK, { ...ask('spring'), term: { until } }, { at: NINE });
    const untilOf = ({ state }: ReturnType<typeof by>) => openTasks(state).map(({ until }) => until);
    expect(untilOf(by(days(1, NINE)))).toEqual([endOfDay('2026-03-03', 'Asia/Shanghai')]);
    expect(untilOf(by(days(-1, NINE)))).toEqual(untilOf(asked));
  });

  test('by a day gives everybody until the end of that day where they live', () => {
    const until = endOfDay('2026-03-06', 'Asia/Shanghai');
    const asks = { ...ask('spring', LONDON), term: { until } };
    const [task] = openTasks(given().when(DESK, asks, { at: NINE }).state);
    expect(task?.until).toBe(endOfDay('2026-03-06', 'Europe/London'));
  });

  test('waits for the morning of where they are', () => {
    const { state } = given().when(DESK, ask('spring', LONDON), { at: NINE }).yieldsTypes('asked');
    expect(dueOf(state)).toEqual([['tell', hours(8, NINE)]]);
  });

  test('waits until somebody who is away is back, and looks again then', () => {
    const back = days(2, NINE);
    const away = given().when(DESK, ask('spring', { ...SHANGHAI, absentUntil: back }), { at: NINE });
    expect(dueOf(away.state)).toEqual([['tell', back]]);
    const longer = { ...SHANGHAI, absentUntil: days(4, NINE) };
    const still = away.when(CLOCK, { type: 'tell', reach: longer }, { at: back }).yieldsTypes('putOff');
    expect(dueOf(still.state)).toEqual([['tell', days(4, NINE)]]);
    still.when(CLOCK, { type: 'tell', reach: SHANGHAI }, { at: days(4, NINE) }).yieldsTypes('told');
  });

  test('happens once for a campaign', () => {
    asked.when(DESK, ask('spring')).yields();
  });

  test('waits in an emergency', () => {
    given()
      .when(DESK, ask('spring', { ...SHANGHAI, paused: true }), { at: NINE })
      .yieldsTypes('asked');
  });
});

describe('reminders', () => {
  const remind = (reach = SHANGHAI) => ({ type: 'remind', reach }) as const;

  test('are one for everything that is open', () => {
    const both = asked.when(DESK, ask('summer'), { at: hours(1, NINE) });
    expect(openTasks(both.state)).toHaveLength(2);
    expect(dueOf(both.state)).toHaveLength(1);
  });

  test('stop after the most that the company wants, but for a last one the day before', () => {
    let story = asked;
    for (let sent = 0; story.state.next !== undefined && sent < 20; sent += 1)
      story = story.when(CLOCK, remind(), { at: story.state.next }).yieldsTypes('reminded');
    expect(story.state.reminders).toBe(4);
    expect(dueOf(story.state)).toEqual([]);
  });

  test('are put off while they are away, in an emergency, and for a leaver', () => {
    const at = days(3, NINE);
    for (const reach of [
      { ...SHANGHAI, absentUntil: days(8, NINE) },
      { ...SHANGHAI, paused: true },
    ])
      asked.when(CLOCK, remind(reach), { at }).yieldsTypes('putOff');
    asked.when(CLOCK, remind({ ...SHANGHAI, active: false }), { at }).yieldsTypes('putOff');
  });

  test('can be snoozed by the person, and by nobody else', () => {
    const later = asked.when('emma', { type: 'snooze', days: 5, reach: SHANGHAI }).yieldsTypes('snoozed');
    expect(later.state.next?.slice(0, 10)).toBe('2026-03-09');
    asked.when('rob', { type: 'snooze', days: 5, reach: SHANGHAI }).isRefused({ code: 'signature_not_asked' });
  });

  test('come at once when somebody asks for it in working time, else in the morning', () => {
    const urge = (reach: Reach) => ({ type: 'urge', campaign: 'spring', reach }) as const;
    asked.when(DESK, urge(SHANGHAI), { at: hours(2, NINE) }).yieldsTypes('reminded');
    asked.when(DESK, urge(SHANGHAI), { at: hours(12, NINE) }).yields({
      ...{ type: 'putOff', what: 'remind', to: days(1, NINE) },
    });
  });

  test('end with the last signature', () => {
    expect(dueOf(asked.when('emma', sign('spring')).state)).toEqual([]);
  });
});

describe('signing', () => {
  test('records what was read, when, in which language, where, and the name apart from the rest', () => {
    asked.when('emma', sign('spring')).yields({
      ...{ type: 'signed', campaign: 'spring', versions, locale: 'en', platform: 'slack' },
      private: { name: 'emma clarke' },
    });
  });

  test('in two windows makes one signature', () => {
    asked
      .when('emma', sign('spring'))
      .when('emma', sign('spring', { platform: 'teams' }))
      .yields();
  });

  test('is refused for a text that is not the one in force any more', () => {
    const now = [{ policy: 'pledge', number: 2, digest: 'def' }];
    asked.when('emma', sign('spring', { versions: now })).isRefused({ code: 'signature_text_changed' });
  });

  test('needs consent, and the name that we know', () => {
    asked.when('emma', sign('spring', { consent: false })).isRefused({ code: 'signature_no_consent' });
    asked.when('emma', sign('spring', { name: 'Rob' })).isRefused({ code: 'signature_name_differs', typed: 'Rob' });
  });

  test('is nobody else’s to do, whatever their role', () => {
    asked.when('max', sign('spring'), { roles: ['admin', 'hr'] }).isRefused({ code: 'signature_not_asked' });
  });

  test('cannot be undone by closing the campaign, and is not carried to another', () => {
    const signed = asked.when('emma', sign('spring'));
    signed.when(DESK, { type: 'withdraw', campaign: 'spring' }).yields();
    const next = signed.when(DESK, ask('summer'));
    expect(next.state.tasks.map(({ status }) => status)).toEqual(['signed', 'open']);
  });

  test('is not possible after the campaign was closed', () => {
    asked
      .when(DESK, { type: 'withdraw', campaign: 'spring' })
      .when('emma', sign('spring'))
      .isRefused({ code: 'signature_withdrawn' });
  });
});

describe('a typed name', () => {
  test.each([
    ['emma clarke', 'Emma Clarke'],
    ['Ｅｍｍａ　Ｃｌａｒｋｅ', 'Emma Clarke'],
    ['Clarke, Emma', 'Emma Clarke'],
    ['EmmaClarke', 'Emma Clarke'],
    ['Jose Munoz', 'José Muñoz'],
    ['李梅', '李 梅'],
    ['李梅', '李梅 Li Mei'],
    ['Li Mei', '李梅 Li Mei'],
    ['李梅', '李梅（零售部）'],
    ['Emma Clarke', 'Emma Clarke (Retail)'],
    ['阿不都·卡里木', '阿不都卡里木'],
    ['Anybody At All', ''],
    ['Q', 'Q'],
    ['旺', '旺'],
  ])('%s is %s', (typed, known) => expect(isSameName(typed, known)).toBe(true));

  test.each([
    ['Emma', 'Emma Clarke'],
    ['Emma Clark', 'Emma Clarke'],
    ['李', '李梅'],
    ['李海', '李梅'],
    ['x', ''],
    ['', ''],
    ['李', '李 Mei'],
    ['...', ''],
    ['12345', ''],
  ])('%s is not %s', (typed, known) => expect(isSameName(typed, known)).toBe(false));
});
