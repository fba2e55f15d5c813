/** A report for paper: one HTML file with its pictures in it, that asks nothing of any network. */
import type { Png } from '../chart/draw.ts';
import type { Cell, Table } from '../table/table.ts';

export type Printed = {
  readonly locale: string;
  readonly title: string;
  readonly headline: string;
  readonly pictures: readonly (Png & { readonly alt: string })[];
  /** Sections of the figures: each a heading and a table under it. */
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  readonly foot: string;
};

export function printed({ locale, title, headline, pictures, tables, notes, foot }: Printed): Uint8Array {
  return new TextEncoder().encode(`<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="headline">${escaped(headline)}</p>
<div class="pictures">${pictures.map(picture).join('')}</div>
${tables.map(section).join('\n')}
${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('\n')}
<footer>${escaped(foot)}</footer>
</body>
</html>
`);
}

const picture = ({ bytes, alt, width, height }: Printed['pictures'][number]): string =>
  `<img alt="${escaped(alt)}" width="${width / 2}" height="${height / 2}" src="data:image/png;base64,${base64(bytes)}">`;

const section = ({ name, columns, rows }: Table): string => `<section><h2>${escaped(name)}</h2><table>
<thead><tr>${columns.map(({ name: title }, at) => `<th${isNumbers(rows, at) ? ' class="number"' : ''}>${escaped(title)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody>
</table></section>`;

const isNumbers = (rows: Table['rows'], at: number): boolean => rows.some((row) => typeof row[at] === 'number');

const cell = (value: Cell): string =>
  typeof value === 'number' ? `<td class="number">${value}</td>` : `<td>${escaped(said(value))}</td>`;

const said = (value: string | { readonly date: string } | undefined): string =>
  typeof value === 'object' ? value.date.slice(0, 16).replace('T', ' ') : (value ?? '');

const SIGNS: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const STYLE = `
@page { size: A4; margin: 16mm 15mm 18mm; }
:root { color: #1c2733; font: 10.5pt/1.5 "Helvetica Neue", Arial, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 180mm; margin: 12mm auto; padding: 0 5mm; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 19pt; line-height: 1.25; margin: 0 0 2mm; }
h2 { font-size: 12pt; margin: 7mm 0 1.5mm; break-after: avoid; }
.headline { font-size: 12.5pt; margin: 0 0 5mm; }
.pictures { columns: 2; column-gap: 4mm; }
.pictures img { display: block; width: 100%; height: auto; margin: 0 0 4mm; box-sizing: border-box; border: 0.3mm solid #dde3e9; border-radius: 1.5mm; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 1.2mm 2mm; border-bottom: 0.2mm solid #dde3e9; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; color: #5b6875; border-bottom-color: #8a96a3; }
td.number { text-align: right; font-variant-numeric: tabular-nums; width: 26mm; }
th.number { text-align: right; }
tr { break-inside: avoid; }
.note, footer { color: #5b6875; font-size: 9pt; margin: 5mm 0 0; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;
