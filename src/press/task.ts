/** What the press can be asked for. Plain data, because it goes to another thread. */
import type { Chart } from '#src/view/chart/chart.ts';
import type { Table } from '#src/view/table/table.ts';

export type Task =
  | { readonly type: 'charts'; readonly charts: readonly Chart[] }
  | { readonly type: 'workbook'; readonly tables: readonly Table[] }
  | { readonly type: 'text'; readonly table: Table };
