import { bufferAccess } from '@zhiheng/archives';
import { expect, it } from 'vitest';
import { readMapping } from '../src/reading/table/read-mapping.js';
import { lastRow } from '../src/reading/xlsx/cell-reference.js';
import { readXlsx } from '../src/reading/xlsx/read-xlsx.js';
import { makeWorkbook } from './make-workbook.js';
import { places } from './sources.js';

const mebibyte = 1_048_576;
/** What the rows may take beside the packed file, whatever their number. */
const bound = 200 * mebibyte;

function* everyRow(): Generator<string> {
  yield '<sheetData><row r="1"><c r="A1" t="str"><v>申请号</v></c><c r="B1" t="str"><v>申请日</v></c></row>';
  for (let row = 2; row <= lastRow; ) {
    let text = '';
    for (const end = Math.min(row + 1000, lastRow + 1); row < end; row += 1) {
      const day = row % 64 === 0 ? `<c r="B${row}" s="1"><v>${36_526 + (row % 8000)}</v></c>` : '';
      text += `<row r="${row}"><c r="A${row}"><v>${202_310_000_000 + (row % 1_000_000)}</v></c>${day}</row>`;
    }
    yield text;
  }
  yield '</sheetData>';
}

it('reads a sheet of 1,048,576 rows in bounded memory', async () => {
  const mapping = readMapping('table: patents\ncolumns: { number: 申请号, filed_on: 申请日 }', 'm.yaml');
  const book = await makeWorkbook({ sheet: everyRow(), formats: [14] });
  const before = process.memoryUsage().rss;
  let [records, highest, last] = [0, 0, 0];
  let lastDay: string | null = null;
  for await (const items of readXlsx(bufferAccess(book), mapping, { places, file: 'b.xlsx' })) {
    for (const item of items) {
      if (item.type !== 'record' || 'group' in item.record) continue;
      records += 1;
      last = item.position;
      lastDay = item.record.filedOn;
    }
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  expect([records, last]).toEqual([lastRow - 1, lastRow]);
  // 1,048,576 modulo 8000 is 576; 36,526 is 1 January 2000, and 576 days behind it lies 30 July 2001
  expect(lastDay).toBe('2001-07-30');
  expect(highest - before).toBeLessThan(bound);
}, 120_000);
