/** What whoever draws charts promises. */
import type { Chart } from './chart.ts';

/** A picture of a chart: twice as many pixels as it is shown with. */
export type Png = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

/** The pictures in the order of the charts; all of them, or it rejects. */
export type Draw = (charts: readonly Chart[]) => Promise<readonly Png[]>;
