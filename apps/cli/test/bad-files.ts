import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { textRow, workbookOf, zipOf } from './made-archive.js';

/** A file that is refused whole, with what is said of it; `place` without its path. */
export interface BadFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Where, without the path: bytes from 0, lines from 1. */
  readonly place: object;
  readonly error: {
    readonly code: string;
    readonly found: unknown;
    readonly expected: unknown;
    readonly didYouMean?: string;
  };
  /** The part of the file that its place names: `!/entry`. */
  readonly part?: string;
}

/** A file of which one record is at fault. */
export interface BadRecord {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Records of it that are right. */
  readonly good: number;
  readonly fault: {
    readonly code: string;
    readonly field: string | null;
    readonly position: number;
    readonly line: number | null;
    readonly found: unknown;
    readonly expected: unknown;
  };
}

export const mapping = `table: patents
columns: { number: 申请号, kind: 专利类型, filed_on: 申请日, title: 发明名称 }
`;
const header = '申请号,专利类型,申请日,发明名称\n';
const headerBytes = Buffer.byteLength(header);
const mebibyte = 1024 * 1024;
let numbers = 0;

/** A row of a new number; each file has its own. */
export function row(filed = '2023-01-05', title = 'x'): string {
  numbers += 1;
  return `20231${String(numbers).padStart(7, '0')},invention,${filed},${title}\n`;
}
export const table = (...rows: string[]): string => header + rows.join('');

/** A grant of the USPTO, cut down; `dtd` stands in its DOCTYPE. */
export function grant(serial: string, { dtd = ' ', filed = '20180301', title = 'Hinge' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [${dtd}]>
<us-patent-grant lang="EN" status="PRODUCTION" country="US" date-publ="20200107">
<us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>10${serial}</doc-number><kind>B2</kind><date>20200107</date></document-id></publication-reference>
<application-reference appl-type="utility"><document-id><country>US</country><doc-number>12${serial}</doc-number><date>${filed}</date></document-id></application-reference>
<invention-title id="t">${title}</invention-title>
</us-bibliographic-data-grant>
</us-patent-grant>
`;
}

/** Ten to the tenth power letters, were anybody to unfold them. */
const laughs = [...'bcdefghij'].reduce(
  ({ dtd, last }, name) => ({ dtd: `${dtd}<!ENTITY ${name} "${`&${last};`.repeat(10)}">`, last: name }),
  { dtd: '<!ENTITY a "aaaaaaaaaa">', last: 'a' },
).dtd;

/** `发明` in GB18030 is b7 a2 c3 f7: no text in UTF-8. */
const gbTitle = Buffer.from('b7a2c3f7', 'hex');
function withGbTitle(text: string): Buffer {
  const [before = '', behind = ''] = text.split('@');
  return Buffer.concat([Buffer.from(before), gbTitle, Buffer.from(behind)]);
}

const whole = grant('000001');
const gbRows = withGbTitle(table(row(), row('2023-01-05', '@')));
const fine = table(row());
const openRows = table(row(), row('2023-01-05', '"never closed'), row());
const lateZero = table(...Array.from({ length: 3000 }, () => row()), row('2023-01-05', 'a\0b'));
const earlyZero = table(row('2023-01-05', 'a\0b'));
const longField = table(row('2023-01-05', `"${'y'.repeat(17 * mebibyte)}"`));
// Blank rows of a mebibyte behind a header: a packed stream shows what it is only when it has come out.
const bombRows = Buffer.concat([Buffer.from(table(row())), Buffer.alloc(260 * mebibyte, `${','.padEnd(mebibyte)}\n`)]);
const bomb = zipOf([{ name: 'big.csv', data: bombRows }]);
const formats = expect.stringContaining('uspto, st36, docdb');

export const badFiles: readonly BadFile[] = [
  {
    name: 'truncated.xml',
    content: whole + grant('000003').slice(0, 400),
    place: { byte: whole.length },
    error: {
      code: 'file-truncated',
      found: `the end of the file at byte ${whole.length + 400}`,
      expected: 'the end of the document that begins here',
    },
  },
  {
    name: 'gb18030-as-utf-8.csv',
    content: gbRows,
    place: { byte: gbRows.indexOf(gbTitle), line: 3 },
    error: { code: 'encoding-wrong', found: 'bytes b7 a2 c3 f7', expected: 'text in utf-8' },
  },
  {
    name: 'column-missing.csv',
    content: `${header.replace('申请日', '申请日期')}${row()}`,
    place: { line: 1, field: 'filed_on' },
    error: {
      code: 'column-missing',
      found: '申请号, 专利类型, 申请日期, 发明名称',
      expected: '申请日',
      didYouMean: '申请日期',
    },
  },
  {
    name: 'steps-out.zip',
    content: zipOf([
      { name: 'fine.csv', data: fine },
      { name: '../evil.csv', data: fine },
    ]),
    part: '!/../evil.csv',
    place: {},
    error: {
      code: 'archive-path',
      found: '../evil.csv (a step out of the folder)',
      expected: 'a relative path with forward slashes that stays inside',
    },
  },
  {
    name: 'bomb.zip',
    content: bomb,
    part: '!/big.csv',
    place: {},
    error: {
      code: 'archive-bomb',
      found: expect.stringMatching(new RegExp(`^${bombRows.length} bytes out of \\d{5,7}$`)),
      expected: 'at most 200 times the packed size, or 268435456 bytes',
    },
  },
  {
    name: 'bomb.csv.gz',
    content: gzipSync(bombRows, { level: 1 }),
    place: {},
    error: {
      code: 'archive-bomb',
      found: expect.stringMatching(/^\d{9} bytes out of \d{5,7}$/),
      expected: 'at most 200 times the packed size, or 268435456 bytes',
    },
  },
  {
    name: 'nested.zip',
    content: zipOf([{ name: 'inner.zip', data: zipOf([{ name: 'a.csv', data: fine }]) }]),
    part: '!/inner.zip',
    place: {},
    error: { code: 'archive-nested', found: 'zip', expected: 'a file that is no archive' },
  },
  {
    name: 'empty.csv',
    content: '',
    place: { byte: 0 },
    error: { code: 'file-empty', found: null, expected: 'at least one record' },
  },
  {
    name: 'zero-early.csv',
    content: earlyZero,
    place: { byte: 0 },
    error: {
      code: 'format-unknown',
      found: `bytes that are no text: NUL at byte ${Buffer.from(earlyZero).indexOf(0)}`,
      expected: formats,
    },
  },
  {
    name: 'zero-late.csv',
    content: lateZero,
    place: { byte: Buffer.from(lateZero).indexOf(0), line: 3002 },
    error: { code: 'encoding-wrong', found: 'bytes 00 62 0a', expected: 'text in utf-8' },
  },
  {
    name: 'quote-open.csv',
    content: openRows,
    place: { byte: Buffer.from(openRows).indexOf('"'), line: 3 },
    error: { code: 'quote-open', found: 'a quote that opens a field', expected: 'a closing quote' },
  },
  {
    name: 'field-too-long.csv',
    content: longField,
    place: { byte: Buffer.from(longField).indexOf('"'), line: 2 },
    error: { code: 'quote-open', found: 'a quote that opens a field', expected: 'a closing quote' },
  },
];

const entity = grant('000010', { dtd: laughs, title: '&j;' });
const outside = grant('000011', { dtd: '<!ENTITY x SYSTEM "file:///etc/passwd">', title: '&x;' });
const gbGrant = withGbTitle(grant('000012', { title: '@' }));
const zeroGrant = grant('000013', { title: 'a\0b' });
const leap = row('2023-02-29');
const ahead = row('2099-01-05');
const wrongDigit = row().replace(',', '.1,');
const numberOf = (line: string) => line.slice(0, 12);
const wellFormed = 'well-formed XML (line and column within the record)';
const inWorkbook = [row(), row(), row()].map((line) => line.trimEnd().split(','));
const formula = (cell: string, inside: string) => `<c r="${cell}" s="1"><f>TODAY()-1</f>${inside}</c>`;

export const badRecords: readonly BadRecord[] = [
  {
    name: 'laughs.xml',
    content: grant('000004') + entity,
    good: 1,
    fault: {
      ...{ code: 'xml-malformed', field: null, position: grant('000004').length, line: null },
      // the title is line 7, and the entity ends before its 27th column
      found: '7:27: undefined entity.',
      expected: wellFormed,
    },
  },
  {
    name: 'external.xml',
    content: outside + grant('000005'),
    good: 1,
    fault: {
      ...{ code: 'xml-malformed', field: null, position: 0, line: null },
      found: '7:27: undefined entity.',
      expected: wellFormed,
    },
  },
  {
    name: 'gb18030.xml',
    content: gbGrant,
    good: 0,
    fault: {
      ...{ code: 'encoding-wrong', field: null, position: 0, line: null },
      found: `bytes b7 at byte ${gbGrant.indexOf(gbTitle)}`,
      expected: 'utf-8',
    },
  },
  {
    name: 'zero.xml',
    content: zeroGrant,
    good: 0,
    fault: {
      ...{ code: 'xml-malformed', field: null, position: 0, line: null },
      found: '7:26: disallowed character.',
      expected: wellFormed,
    },
  },
  {
    name: 'february-29.csv',
    content: table(row('2024-02-29'), leap),
    good: 1,
    fault: {
      ...{ code: 'date-wrong', field: 'filed_on', position: headerBytes + leap.length, line: 3 },
      found: '2023-02-29',
      expected: 'a day of the calendar up to 2100, as YYYY-MM-DD',
    },
  },
  {
    name: 'february-29.xml',
    content: grant('000006', { filed: '20230229' }),
    good: 0,
    fault: {
      ...{ code: 'date-wrong', field: 'filed_on', position: 0, line: null },
      found: '20230229',
      expected: 'a day of the calendar up to 2100, as YYYYMMDD',
    },
  },
  {
    name: 'year-2099.csv',
    content: table(ahead, row()),
    good: 1,
    fault: {
      ...{ code: 'date-wrong', field: 'filed_on', position: headerBytes, line: 2 },
      found: '2099-01-05',
      expected: expect.stringMatching(/^a day up to 20\d\d-\d\d-\d\d$/),
    },
  },
  {
    name: 'year-2099.xml',
    content: grant('000007', { filed: '20990105' }),
    good: 0,
    fault: {
      ...{ code: 'date-wrong', field: 'filed_on', position: 0, line: null },
      found: '2099-01-05',
      expected: expect.stringMatching(/^a day up to 20\d\d-\d\d-\d\d$/),
    },
  },
  {
    name: 'check-digit.csv',
    content: table(wrongDigit),
    good: 0,
    fault: {
      ...{ code: 'check-digit-wrong', field: 'number', position: headerBytes, line: 2 },
      found: `${numberOf(wrongDigit)}.1`,
      expected: `${numberOf(wrongDigit)}.${handCheckDigit(numberOf(wrongDigit))}`,
    },
  },
  {
    name: 'formulas.xlsx',
    content: workbookOf(
      textRow(1, header.trimEnd().split(',')) +
        // 44931 is 5 January 2023: a formula saved with its value is a value
        inWorkbook
          .map(([number = ''], at) => {
            const date = formula(`C${at + 2}`, at === 1 ? '' : '<v>44931</v>');
            return textRow(at + 2, [number, 'invention']).replace('</row>', `${date}</row>`);
          })
          .join(''),
    ),
    good: 2,
    fault: {
      ...{ code: 'cell-wrong', field: 'filed_on', position: 3, line: 3 },
      found: 'C3: a formula without value: TODAY()-1',
      expected: 'a formula saved with its value',
    },
  },
];

/** Check digit by the rule as it is printed: weights 2 to 9, then 2 to 5, modulo 11. */
function handCheckDigit(body: string): string {
  const rest =
    [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}
