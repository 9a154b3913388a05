import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { bufferAccess } from '@zhiheng/archives';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../../test/making/gb18030.js';
import { makeWorkbook, numberCell } from '../../../test/make-workbook.js';
import { bytesSource, collect, places, recordsOf } from '../../../test/sources.js';
import { readMapping } from '../table/read-mapping.js';
import { readTable } from '../table/read-table.js';
import { delimitedHead } from './delimited-head.js';
import { detectEncoding } from './detect-encoding.js';
import { ndjsonHead } from './ndjson-head.js';
import { parquetHead } from './parquet-head.js';
import { proposeMapping } from './propose-mapping.js';
import { sheetHead } from './sheet-head.js';

const chinese = `申请号,专利号,申请日,授权公告日,专利类型,发明名称,申请人,专利权人,第一申请人地址,国省代码,主分类号,分类号,权利要求数,代理机构,法律状态,结案方式,终止日,实质审查生效日,发明人
202310123456,,2023.01.31,2024.05.06,发明,一种装置,甲公司;乙大学,甲公司,广东省深圳市,广东;44,A01B1/02,A01B1/02;G06F3/00,7,某代理,授权,授权,,2023.05.01,张三
2023201234561,,2023.02.01,,实用新型,一种机,丙,,北京市,北京;11,H04L1/00,H04L1/00,3,,,视撤,,,李四
`;

async function propose(bytes: Buffer | string, file = 't.csv') {
  const head = await delimitedHead(bytesSource(bytes, 50), file);
  return { head, ...proposeMapping(head) };
}

describe('proposeMapping', () => {
  it('knows columns of people, credit codes, types of holders and English titles', async () => {
    const { yaml } =
      await propose(`申请号,申请日,专利类型,发明名称,英文名称,申请人,统一社会信用代码,申请人类型,发明人,代理人
202310123456,2023.01.31,发明,一种装置,A device,甲公司;乙大学,91440300MA5EXAMPL1;,企业;大专院校,张三;李四,王五
2023201234561,2023.02.01,实用新型,一种机,A machine,丙,,个人,赵六,
`);
    const { columns } = readMapping(yaml, 'proposed.yaml');
    const proposed = ['title_en', 'holder_codes', 'holder_types', 'inventors', 'agents'] as const;
    expect(proposed.map((field) => [columns.get(field)?.from, columns.get(field)?.split])).toEqual([
      ['英文名称', null],
      ['统一社会信用代码', ';'],
      ['申请人类型', ';'],
      ['发明人', ';'],
      ['代理人', null],
    ]);
    expect([...(columns.get('holder_types')?.codes ?? [])]).toEqual([
      ['企业', 'enterprise'],
      ['大专院校', 'university'],
      ['个人', 'individual'],
    ]);
  });

  it('maps the columns of a Chinese table, and what it writes reads the table', async () => {
    for (const [bytes, encoding] of [
      [Buffer.from(chinese), 'utf-8'],
      [gb18030(chinese), 'gb18030'],
    ] as const) {
      const { yaml, preview, unmapped, missing } = await propose(bytes);
      const mapping = readMapping(yaml, 'proposed.yaml');
      expect([mapping.encoding, mapping.delimiter, mapping.covers, missing]).toEqual([encoding, ',', null, []]);
      expect(Object.fromEntries([...mapping.columns].map(([field, { from }]) => [field, from]))).toEqual({
        number: '申请号',
        filed_on: '申请日',
        granted_on: '授权公告日',
        kind: '专利类型',
        title: '发明名称',
        holders: '申请人',
        address: '第一申请人地址',
        area: '国省代码',
        classes: '分类号',
        claim_count: '权利要求数',
        agency: '代理机构',
        outcome: '结案方式',
        ceased_on: '终止日',
        examination_requested_on: '实质审查生效日',
        inventors: '发明人',
      });
      expect(unmapped).toEqual(['专利号', '专利权人', '主分类号', '法律状态']);
      expect(preview.find(({ field }) => field === 'holders')).toEqual({
        column: '申请人',
        field: 'holders',
        why: 'by its name; applicants at filing; holders today may be others',
        sure: false,
        examples: ['甲公司;乙大学', '丙'],
      });
      expect(preview.find(({ field }) => field === 'filed_on')).toMatchObject({ why: 'by its name', sure: true });
      const read = recordsOf(await collect(readTable(bytesSource(bytes), mapping, { places })));
      expect(read.map(({ record }) => record)).toMatchObject([
        {
          id: 'CN:202310123456',
          kind: 'invention',
          filedOn: '2023-01-31',
          grantedOn: '2024-05-06',
          examinationRequestedOn: '2023-05-01',
          claimCount: 7,
          outcome: 'granted',
          holders: [{ name: '甲公司', area: '440000' }, { name: '乙大学' }],
          classes: [{ symbol: 'A01B1/02' }, { symbol: 'G06F3/00' }],
        },
        { kind: 'utility_model', outcome: 'withdrawn', holders: [{ name: '丙', area: '110000' }] },
      ]);
    }
  });

  it('says what it is not sure of, and never guesses coverage', async () => {
    const { yaml } = await propose(chinese);
    const lines = yaml.split('\n');
    const before = (text: string) => lines[lines.findIndex((line) => line.startsWith(`  ${text}`)) - 1];
    expect(before('examination_requested_on:')).toMatch(/^ {2}# \? the day on which examination took effect/);
    expect(before('ceased_on:')).toBe('  # ? all its values are blank here');
    expect(before('area:')).toMatch(/# \? other words than those found here/);
    // a blank column is taken to be written as the others are
    expect(yaml).toContain('ceased_on: { from: 终止日, date: YYYY.MM.DD }');
    expect(lines.filter((line) => /covers|filed:|completeness/.test(line)).every((line) => line.startsWith('#'))).toBe(
      true,
    );
    expect(yaml).toContain('#   granted: [YYYY-MM-DD, YYYY-MM-DD]');
  });

  it('reads English headers, semicolons and days that can be read in two ways', async () => {
    const { yaml, preview } = await propose(
      'Application No.;Filing Date;Grant_Date;Title;Applicant(s);Kind;IPC\n' +
        '15/123456;03/04/2020;25/12/2021;A device;Foo Co., Ltd.|Bar;utility;G06F 3/00\n' +
        '29/123457;05/06/2020;24/12/2021;"A; thing";Baz;design;\n',
    );
    const mapping = readMapping(yaml, 'm');
    expect([mapping.delimiter, mapping.defaults.office]).toEqual([';', 'US']);
    expect(mapping.columns.get('filed_on')?.date).toBe('DD/MM/YYYY');
    expect(mapping.columns.get('holders')?.split).toBe('|');
    expect(mapping.columns.get('kind')?.codes).toEqual(
      new Map([
        ['utility', 'invention'],
        ['design', 'design'],
      ]),
    );
    const doubt = (field: string) => preview.find((column) => column.field === field)?.why;
    expect(doubt('filed_on')).toBe('by its name; the days can be read as MM/DD/YYYY as well: which is it?');
    expect(doubt('granted_on')).toBe('by its name');
  });

  it('judges by values where names say nothing or the wrong thing', async () => {
    const { preview, unmapped, yaml } = await propose(
      'A,B,申请日,名称\n202310123456,A01B1/02,早,2023-01-31\n202310123457,H04L1/00,晚,2023-01-30\n',
    );
    expect(preview.map(({ column, field, sure }) => [column, field, sure])).toEqual([
      ['A', 'number', false],
      ['B', 'classes', false],
      ['申请日', 'filed_on', false],
      ['名称', 'title', false],
    ]);
    expect(unmapped).toEqual([]);
    expect(yaml).toContain('# ? its values are no days that a pattern reads');
    expect(yaml).toContain('# ? its values are days');
  });

  it('maps no column twice, quotes odd names, and says that a number is missing', async () => {
    const { missing, unmapped, yaml } = await propose(
      'title,title,"地址: ""x"" #1",申请日\na,b,c,2023-02-29\na,b,c,2023-01-31\n',
    );
    expect([missing, unmapped]).toEqual([['number'], ['title', 'title']]);
    expect(yaml).toContain('#   title: the header has this name twice');
    expect(() => readMapping(yaml, 'm')).toThrow(/no column holds the number/);
    const completed = readMapping(yaml.replace('# number: ', 'number: n'), 'm');
    expect(completed.columns.get('address')?.from).toBe('地址: "x" #1');
  });

  it('proposes the same for a workbook, NDJSON and Parquet', async () => {
    const rows = [
      ['202310123456', '2023-01-01', '甲;乙'],
      ['202310123457', '2023-01-02', '丙'],
    ] as const;
    const wanted = 'columns:\n  number: 申请号\n  filed_on: 申请日\n';
    const book = await makeWorkbook({
      formats: [14],
      rows: [
        ['申请号', '申请日', '申请人'],
        ...rows.map(([number, , holders], at) => [number, numberCell(String(44_927 + at), 1), holders]),
      ],
    });
    const lines = rows.map(([申请号, 申请日, holders]) =>
      JSON.stringify({ 申请号, 申请日, 申请人: holders.split(';') }),
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-head-'));
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `COPY (SELECT * FROM (VALUES ('202310123456', DATE '2023-01-01', ['甲', '乙']), ('202310123457', DATE '2023-01-02', ['丙'])) t(申请号, 申请日, 申请人)) TO '${folder}/t.parquet'`,
    );
    connection.closeSync();
    const parquet = readFileSync(path.join(folder, 't.parquet'));
    rmSync(folder, { recursive: true });
    const heads = [
      await sheetHead(bufferAccess(book), { file: 't' }),
      await ndjsonHead(bytesSource(lines.join('\n'), 9), 't'),
      await parquetHead(bufferAccess(parquet), 't'),
    ];
    for (const head of heads) {
      expect(head.rows).toEqual(rows);
      const { yaml } = proposeMapping(head);
      expect(yaml).toContain(wanted);
      expect(readMapping(yaml, 'm').columns.get('holders')).toMatchObject({ from: '申请人', split: ';' });
    }
  });
});

describe('detectEncoding', () => {
  it.each<[string, Buffer, string | null]>([
    ['a mark of UTF-8', Buffer.from('\ufeffa'), 'utf-8'],
    ['a mark of GB18030', Buffer.from('8431953361', 'hex'), 'gb18030'],
    ['ASCII', Buffer.from('a,b'), 'utf-8'],
    ['UTF-8 cut inside a character', Buffer.from('申请号').subarray(0, 8), 'utf-8'],
    ['GB18030', gb18030('申请号,发明名称'), 'gb18030'],
    ['GB18030 cut inside a character', gb18030('申请号,发明名称').subarray(0, -1), 'gb18030'],
    ['neither', Buffer.from('ff00ff00ff00ff00', 'hex'), null],
  ])('%s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
  });
});
