/** The figures of digests against a second, plain count of the raw events: over weeks of a busy desk, from seeds. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Figures } from '#src/core/figures/figures.ts';
import { daysOf, type Period, spanOf } from '#src/core/figures/period.ts';
import { days } from '#test/given.ts';
import { busy } from './busy.ts';
import { happenedIn, overdueAt, stands, standsAt, type Told, told } from './recount.ts';

type Busy = Awaited<ReturnType<typeof busy>>;

/** The cases that the reader may know of, confidential ones apart. */
const known = (cases: readonly Told[], me: string, confidential: boolean): readonly Told[] =>
  cases.filter((one) => {
    const now = stands(one);
    return now.confidential === confidential && !now.concerns.includes(me);
  });

const flow = ({ lessons, ...flow }: Figures['flow']) => ({ ...flow, lessons: lessons.map(({ id }) => id).sort() });

function recounted(cases: readonly Told[], period: Period & { readonly before: Period }, at: string) {
  const openedIn = (from: string, to: string) => happenedIn(cases, { from, to }).opened;
  return {
    standing: standsAt(cases, at),
    flow: happenedIn(cases, period),
    before: happenedIn(cases, period.before),
    weeks: [openedIn(days(-14, at), days(-7, at)), openedIn(days(-7, at), at)],
  };
}

const said = ({ standing, flow: now, before, weeks }: Figures) => ({
  standing,
  flow: flow(now),
  before: flow(before),
  weeks: weeks.map(({ opened }) => opened),
});

describe.each([1, 2, 3])('in the history of seed %i', (seed) => {
  let desk: Busy;
  beforeAll(async () => {
    desk = await busy(seed, 1400);
  }, 60_000);

  test('everything happens that a figure counts', async () => {
    const cases = await told(desk.store, desk.at);
    expect(cases.length).toBeGreaterThan(90);
    const all = happenedIn(cases, { from: days(-1), to: days(400) });
    for (const some of [all.approved, all.rejected, all.closed, all.reopened, all.level.kept, all.level.missed])
      expect(some).toBeGreaterThan(0);
    for (const kinds of [all.published, all.dismissed, all.effects, all.teams, all.waitsBySeverity])
      expect(Object.keys(kinds).length).toBeGreaterThan(1);
    expect(all.lessons.length).toBeGreaterThan(0);
    expect(cases.map(stands).filter(({ confidential }) => confidential).length).toBeGreaterThan(5);
    expect(cases.map(stands).filter(({ status }) => status === 'merged').length).toBeGreaterThan(0);
    expect(desk.faults).toEqual([]);
  });

  test.each(['max', 'lea'] as const)('each figure of each digest of %s is what the events say', async (name) => {
    const me = desk.idOf(name);
    let digests = 0;
    for await (const id of desk.desk.digests.issued.ids()) {
      const { state } = await desk.desk.digests.issued.read(id);
      if (state.status === 'none' || state.person !== me) continue;
      digests += 1;
      const { content, at } = state;
      const cases = await told(desk.store, at);
      const open = known(cases, me, false);
      const confidential = known(cases, me, true);
      expect(said(content.figures)).toEqual(recounted(open, content.span, at));
      expect(content.confidential && said(content.confidential)).toEqual(
        name === 'lea' ? recounted(confidential, content.span, at) : undefined,
      );
      const late = overdueAt(name === 'lea' ? [...open, ...confidential] : open, at);
      expect(content.lists.overdue.count).toBe(late.length);
      expect(content.lists.overdue.first.map(({ number }) => number)).toEqual(late.slice(0, 5));
    }
    expect(digests).toBeGreaterThan(8);
  });

  test('figures of any other period are what the events say, too', async () => {
    const { at, store } = desk;
    const me = desk.idOf('max');
    const cases = known(await told(store, at), me, false);
    const zone = 'Europe/London';
    const names = ['lastDay', 'today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;
    for (const span of [...names.map((one) => spanOf(one, at, zone)), daysOf('2026-03-04', '2026-03-09', zone)]) {
      const { figures } = await desk.desk.digests.content({ me, roles: ['manager'] }, span, at);
      expect(said(figures)).toEqual(recounted(cases, span, at));
    }
  });
});
