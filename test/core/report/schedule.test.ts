/** When reports come: on their day at their hour, each once, over changes of clocks and over years. */
import { describe, expect, test } from 'vitest';
import { CLOCK, DESK, type Instant } from '#src/core/event.ts';
import { due, nextDue, type ScheduleEvent, schedule } from '#src/core/report/schedule.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { givenFor, minutes } from '#test/given.ts';

const given = givenFor(schedule, { lea: ['leader'], rita: ['responder'] });
const began: ScheduleEvent = { type: 'began', kind: 'week' };
/** Monday the ninth of March at nine in Shanghai. */
const MONDAY: Instant = '2026-03-09T01:00:00.000Z';
const TUESDAY: Instant = '2026-03-10T01:00:00.000Z';
const come = { type: 'come' } as const;

describe('a weekly report', () => {
  test('comes on the first Monday after the desk began, and not for the time before it', () => {
    expect(due(rules)(given().state)).toEqual([]);
    expect(due(rules)(given(began).state)).toEqual([{ key: MONDAY, at: MONDAY, command: come }]);
  });

  test('comes once, and then the next one does', () => {
    const came = given(began).when(CLOCK, come, { at: MONDAY });
    came.yields({ type: 'came', due: MONDAY, late: false });
    came.when(CLOCK, come, { at: minutes(1, MONDAY) }).yields();
    expect(due(rules)(came.state)).toMatchObject([{ at: '2026-03-16T01:00:00.000Z' }]);
  });

  test('that comes more than a quarter of an hour late says so', () => {
    given(began)
      .when(CLOCK, come, { at: minutes(15, MONDAY) })
      .yields({ type: 'came', due: MONDAY, late: false });
    given(began).when(CLOCK, come, { at: TUESDAY }).yields({ type: 'came', due: MONDAY, late: true });
  });

  test('was missed three times: each comes once, in order', () => {
    const at = '2026-03-24T01:00:00.000Z';
    const first = given(began).when(CLOCK, come, { at });
    const third = first.when(CLOCK, come, { at }).when(CLOCK, come, { at });
    expect(third.state.came.map((one) => one.due.slice(0, 10))).toEqual(['2026-03-09', '2026-03-16', '2026-03-23']);
    third.when(CLOCK, come, { at }).yields();
  });

  test('missed more than a month ago is left: it can be asked for', () => {
    const story = given(began).when(CLOCK, come, { at: '2027-03-01T01:00:00.000Z' });
    expect(story.state.came.map((one) => one.due.slice(0, 10))).toEqual(['2027-02-01']);
  });

  test('is begun once, by the desk alone', () => {
    given(began).when(DESK, { type: 'begin', kind: 'week' }).yields();
    given().when('lea', { type: 'begin', kind: 'week' }).isRefused({ code: 'report_needs_role' });
    given(began).when('lea', come, { at: TUESDAY }).isRefused({ code: 'report_needs_role' });
  });
});

describe('whether it comes', () => {
  test('is for each reader to say, as often as they like', () => {
    const off = given(began).when('lea', { type: 'turnOff' });
    expect(off.state.off).toEqual(['lea']);
    off.when('lea', { type: 'turnOff' }).yields();
    expect(off.when('lea', { type: 'turnOn' }).state.off).toEqual([]);
    given(began).when('lea', { type: 'turnOn' }).yields();
  });

  test('is not for others to say', () => {
    given(began)
      .when('rita', { type: 'turnOff' })
      .isRefused({ code: 'report_needs_role', need: ['leader', 'manager'] });
  });
});

test('a year of reports comes on fifty-two Mondays and twelve firsts, at nine by the clock on the wall', () => {
  const berlin = { ...rules, timeZone: 'Europe/Berlin' };
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    weekday: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  for (const [kind, count, said] of [
    ['week', 52, /^Mon \d+.*09:00$/],
    ['month', 12, / 1.*09:00$/],
  ] as const) {
    const all: Instant[] = [];
    for (let at = '2026-01-02T00:00:00.000Z'; all.length < count; ) {
      at = nextDue(kind, at, berlin);
      all.push(at);
    }
    expect(all.map((at) => wall.format(new Date(at))).filter((text) => !said.test(text))).toEqual([]);
    expect(all.at(-1)?.slice(0, 4)).toBe(kind === 'week' ? '2026' : '2027');
  }
});
