import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tableCsv } from '../table-csv.js';
import type { DocumentCell, PackDocument, TableDocument } from '../table-document.js';
import { sheetNames } from './sheet-names.js';
import { numberFormat } from './styles.js';
import { writeXlsx } from './write-xlsx.js';

const cell = (value: number | null, more: Partial<DocumentCell> = {}): DocumentCell => ({
  ...{ value, form: { kind: 'number', decimals: 0 }, bound: null, mark: null },
  ...more,
});
const table: TableDocument = {
  ...{ name: '甲/乙', title: '=标题 & <甲>', period: '2023年', label: '模拟数据', head: '项目', unitHead: null },
  unit: { words: '单位：', shown: '件', stored: '件' },
  columns: [
    { name: '发明', group: '授权', unit: null },
    { name: '占比', group: '授权', unit: { shown: '%', stored: '' } },
    { name: '增长', group: null, unit: null },
  ],
  rows: [
    {
      ...{ name: '=HYPERLINK("x")', level: 0, kind: 'total', unit: null },
      cells: [
        cell(0.1 + 0.2, { form: { kind: 'number', decimals: 1 } }),
        cell(0.754, { form: { kind: 'percent', decimals: 1 } }),
        cell(-0.05, { form: { kind: 'signed-percent', decimals: 1 }, mark: '①' }),
      ],
    },
    {
      name: '其中：深圳',
      level: 2,
      kind: 'memo',
      unit: null,
      cells: [cell(97, { bound: '≥' }), cell(null, { mark: '②' }), cell(null)],
    },
  ],
  notes: ['① 初步值。'],
};
const pack: PackDocument = {
  title: '包',
  tables: [table],
  metadata: { name: '元数据', title: '元数据', rows: [['制定机关', '+未知'] as const] },
};
const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe('a workbook', () => {
  it('holds values in full, shown by formats', () => {
    const written = parts(writeXlsx(pack));
    const sheet = written.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<v>0.30000000000000004</v>');
    expect(sheet).toContain('<v>0.754</v>');
    expect(sheet).toContain('<v>-0.05</v>');
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('=标题 &amp; &lt;甲&gt;');
    // Two heads under title, label, period and unit: six rows stay.
    expect(sheet).toContain('<pane xSplit="1" ySplit="6" topLeftCell="B7"');
    expect(sheet).toContain('<mergeCell ref="B5:C5"/>');
    expect(sheet).toContain('<mergeCell ref="D5:D6"/>');
    const styles = written.get('xl/styles.xml') ?? '';
    expect(styles).toContain('formatCode="#,##0.0;&quot;\u2212&quot;#,##0.0;#,##0.0"');
    expect(styles).toContain('formatCode="0.0%;&quot;\u2212&quot;0.0%;0.0%"');
    expect([...written.keys()].sort()).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'],
      ...['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
    ]);
    expect(written.get('xl/workbook.xml')).toContain('<sheet name="甲 乙" sheetId="1" r:id="rId1"/>');
    expect(written.get('xl/workbook.xml')).toContain("'甲 乙'!$1:$6");
    expect(written.get('xl/worksheets/sheet2.xml')).toContain('+未知');
  });

  it('is the same bytes of the same document', () => {
    expect(Buffer.from(writeXlsx(pack)).equals(Buffer.from(writeXlsx(structuredClone(pack))))).toBe(true);
  });

  it('has formats with a bound before and a sign after the number', () => {
    expect(numberFormat({ kind: 'number', decimals: 0 }, '≥', null)).toBe('"≥"#,##0;"≥""\u2212"#,##0;"≥"#,##0');
    expect(numberFormat({ kind: 'signed-percent', decimals: 1 }, null, '①')).toBe(
      '+0.0%" ①";"\u2212"0.0%" ①";0.0%" ①"',
    );
  });

  it('has names of sheets that programs take', () => {
    const long = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四';
    expect(sheetNames(["a:b'", 'A b', long, long, ''])).toEqual([
      ...['a b', 'A b (2)', long.slice(0, 31), `${long.slice(0, 27)} (2)`, 'Sheet'],
    ]);
  });
});

describe('CSV', () => {
  it('has one head, values as they are stored, disarmed texts, and notes below', () => {
    expect(tableCsv(table, { notes: '说明' })).toBe(
      [
        '\ufeff项目,授权 / 发明,授权 / 占比,增长,说明,label',
        `"'=HYPERLINK(""x"")",0.30000000000000004,0.754,-0.05,增长 ①,模拟数据`,
        '　　其中：深圳,≥97,–,–,授权 / 占比 ②,模拟数据',
        '',
        `'=标题 & <甲>`,
        '2023年',
        '单位：件',
        '① 初步值。',
        '',
      ].join('\r\n'),
    );
  });
});
