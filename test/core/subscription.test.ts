/** When somebody's digest comes: once a day at their hour, late rather than never, whatever stops, moves or changes. */
import { describe, expect, test } from 'vitest';
import { NO_CALENDAR } from '#src/core/calendar/calendar.ts';
import { dayIn, minuteIn, weekdayOf } from '#src/core/day.ts';
import { CLOCK, DESK, type Instant } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import { due } from '#src/core/subscription/due.ts';
import type { Subscription } from '#src/core/subscription/state.ts';
import { subscription } from '#src/core/subscription/subscription.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { givenFor, hours, START } from '#test/given.ts';
import { dice } from '#test/road/dice.ts';

const given = givenFor(subscription, { max: ['manager'], rita: ['responder'] });
const LONDON = 'Europe/London';
/** Monday 2 March, one in the morning in London. */
const entitled = { event: { type: 'entitled', zone: LONDON }, at: START } as const;
const come = { type: 'come' } as const;
const at = (instant: Instant) => ({ at: instant });
const next = (state: Subscription, some: Rules = rules): Instant | undefined => due(some)(state)[0]?.at;

describe('a digest', () => {
  test('is due at the company’s hour by the clock of its reader', () => {
    expect(next(given(entitled).state)).toBe('2026-03-02T08:30:00.000Z');
    const shanghai = given({ event: { type: 'entitled', zone: 'Asia/Shanghai' }, at: START });
    expect(next(shanghai.state)).toBe('2026-03-03T00:30:00.000Z');
  });

  test('comes when it is due, and is due again the next day', () => {
    const story = given(entitled).when(CLOCK, come, at('2026-03-02T08:30:20.000Z'));
    story.yields({ type: 'came', day: '2026-03-02', due: '2026-03-02T08:30:00.000Z', late: false });
    expect(next(story.state)).toBe('2026-03-03T08:30:00.000Z');
  });

  test('does not come before', () => {
    given(entitled).when(CLOCK, come, at('2026-03-02T08:29:59.999Z')).yields();
  });

  test('keeps its hour on the wall when clocks change', () => {
    const story = given(entitled)
      .when(CLOCK, come, at('2026-03-28T08:30:00.000Z'))
      .when(CLOCK, come, at('2026-03-29T07:30:00.000Z'));
    story.yields({ type: 'came', day: '2026-03-29', due: '2026-03-29T07:30:00.000Z', late: false });
  });

  test('tells of the time since the last one', () => {
    const story = given(entitled)
      .when(CLOCK, come, at('2026-03-02T08:30:10.000Z'))
      .when(CLOCK, come, at('2026-03-03T08:30:05.000Z'));
    expect(story.state.last).toMatchObject({ since: '2026-03-02T08:30:10.000Z', at: '2026-03-03T08:30:05.000Z' });
  });

  test('missed for 26 hours and more comes once, marked late', () => {
    const story = given(entitled).when(CLOCK, come, at('2026-03-03T10:00:00.000Z'));
    story.yields({ type: 'came', day: '2026-03-03', due: '2026-03-03T08:30:00.000Z', late: true });
    expect(next(story.state)).toBe('2026-03-04T08:30:00.000Z');
  });

  test('missed for weeks comes once, too', () => {
    const story = given(entitled).when(CLOCK, come, at('2026-03-20T12:00:00.000Z'));
    story.yields({ type: 'came', day: '2026-03-20', due: '2026-03-20T08:30:00.000Z', late: true });
  });

  test('is left to the next one, when it is late and that is near', () => {
    const story = given(entitled).when(CLOCK, come, at('2026-03-03T06:00:00.000Z'));
    story.yields({ type: 'leftOut', day: '2026-03-02', due: '2026-03-02T08:30:00.000Z' });
    expect(next(story.state)).toBe('2026-03-03T08:30:00.000Z');
  });
});

describe('the first digest', () => {
  const since = (instant: Instant) => given(entitled).when(CLOCK, come, at(instant)).state.last?.since;

  test('tells of a day', () => {
    expect(since('2026-03-02T08:30:00.000Z')).toBe('2026-03-01T08:30:00.000Z');
  });

  test('that comes late tells of all the time in which it could have come', () => {
    expect(since('2026-03-04T08:30:00.000Z')).toBe(START);
  });
});

describe('on working days', () => {
  const holiday = { en: 'Holiday', zh: '节假日' };
  const calendar = {
    ...{ ...NO_CALENDAR, id: 'cn', zones: ['Asia/Shanghai'], years: [2026] },
    holidays: { '2026-03-05': holiday, '2026-03-06': holiday },
    makeUp: { '2026-03-08': holiday },
  };
  const working: Rules = { ...rules, calendars: [calendar], digest: { ...rules.digest, days: 'working' } };
  const shanghai = { event: { type: 'entitled', zone: 'Asia/Shanghai' }, at: START } as const;
  const dayAfter = (instant: Instant) => {
    const { state } = given(shanghai).when(CLOCK, come, { at: instant, rules: working });
    const then = next(state, working);
    return then && dayIn(then, 'Asia/Shanghai');
  };

  test('it comes on none that is a weekend or a holiday', () => {
    expect(dayAfter('2026-03-13T00:30:00.000Z')).toBe('2026-03-16');
  });

  test('it comes on a weekend that is worked in exchange', () => {
    expect(dayAfter('2026-03-04T00:30:00.000Z')).toBe('2026-03-08');
  });
});

describe('a day has one digest', () => {
  const came = given(entitled).when(CLOCK, come, at('2026-03-02T08:30:10.000Z'));

  test('also when its reader wants it later from now on', () => {
    const { state } = came.when('max', { type: 'setMinute', minute: 600 }, at('2026-03-02T09:00:00.000Z'));
    expect(next(state)).toBe('2026-03-03T10:00:00.000Z');
  });

  test('also when the company changes its hour', () => {
    const later: Rules = { ...rules, digest: { ...rules.digest, minute: 720 } };
    expect(next(came.state, later)).toBe('2026-03-03T12:00:00.000Z');
  });

  test('also when its reader travels west', () => {
    const { state } = came.when(DESK, { type: 'entitle', zone: 'America/New_York' }, at('2026-03-02T09:00:00.000Z'));
    expect(next(state)).toBe('2026-03-03T13:30:00.000Z');
  });

  test('however often and with whatever pauses the clock looks, and each in its hour when it was on time', () => {
    const chance = dice(7);
    let story = given(entitled);
    let now = START;
    let tellsUpTo = '';
    const seen = new Set<string>();
    while (now < '2027-03-10') {
      // Mostly the minute, sometimes a stop of up to two days.
      now = hours(chance.often(8) ? chance.roll(48) : 1 + chance.roll(4) / 60, now);
      story = story.when(CLOCK, come, at(now));
      const [event] = story.events;
      if (event?.type !== 'came') continue;
      expect(seen.has(event.day)).toBe(false);
      seen.add(event.day);
      expect(dayIn(event.due, LONDON)).toBe(event.day);
      expect(minuteIn(event.due, LONDON)).toBe(8 * 60 + 30);
      expect(event.late).toBe(Date.parse(now) - Date.parse(event.due) > 15 * 60_000);
      if (tellsUpTo) expect(story.state.last?.since).toBe(tellsUpTo);
      tellsUpTo = now;
    }
    expect(seen.size).toBeGreaterThan(200);
    expect([...seen].some((day) => weekdayOf(day) === 0)).toBe(true);
  });
});

describe('whoever may have it', () => {
  test('turns it off and on, and misses none that is still to come', () => {
    const off = given(entitled).when('max', { type: 'turnOff' }, at('2026-03-02T07:00:00.000Z'));
    off.yields({ type: 'turnedOff' });
    expect(next(off.state)).toBeUndefined();
    const on = off.when('max', { type: 'turnOn' }, at('2026-03-04T07:00:00.000Z'));
    on.yields({ type: 'turnedOn' });
    expect(next(on.state)).toBe('2026-03-04T08:30:00.000Z');
  });

  test('who sets an hour wants it', () => {
    const off = given(entitled, { type: 'turnedOff' });
    off
      .when('max', { type: 'setMinute', minute: 540 })
      .yields({ type: 'turnedOn' }, { type: 'minuteSet', minute: 540 });
  });

  test('an hour that is over for today is for tomorrow', () => {
    const story = given(entitled).when('max', { type: 'setMinute', minute: 360 }, at('2026-03-02T07:00:00.000Z'));
    expect(next(story.state)).toBe('2026-03-03T06:00:00.000Z');
  });

  test('is nobody without a role that gets it', () => {
    given(entitled)
      .when('rita', { type: 'turnOff' })
      .isRefused({ code: 'digest_needs_role', need: rules.digest.roles });
  });

  test('is said by the desk, and by nobody else', () => {
    given().when('max', { type: 'entitle', zone: LONDON }).isRefused({ code: 'digest_needs_role', need: [] });
    given(entitled).when('max', come).isRefused({ code: 'digest_needs_role', need: [] });
  });

  test('has none while away, and waits for the next when back', () => {
    const away = given(entitled).when(DESK, { type: 'suspend' }, at('2026-03-02T07:00:00.000Z'));
    expect(next(away.state)).toBeUndefined();
    const back = away.when(DESK, { type: 'entitle', zone: LONDON }, at('2026-03-09T09:00:00.000Z'));
    expect(next(back.state)).toBe('2026-03-10T08:30:00.000Z');
  });
});
