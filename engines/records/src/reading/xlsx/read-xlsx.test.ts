import { bufferAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { type MadeCell, type MadeWorkbook, makeWorkbook, numberCell } from '../../../test/make-workbook.js';
import { collect, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import { readMapping } from '../table/read-mapping.js';
import { readXlsx, type XlsxOptions } from './read-xlsx.js';

const mapping = readMapping(
  `table: patents
columns:
  number: 申请号
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  granted_on: 授权日
  claim_count: 权项
  title: 名称
  holders: { from: 申请人, split: ; }
`,
  'm.yaml',
);
const header: MadeCell[] = ['申请号', '申请日', '授权日', '权项', '名称', '申请人', '备注'];
const a = '202310123456';
/** Formats of the made workbooks: 1 `2023/1/31`, 2 in Chinese, 3 a number. */
const formats = [14, '[$-804]yyyy"年"m"月"d"日";@', '#,##0'];
const blank = null;

async function read(made: MadeWorkbook, options: Partial<XlsxOptions> = {}) {
  const file = bufferAccess(await makeWorkbook({ formats, ...made }));
  return collect(readXlsx(file, mapping, { places, file: 'b.xlsx', ...options }));
}

async function faultOf(made: MadeWorkbook, options: Partial<XlsxOptions> = {}): Promise<unknown[]> {
  try {
    await read(made, options);
  } catch (fault) {
    if (fault instanceof UserFault) return [fault.code, fault.detail.place, fault.detail.found];
    throw fault;
  }
  return ['no fault'];
}

/** Field, code and found of the only row below the header. */
async function rowFault(row: MadeCell[], made: MadeWorkbook = {}): Promise<unknown> {
  const [item] = await read({ ...made, rows: [header, row] });
  return item?.type === 'quarantined' ? [item.field, item.code, item.found] : item;
}

describe('readXlsx', () => {
  it('reads texts, numbers and days with the number of their row', async () => {
    const items = await read({
      strings: [
        `<si><t>${a}</t></si>`,
        '<si><r><t>一种</t></r><r><rPr/><t xml:space="preserve"> A&amp;B</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si>',
        '<si><t>x_x000D_y_x005F_</t></si>',
      ],
      rows: [
        null,
        header,
        [
          { attributes: ' t="s"', inside: '<v>0</v>' },
          numberCell('44927', 1),
          numberCell('45291.5', 2),
          numberCell('7.0', 3),
          { attributes: ' t="s"', inside: '<v>1</v>' },
          '甲公司;乙公司',
        ],
        null,
        [
          numberCell('2.02320123456E11'),
          '2023.01.31',
          '2023-12-31',
          '12',
          { attributes: ' t="s"', inside: '<v>2</v>' },
        ],
        [' ', blank, blank, blank, blank, blank, blank],
        [],
        [
          a,
          blank,
          { attributes: ' t="d"', inside: '<v>2023-12-31T00:00:00</v>' },
          { attributes: ' t="str"', inside: '<f>1+1</f><v>2</v>' },
          { attributes: ' t="str"', inside: '<f>IF(1,"")</f><v></v>' },
        ],
      ],
    });
    expect(items.map(({ type, position }) => [type, position])).toEqual([
      ['record', 3],
      ['record', 5],
      ['ignored', 6],
      ['record', 8],
    ]);
    const [first, second, third] = recordsOf(items).map(({ record }) => record);
    expect(first).toMatchObject({
      id: `CN:${a}`,
      filedOn: '2023-01-01',
      grantedOn: '2023-12-31',
      claimCount: 7,
      title: '一种 A&B',
      holders: [{ name: '甲公司' }, { name: '乙公司' }],
    });
    expect(second).toMatchObject({ id: 'CN:202320123456', filedOn: '2023-01-31', claimCount: 12, title: 'x\ry_' });
    expect(third).toMatchObject({ grantedOn: '2023-12-31', claimCount: 2, title: null, holders: [] });
  });

  it('reads cells and rows without references, prefixed names, and the system of 1904', async () => {
    const cells = ['申请号', '授权日', '申请日', '权项', '名称', '申请人'];
    const texts = cells.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('');
    const sheet =
      '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<x:row>${texts}</x:row><x:row><x:c><x:v>${a}</x:v></x:c><x:c s="1"><x:v>43465</x:v></x:c></x:row></x:sheetData>`;
    const [item] = recordsOf(await read({ sheet, date1904: true }));
    expect([item?.position, item?.record.grantedOn, item?.record.filedOn]).toEqual([2, '2023-01-01', null]);
  });

  const at = (column: number, cell: MadeCell): MadeCell[] =>
    header.map((_, index) => (index === column ? cell : index === 0 ? a : blank));
  it.each<[string, MadeCell[], unknown[]]>([
    [
      'a formula never computed',
      at(1, { inside: '<f>A1+1</f>' }),
      ['filed_on', 'cell-wrong', 'B2: a formula without value: A1+1'],
    ],
    [
      'a formula with an empty value',
      at(3, { inside: '<f>SUM(A1)</f><v></v>' }),
      ['claim_count', 'cell-wrong', 'D2: a formula without value: SUM(A1)'],
    ],
    [
      'an error',
      at(2, { attributes: ' t="e"', inside: '<f>1/0</f><v>#DIV/0!</v>' }),
      ['granted_on', 'cell-wrong', 'C2: #DIV/0!'],
    ],
    [
      'a string that is not there',
      at(4, { attributes: ' t="s"', inside: '<v>9</v>' }),
      ['title', 'cell-wrong', 'E2: shared string 9'],
    ],
    ['29 February 1900', at(1, numberCell('60', 1)), ['filed_on', 'date-wrong', 'B2: 60 (29 February 1900)']],
    ['29 February 2023 as text', at(1, '2023.02.29'), ['filed_on', 'date-wrong', 'B2: 2023.02.29']],
    ['a serial number not shown as a day', at(1, numberCell('44927')), ['filed_on', 'date-wrong', 'B2: 44927']],
    ['a number missing', at(0, blank), ['number', 'field-missing', 'A2: (blank)']],
    ['a wrong check digit', at(0, '2026104796017'), ['number', 'check-digit-wrong', 'A2: 2026104796017']],
  ])('quarantines %s with the cell', async (_, row, expected) => {
    // something stands in the row, so that it is not blank
    expect(await rowFault([...row.slice(0, 6), 'x'])).toEqual(expected);
  });

  it('overlooks faults of columns that are not mapped, and keeps a row at fault as an object by column', async () => {
    const items = await read({
      rows: [
        header,
        [a, blank, blank, blank, '名', blank, { attributes: ' t="e"', inside: '<v>#REF!</v>' }, 'beside'],
        [a, numberCell('44927', 1), blank, 'seven', '名', blank, numberCell('1.50')],
      ],
    });
    expect(recordsOf(items)).toHaveLength(1);
    const [wrong] = quarantinedOf(items);
    expect(wrong).toMatchObject({ position: 3, line: 3, field: 'claim_count', found: 'D3: seven' });
    expect(JSON.parse(wrong?.raw ?? '')).toEqual({
      申请号: a,
      申请日: '2023-01-01',
      权项: 'seven',
      名称: '名',
      备注: '1.5',
    });
  });

  it('takes the first sheet that is shown, or the named one', async () => {
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = ['a', 'b', 'c']
      .map((id) => `<Relationship Id="${id}" Type="${types}/worksheet" Target="/xl/${id}.xml"/>`)
      .join('');
    const sheetOf = (title: string) =>
      `<worksheet><sheetData><row>${['申请号', '申请日', '授权日', '权项', '申请人', '名称'].map((t) => `<c t="str"><v>${t}</v></c>`).join('')}</row>` +
      `<row><c><v>${a}</v></c><c r="F2" t="str"><v>${title}</v></c></row></sheetData></worksheet>`;
    const made: MadeWorkbook = {
      sheets: '<sheet name="码表" state="hidden" r:id="a"/><sheet name="授权" r:id="b"/><sheet name="申请" r:id="c"/>',
      parts: [
        { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations}</Relationships>` },
        ...['a', 'b', 'c'].map((id) => ({ name: `xl/${id}.xml`, data: sheetOf(id) })),
      ],
    };
    const title = async (sheet?: string) =>
      recordsOf(await read(made, sheet === undefined ? {} : { sheet }))[0]?.record.title;
    expect([await title(), await title('申请'), await title('码表')]).toEqual(['b', 'c', 'a']);
    expect(await faultOf(made, { sheet: '申清' })).toEqual(['sheet-missing', { path: 'b.xlsx' }, '码表, 授权, 申请']);
  });

  it.each<[string, MadeWorkbook, unknown[]]>([
    [
      'a mapped column missing',
      { rows: [['申请号']] },
      ['column-missing', { path: 'b.xlsx', line: 1, field: 'filed_on' }, '申请号'],
    ],
    ['an empty sheet', { rows: [] }, ['file-empty', { path: 'b.xlsx' }, 'the sheet Data without cells']],
    [
      'rows out of order',
      { sheet: '<sheetData><row r="2"/><row r="2"/></sheetData>' },
      ['workbook-wrong', { path: 'b.xlsx!/xl/worksheets/sheet1.xml', line: 2 }, 'row 2 behind row 2'],
    ],
    [
      'a row too far down',
      { sheet: '<sheetData><row r="1048577"/></sheetData>' },
      ['workbook-wrong', { path: 'b.xlsx!/xl/worksheets/sheet1.xml', line: 0 }, 'row 1048577 behind row 0'],
    ],
    [
      'cells out of order',
      { sheet: '<sheetData><row r="1"><c r="B1"/><c r="B1"/></row></sheetData>' },
      ['workbook-wrong', { path: 'b.xlsx!/xl/worksheets/sheet1.xml', line: 1 }, 'cell B1 in row 1'],
    ],
    [
      'cells merged over rows',
      {
        rows: [header, [a], [a]],
        behind:
          '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="G2:G3"/><mergeCell ref="A2:F2"/><mergeCell ref="F2:H3"/></mergeCells>',
      },
      ['workbook-wrong', { path: 'b.xlsx', line: 2, field: 'holders' }, 'the merged cells F2:H3'],
    ],
    [
      'a part missing',
      { parts: [{ name: '_rels/.rels', data: '<Relationships/>' }] },
      ['workbook-wrong', { path: 'b.xlsx' }, 'it names no workbook'],
    ],
  ])('refuses %s', async (_, made, expected) => {
    expect(await faultOf(made)).toEqual(expected);
  });

  it('refuses XML that is cut, holds a DTD or is not UTF-8, with the part', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    const codes = await Promise.all(
      [
        '<worksheet><sheetData><row r="1">',
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>',
        '<worksheet>&b;</worksheet>',
        Buffer.from('<worksheet>\u00e9</worksheet>', 'latin1'),
      ].map(async (data) => (await faultOf({ parts: [{ name: part, data }] })).slice(0, 2)),
    );
    const place = { path: `b.xlsx!/${part}` };
    expect(codes).toEqual([
      ['xml-malformed', place],
      ['xml-malformed', place],
      ['xml-malformed', place],
      ['encoding-wrong', place],
    ]);
  });

  it('holds shared strings up to its limit, and refuses a bomb', async () => {
    const strings = [`<si><t>${'长'.repeat(100)}</t></si>`];
    expect(await faultOf({ strings, rows: [header] }, { sharedStringBytes: 300 })).toEqual(['no fault']);
    expect(await faultOf({ strings, rows: [header] }, { sharedStringBytes: 299 })).toEqual([
      'part-too-large',
      { path: 'b.xlsx!/xl/sharedStrings.xml' },
      'more than 299 bytes of shared strings',
    ]);
    const limits = { bytes: 10_000, ratio: 20 };
    const behind = `<!--${' '.repeat(100_000)}-->`;
    expect((await faultOf({ rows: [header], behind }, { limits })).slice(0, 2)).toEqual([
      'archive-bomb',
      { path: 'b.xlsx!/xl/worksheets/sheet1.xml' },
    ]);
  });
});
