/** A chart as Vega-Lite draws it. */
import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '#src/view/chart/chart.ts';
import { barsSpec } from './bars.ts';
import { columnsSpec } from './columns.ts';
import { COLOUR, FONT, MARGIN, TYPE, WIDTH } from './layout.ts';
import { sharesSpec } from './shares.ts';

/** What a kind of chart draws, and the room that it takes: its labels at the left, its height, what stands below. */
export type Drawn = {
  readonly layer: readonly unknown[];
  readonly left: number;
  readonly height: number;
  readonly bottom: number;
};

/** Every length is ours: without a canvas the library could only guess how wide Chinese letters are. */
export function specOf(chart: Chart): TopLevelSpec {
  const { layer, left, height, bottom } = drawn(chart);
  const top = MARGIN + TYPE.title + 12 + TYPE.subtitle + 22;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH - MARGIN - left - MARGIN,
    height,
    padding: { left: MARGIN + left, top, right: MARGIN, bottom: MARGIN + bottom },
    autosize: { type: 'none' },
    background: COLOUR.paper,
    title: {
      text: chart.title,
      subtitle: chart.subtitle,
      anchor: 'start',
      frame: 'group',
      offset: 22,
      dx: -left,
      fontSize: TYPE.title,
      fontWeight: 'bold',
      color: COLOUR.ink,
      subtitleFontSize: TYPE.subtitle,
      subtitleColor: COLOUR.soft,
      subtitlePadding: 10,
    },
    config: {
      font: FONT,
      view: { stroke: null },
      axis: {
        domain: false,
        ticks: false,
        grid: false,
        title: null,
        labelColor: COLOUR.ink,
        labelFontSize: TYPE.label,
      },
    },
    // The pieces are written below as data of the same language; its type knows no union of three.
    layer: layer as never,
  };
}

function drawn(chart: Chart): Drawn {
  switch (chart.kind) {
    case 'bars':
      return barsSpec(chart.bars);
    case 'columns':
      return columnsSpec(chart.columns);
    case 'shares':
      return sharesSpec(chart.shares);
  }
}
