/** Tables as files: read back they say what they said, Chinese intact, and nothing in them computes. */
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { openPress } from '#src/press/press.ts';
import type { Table } from '#src/view/table/table.ts';

const NASTY = ['=1+1', '+49 30', '-5 Sterne', '@SUM(A1)', '\t=1', '"quoted", and\nbroken', '口碑：好 & <b>'];
const table: Table = {
  name: '个案 [1]: a/b',
  columns: [
    { name: '编号', width: 16 },
    { name: '帖文', width: 40 },
    { name: '时间', width: 18 },
    { name: '条数', width: 8 },
  ],
  rows: NASTY.map((text, at) => [`RM-2026-000${at}`, text, { date: '2026-11-21T12:00:00.000Z' }, at]),
};
const { workbook, text } = openPress();

test('a workbook read back has the cells as they were: text as text, whatever it begins with, numbers, dates', async () => {
  const bytes = Buffer.from(await workbook([table, { ...table, name: '汇总', rows: [] }]));
  const [first, second] = await readWorkbook(bytes, { trim: false });
  expect([first?.sheet, second?.sheet]).toEqual(['个案  1   a b', '汇总']);
  const [head, ...rows] = first?.data ?? [];
  expect(head).toEqual(['编号', '帖文', '时间', '条数']);
  expect(rows.map((row) => row[1])).toEqual(NASTY);
  expect(rows[3]).toEqual(['RM-2026-0003', '@SUM(A1)', new Date('2026-11-21T12:00:00.000Z'), 3]);
  expect(second?.data).toHaveLength(1);
});

describe('text', () => {
  test('begins with the mark of UTF-8 and is read back with its Chinese', async () => {
    const bytes = await text(table);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(Buffer.from(bytes), { bom: true });
    expect(rows[0]).toEqual(['编号', '帖文', '时间', '条数']);
    expect(rows[7]).toEqual(['RM-2026-0006', '口碑：好 & <b>', '2026-11-21 12:00', '6']);
  });

  test('lets no cell begin as a formula does', async () => {
    const rows: string[][] = parse(Buffer.from(await text(table)), { bom: true });
    expect(rows.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(rows[1]?.[1]).toBe("'=1+1");
  });
});
