/** What part of each was good: a bar as long as all of it, the rest in another colour, and the sum said beside it. */
import { type Share, widthOfText } from '#src/view/chart/chart.ts';
import { COLOUR, halfEm, TYPE } from './layout.ts';
import type { Drawn } from './spec.ts';

const ROW = 76;
const THICK = 26;

export function sharesSpec(shares: readonly Share[]): Drawn {
  const left = Math.max(...shares.map(({ label }) => widthOfText(label))) * halfEm(TYPE.label) + 14;
  const values = shares.flatMap(({ label, good, bad }) => {
    const all = Math.max(1, good + bad);
    return [
      { label, part: 'good', from: 0, to: good / all },
      { label, part: 'bad', from: good / all, to: (good + bad) / all },
    ];
  });
  const y = {
    ...{ field: 'label', type: 'nominal', sort: null, scale: { paddingInner: 0, paddingOuter: 0 } },
    axis: { labelLimit: 0, labelPadding: 14 },
  };
  const scale = { domain: [0, 1] };
  return {
    left,
    height: shares.length * ROW,
    bottom: 0,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', size: THICK },
        encoding: {
          y,
          x: { field: 'from', type: 'quantitative', axis: null, scale },
          x2: { field: 'to' },
          color: {
            ...{ field: 'part', type: 'nominal', legend: null },
            scale: { domain: ['good', 'bad'], range: [COLOUR.now, COLOUR.bad] },
          },
        },
      },
      {
        data: { values: shares.map(({ label, said }) => ({ label, said, at: 0 })) },
        mark: { type: 'text', align: 'left', baseline: 'middle', dy: 28, fontSize: TYPE.small, color: COLOUR.soft },
        encoding: { y, x: { field: 'at', type: 'quantitative', axis: null, scale }, text: { field: 'said' } },
      },
    ],
  };
}
