/** Bars side by side: how many now, and in grey how many in the period before, each with its number at its end. */
import { type Amount, type Bar, widthOfText } from '#src/view/chart/chart.ts';
import { COLOUR, halfEm, MARGIN, TYPE, WIDTH } from './layout.ts';
import type { Drawn } from './spec.ts';

const ROW = 70;
const THICK = 26;
const THIN = 12;

export function barsSpec(bars: readonly Bar[]): Drawn {
  const left = Math.max(...bars.map(({ label }) => widthOfText(label))) * halfEm(TYPE.label) + 14;
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now.value, before?.value ?? 0]));
  const room = WIDTH - 2 * MARGIN - left;
  // The longest bar is as long as leaves every bar the room for what is said at its end.
  const longest = Math.min(
    room,
    ...bars.flatMap(({ now, before }) => [now, before].map((one) => (one ? lengthFor(one, most, room) : room))),
  );
  const domain = [0, (most * room) / longest];
  const y = { field: 'label', type: 'nominal', sort: null, scale: { paddingInner: 0, paddingOuter: 0 } };
  const x = (field: string) => ({ field, type: 'quantitative', axis: null, scale: { domain } });
  const values = bars.map(({ label, now, before }) => ({
    ...{ label, now: now.value, saidNow: now.said },
    ...(before && { before: before.value, saidBefore: before.said }),
  }));
  const rows = { data: { values }, height: bars.length * ROW };
  const axis = { labelLimit: 0, labelPadding: 14 };
  const bar = (field: string, color: string, size: number, yOffset: number) => ({
    ...rows,
    mark: { type: 'bar', color, size, yOffset, cornerRadiusEnd: 3 },
    encoding: { y: { ...y, axis }, x: x(field) },
  });
  const text = (field: string, of: string, fontSize: number, color: string, dy: number, fontWeight: string) => ({
    ...rows,
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8, dy, fontSize, color, fontWeight },
    encoding: { y: { ...y, axis }, x: x(of), text: { field } },
  });
  return {
    left,
    height: bars.length * ROW,
    bottom: 0,
    layer: [
      bar('now', COLOUR.now, THICK, -10),
      bar('before', COLOUR.before, THIN, 17),
      text('saidNow', 'now', TYPE.value, COLOUR.ink, -10, 'bold'),
      text('saidBefore', 'before', TYPE.small, COLOUR.soft, 17, 'normal'),
    ],
  };
}

const lengthFor = ({ value, said }: Amount, most: number, room: number): number =>
  value === 0 ? room : ((room - widthOfText(said) * halfEm(TYPE.value) - 10) * most) / value;
