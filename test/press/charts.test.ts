/** Charts as pictures: of the right size, with bars as long as their numbers, and letters on a machine without fonts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { recognise } from '#src/core/file/recognise.ts';
import { COLOUR } from '#src/press/chart/layout.ts';
import { openPress } from '#src/press/press.ts';
import type { Chart } from '#src/view/chart/chart.ts';
import { fitting } from '#src/view/chart/chart.ts';
import type { Png } from '#src/view/chart/draw.ts';
import { countOfColour, type Picture, pictureOf } from './pixels.ts';

const words = { title: '各平台新增', subtitle: '11月16日至22日', alt: '' };
const bars = (now: number, before: number, label = '微博'): Chart => ({
  ...{ kind: 'bars', ...words },
  bars: [
    { label, now: { value: now, said: `${now}` }, before: { value: before, said: `${before}` } },
    { label: '小红书', now: { value: 10, said: '10' } },
  ],
});
const columns: Chart = {
  ...{ kind: 'columns', ...words },
  columns: ['周一', '周二', '周三'].map((label, at) => ({
    label,
    now: { value: at * 4, said: `${at * 4}` },
    before: 6,
  })),
};
const shares: Chart = { kind: 'shares', ...words, shares: [{ label: '高', good: 3, bad: 1, said: '4 件中 3 件按时' }] };

describe('a batch', () => {
  const charts = [bars(10, 5), bars(20, 5), bars(10, 5, '抖音'), columns, shares, bars(0, 0)];
  let pngs: readonly Png[] = [];
  let pictures: readonly Picture[] = [];
  beforeAll(async () => {
    pngs = await openPress().draw(charts);
    pictures = pngs.map(({ bytes }) => pictureOf(bytes));
  });
  const colour = (at: number, name: keyof typeof COLOUR) =>
    countOfColour(pictures[at] ?? pictures[0] ?? none, COLOUR[name]);
  const none: Picture = { width: 0, height: 0, pixels: new Uint8Array() };

  test('comes in its order, each as a PNG twice as wide as it is shown', () => {
    expect(pngs).toHaveLength(charts.length);
    for (const { bytes, width, height } of pngs)
      expect(recognise(bytes)).toMatchObject({ media: 'image/png', width, height });
    expect(pngs.map(({ width }) => width)).toEqual(charts.map(() => 1280));
  });

  test('has bars as long as their numbers', () => {
    // Both bars of ten are the longest there is, then one is twice the other.
    expect(colour(0, 'now') / colour(1, 'now')).toBeCloseTo(2 / 1.5, 1);
    expect(colour(5, 'now')).toBeLessThan(colour(0, 'now') * 0.6);
    expect(colour(0, 'before')).toBeGreaterThan(3000);
  });

  test('has columns, and what was missed in a colour of its own', () => {
    expect(colour(3, 'now')).toBeGreaterThan(20_000);
    expect(colour(3, 'before')).toBeGreaterThan(10_000);
    expect(colour(4, 'now') / colour(4, 'bad')).toBeCloseTo(3, 1);
    expect(colour(3, 'bad')).toBe(0);
  });

  test('has Chinese letters, which differ from each other', () => {
    for (const at of charts.keys()) expect(colour(at, 'ink')).toBeGreaterThan(2000);
    expect(Buffer.compare(pngs[0]?.bytes ?? none.pixels, pngs[2]?.bytes ?? none.pixels)).not.toBe(0);
  });
});

test('a long name is cut where a bar still has room', () => {
  expect(fitting('客户服务中心华东区投诉处理组')).toBe('客户服务中心华东区…');
  expect(fitting('Customer care, northern region')).toBe('Customer care, nor…');
  expect(fitting('Delivery')).toBe('Delivery');
});

test('batches that are asked for at once come each to whoever asked', async () => {
  const { draw } = openPress();
  const [few, none, more] = await Promise.all([draw([shares]), draw([]), draw([columns, shares])]);
  expect([few.length, none.length, more.length]).toEqual([1, 0, 2]);
  expect(Buffer.compare(few[0]?.bytes ?? Buffer.alloc(0), more[1]?.bytes ?? Buffer.alloc(1))).toBe(0);
});
