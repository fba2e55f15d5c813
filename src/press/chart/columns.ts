/** Columns over time, each with its number on top, and beside it in grey the same time of the period before. */
import type { Column } from '#src/view/chart/chart.ts';
import { COLOUR, MARGIN, TYPE, WIDTH } from './layout.ts';
import type { Drawn } from './spec.ts';

const HEIGHT = 250;
/** Shares of a column's place: its own width, that of the grey one, and how far they stand from the middle. */
const [WIDE, NARROW, APART] = [0.46, 0.2, 0.19];

export function columnsSpec(columns: readonly Column[]): Drawn {
  const place = (WIDTH - 2 * MARGIN) / columns.length;
  const most = Math.max(1, ...columns.flatMap(({ now, before = 0 }) => [now.value, before]));
  const compared = columns.some(({ before }) => before !== undefined);
  const aside = compared ? APART * place : 0;
  const values = columns.map(({ label, now, before }, at) => ({
    ...{ at: String(at), label, now: now.value, said: now.said },
    ...(before !== undefined && { before }),
  }));
  const data = { values };
  const labels = JSON.stringify(columns.map(({ label }) => label));
  const x = {
    ...{ field: 'at', type: 'nominal', sort: null, scale: { paddingInner: 0, paddingOuter: 0 } },
    axis: { labelAngle: 0, labelPadding: 12, labelOverlap: false, labelExpr: `${labels}[+datum.value]` },
  };
  const y = (field: string) => ({ field, type: 'quantitative', axis: null, scale: { domain: [0, most * 1.15] } });
  const column = (field: string, color: string, width: number, xOffset: number) => ({
    data,
    mark: { type: 'bar', color, size: width * place, xOffset, cornerRadiusEnd: 3 },
    encoding: { x, y: y(field) },
  });
  return {
    left: 0,
    height: HEIGHT,
    bottom: TYPE.label + 14,
    layer: [
      column('before', COLOUR.before, NARROW, -aside),
      column('now', COLOUR.now, WIDE, compared ? aside * 0.75 : 0),
      {
        data,
        mark: {
          ...{ type: 'text', dy: -14, xOffset: compared ? aside * 0.75 : 0 },
          ...{ fontSize: TYPE.value, fontWeight: 'bold', color: COLOUR.ink },
        },
        encoding: { x, y: y('now'), text: { field: 'said' } },
      },
    ],
  };
}
