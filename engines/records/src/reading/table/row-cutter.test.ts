import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../../test/sources.js';
import { longestRow, RowCutter } from './row-cutter.js';
import { TableCursor } from './table-cursor.js';

interface Row {
  fields: string[];
  position: number;
  line: number;
}

function cut(bytes: Buffer, size: number, delimiter = ','): Row[] {
  const cursor = new TableCursor({ encoding: 'utf-8', delimiter, file: null });
  const rows: Row[] = [];
  const take = (part: Iterable<Row>) => {
    for (const { fields, position, line } of part) rows.push({ fields: [...fields], position, line });
  };
  for (let at = 0; at < bytes.length; at += size) take(cursor.push(bytes.subarray(at, at + size)) as Iterable<Row>);
  take(cursor.end() as Iterable<Row>);
  return rows;
}

/** The same table by csv-parse: fields, and the bytes that each record spans. */
function parsed(bytes: Buffer, delimiter = ','): string[][] {
  return parse(bytes, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as string[][];
}

/** A table written by the rules of RFC 4180 from random fields, line ends and separators. */
const table = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.boolean(),
  rows: fc.array(
    fc.array(
      fc.record({
        text: fc.array(fc.constantFrom('a', '中', '😀', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' ', 'é'), {
          maxLength: 5,
        }),
        quoted: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 6 },
  ),
});

describe('the cutter', () => {
  it('agrees with csv-parse and with what was written, whatever the chunks', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(1, 2, 3, 7, 64), ({ delimiter, lineEnd, last, rows }, size) => {
        const written = rows.map((row) =>
          row
            .map(({ text, quoted }) => {
              const field = text.join('');
              const needed = /["\r\n]/.test(field) || field.includes(delimiter);
              return quoted || needed ? `"${field.replaceAll('"', '""')}"` : field;
            })
            .join(delimiter),
        );
        const text = written.join(lineEnd) + (last && written.length > 0 ? lineEnd : '');
        const bytes = Buffer.from(text);
        const found = cut(bytes, size, delimiter);
        const expected = rows
          .map((row) => row.map(({ text: field }) => field.join('')))
          .filter((_, i) => written[i] !== '');
        expect(found.map(({ fields }) => fields)).toEqual(expected);
        expect(parsed(bytes, delimiter)).toEqual(expected);
        let at = 0;
        const starts = written.flatMap((row) => {
          const start = at;
          at += Buffer.byteLength(row + lineEnd);
          return row === '' ? [] : [start];
        });
        expect(found.map(({ position }) => position)).toEqual(starts);
        const lineOf = (position: number) =>
          bytes
            .subarray(0, position)
            .toString('latin1')
            .split(/\r\n|\r|\n/).length;
        expect(found.map(({ line }) => line)).toEqual(starts.map(lineOf));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a quote inside a field as it stands', () => {
    const [row] = cut(Buffer.from('5" 屏,a"b"c\n'), 3);
    expect(row?.fields).toEqual(['5" 屏', 'a"b"c']);
  });

  it('counts lines inside quoted fields once for each CRLF, CR and LF', () => {
    const rows = cut(Buffer.from('a,"x\r\ny\rz\nw"\r\n\r\nb,c\rd,e'), 1);
    expect(rows.map(({ line, position }) => [line, position])).toEqual([
      [1, 0],
      [6, 16],
      [7, 20],
    ]);
  });

  it('names the byte and line of a quote that never closes', () => {
    const bytes = Buffer.from('中,b\n"c\n",d\ne,"f\n\ng');
    for (const size of [1, 4, 100]) {
      expect(() => cut(bytes, size)).toThrow(
        expect.objectContaining({
          code: 'quote-open',
          detail: expect.objectContaining({ place: { byte: 15, line: 4 } }),
        }),
      );
    }
  });
});

describe('a record without end', () => {
  /** Pushes the same chunk until the cutter gives up; how many bytes it took. */
  function pushUntilFault(start: string): { fault: unknown; bytes: number } {
    const cutter = new RowCutter(',', 'x.csv');
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    cutter.push(Buffer.from(start));
    for (let bytes = chunk.length; bytes <= longestRow * 2; bytes += chunk.length) {
      try {
        cutter.push(chunk);
      } catch (fault) {
        return { fault, bytes };
      }
    }
    return { fault: null, bytes: longestRow * 2 };
  }

  it.each([
    ['a,b\nc,"', 'quote-open', { path: 'x.csv', byte: 6, line: 2 }],
    ['a,b\n', 'format-unknown', { path: 'x.csv', byte: 4, line: 2 }],
  ])('is given up after 16 MiB: %j', (start, code, place) => {
    const { fault, bytes } = pushUntilFault(start);
    expect(fault).toMatchObject({ code, detail: { place } });
    expect(bytes).toBeLessThanOrEqual(longestRow + 1024 * 1024);
  });
});

const folder = sharedFile('patents-cn');
describe.skipIf(folder === null)('real tables', () => {
  it.each([
    ['cn_patent_titles_ipc_9740.csv', 9741],
    ['cn_patent_ipc_label_metrics.csv', null],
    ['g06f_cpc_sample_train.csv', null],
    ['xling_dev.csv', null],
    ['xling_test.csv', null],
  ])('%s are cut as csv-parse cuts them', (name, count) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const expected = parsed(bytes);
    for (const size of [64, 65_536]) expect(cut(bytes, size).map(({ fields }) => fields)).toEqual(expected);
    if (count !== null) expect(expected).toHaveLength(count);
  });
});
