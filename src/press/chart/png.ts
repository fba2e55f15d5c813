/** A chart as SVG and as PNG, with the letters that the package brings: no font need be installed, and none is asked. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '#src/view/chart/chart.ts';
import type { Png } from '#src/view/chart/draw.ts';
import { FONT, SCALE } from './layout.ts';
import { specOf } from './spec.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const fontFiles = ['Regular', 'Bold'].map((weight) => join(folder, `NotoSansHans-${weight}.otf`));

export async function pngOf(chart: Chart): Promise<Png> {
  const view = new View(parse(compile(specOf(chart)).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT },
  }).render();
  return { bytes: picture.asPng(), width: picture.width, height: picture.height };
}
