/** Which reminder comes when: unseen first, in turn, the useful ones oftener, on working days, never in an emergency. */
import { describe, expect, test } from 'vitest';
import { CLOCK, DESK } from '#src/core/event.ts';
import type { ReminderItem } from '#src/core/reminder/item.ts';
import { type Candidate, type Posted, pick } from '#src/core/reminder/pick.ts';
import { post, votesOf } from '#src/core/reminder/post.ts';
import { type Occasion, rotation } from '#src/core/reminder/rotation.ts';
import { nextSlot } from '#src/core/reminder/schedule.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { givenFor, START } from '#test/given.ts';

const item = (id: string, kind: ReminderItem['kind'], votes: Partial<Candidate> = {}): ReminderItem & Candidate => ({
  ...{ id, kind, clause: 'pledge#1.1', title: { en: id, zh: id }, text: { en: id, zh: id }, useful: 0, notForMe: 0 },
  ...votes,
});
const items = [item('g1', 'good'), item('g2', 'good'), item('w1', 'warning'), item('w2', 'warning')];
const occasion = (more: Partial<Occasion> = {}): Occasion => ({ items, paused: false, hasChannel: true, ...more });

/** What is shown over many turns. */
function shown(all: readonly Candidate[], turns: number): readonly string[] {
  const posted: Posted[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const next = pick(all, posted);
    if (next) posted.push({ item: next.id, kind: next.kind });
  }
  return posted.map((one) => one.item);
}

describe('the next reminder', () => {
  test('is one that was not shown yet, good and bad in turn', () => {
    expect(shown(items, 4)).toEqual(['g1', 'w1', 'g2', 'w2']);
  });

  test('is never the one that was shown last', () => {
    const long = shown([item('a', 'good', { useful: 90 }), item('b', 'good', { notForMe: 90 })], 50);
    expect(long.some((id, index) => id === long[index - 1])).toBe(false);
    expect(shown([item('only', 'good')], 3)).toEqual(['only']);
  });

  test('is oftener one that people found useful, and no item is lost for good', () => {
    const liked = [item('g1', 'good', { useful: 20 }), item('g2', 'good', { notForMe: 20 }), ...items.slice(2)];
    const long = shown(liked, 100);
    const count = (id: string) => long.filter((one) => one === id).length;
    expect(count('g1')).toBeGreaterThan(2 * count('g2'));
    expect(count('g2')).toBeGreaterThan(1);
    expect(count('w1')).toBeGreaterThan(10);
  });
});

describe('the days', () => {
  test('are those that the company chose, at its hour', () => {
    expect(nextSlot(START, rules)).toBe('2026-03-03T02:00:00.000Z');
    expect(nextSlot('2026-03-03T02:00:00.000Z', rules)).toBe('2026-03-05T02:00:00.000Z');
  });

  test('leave out those that are not worked', () => {
    const holiday = { name: { en: 'Day off', zh: '假日' }, id: 'cn', zones: ['Asia/Shanghai'], weekend: [0, 6] };
    const calendar = { ...holiday, holidays: { '2026-03-03': holiday.name }, makeUp: {}, years: [2026] };
    expect(nextSlot(START, { ...rules, calendars: [calendar] })).toBe('2026-03-05T02:00:00.000Z');
  });

  test('may be none', () => {
    expect(nextSlot(START, { ...rules, channelReminders: { ...rules.channelReminders, days: [] } })).toBeUndefined();
  });
});

describe('a channel’s reminders', () => {
  const given = givenFor(rotation, { max: ['manager'], emma: [] });
  const planned = given().when(DESK, { type: 'schedule' }, { at: START });
  const due = { at: '2026-03-03T02:00:00.000Z' };

  test('are planned at the start, and posted when the time has come', () => {
    planned.yields({ type: 'scheduled', next: due.at });
    const posted = planned.when(CLOCK, { type: 'post', ...occasion() }, due).yieldsTypes('posted');
    expect(posted.state).toMatchObject({ next: '2026-03-05T02:00:00.000Z', posted: [{ item: 'g1' }], unhanded: [0] });
    planned.when(DESK, { type: 'schedule' }, { at: START }).yields();
  });

  test('wait in an emergency, and where there is no channel', () => {
    const next = '2026-03-05T02:00:00.000Z';
    const post = (more: Partial<Occasion>) => planned.when(CLOCK, { type: 'post', ...occasion(more) }, due);
    post({ paused: true }).yields({ type: 'skipped', why: 'emergency', next });
    post({ hasChannel: false }).yields({ type: 'skipped', why: 'noChannel', next });
  });

  test('that were missed by hours wait for the next day, those by minutes are posted', () => {
    const post = (at: string) => planned.when(CLOCK, { type: 'post', ...occasion() }, { at });
    post('2026-03-03T02:40:00.000Z').yieldsTypes('posted');
    post('2026-03-03T14:00:00.000Z').yieldsTypes('skipped');
  });

  test('are posted out of turn by those who may, and not by others', () => {
    planned.when('max', { type: 'post', now: true, ...occasion() }).yieldsTypes('posted');
    planned.when('emma', { type: 'post', now: true, ...occasion() }).isRefused({ code: 'reminder_needs_role' });
    planned.when('emma', { type: 'post', ...occasion() }).isRefused({ code: 'reminder_needs_role' });
    planned
      .when('max', { type: 'post', now: true, ...occasion({ paused: true }) })
      .isRefused({ code: 'reminder_emergency' });
  });
});

describe('a posted reminder', () => {
  const open = { type: 'open', channel: 'staff', item: item('g1', 'good') } as const;
  const posted = givenFor(post)().when(DESK, open);

  test('counts one vote a person, who may change it', () => {
    const { state } = posted
      .when('emma', { type: 'vote', useful: true })
      .when('mei', { type: 'vote', useful: true })
      .when('emma', { type: 'vote', useful: false });
    expect(state.status !== 'none' && votesOf(state)).toEqual({ useful: 1, notForMe: 1 });
  });

  test('takes the same vote again for nothing', () => {
    posted.when('emma', { type: 'vote', useful: true }).when('emma', { type: 'vote', useful: true }).yields();
  });
});
