import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk, Session } from '@zhiheng/lake';
import { carryOut, jobsHere, Office, type TableAnswer, type TableMade } from '@zhiheng/office';
import { type Clock, localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadSheet, readWorkbook } from './read-workbook.js';

const shipped = join(import.meta.dirname, '../../../definitions');
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-tables-'));
const definitions = join(folder, 'definitions');
const records = join(folder, 'records.csv');
const clock: Clock = { now: () => new Date('2024-03-01T04:00:00Z') };

const provinces = [
  ...['110000', '120000', '130000', '140000', '150000', '210000', '220000', '230000', '310000', '320000', '330000'],
  ...['340000', '350000', '360000', '370000', '410000', '420000', '430000', '440000', '450000', '460000', '500000'],
  ...['510000', '520000', '530000', '540000', '610000', '620000', '630000', '640000', '650000', '710000', '810000'],
  '820000',
];
/** The fifteen cities of sub-provincial rank. */
const cities = [
  ...['210100', '210200', '220100', '230100', '320100', '330100', '330200', '350200', '370100', '370200'],
  ...['420100', '440100', '440300', '510100', '610100'],
];
/** Three cities of the Corps, and one of the province that is none of them. */
const corps = ['659001', '659004', '659012'];

/** A grant a line: in every province by itself, in every city, of the Corps, of no province, of no area, and abroad. */
function lines(): string[] {
  const rows: [area: string, country: string, kind: string, year: number][] = [];
  const kinds = ['invention', 'utility_model', 'design'];
  const put = (times: number, area: string, country = 'CN') => {
    for (let at = 0; at < times; at += 1) {
      rows.push([area, country, kinds[(rows.length + at) % 3] ?? '', at % 4 === 3 ? 2021 : 2022]);
    }
  };
  for (const [at, code] of provinces.entries()) put(2 + (at % 5), code);
  for (const [at, code] of cities.entries()) put(3 + (at % 4), code);
  put(5, corps[0] ?? '');
  put(2, corps[1] ?? '');
  put(1, corps[2] ?? '');
  put(3, '650100');
  // Of no province: Chinese, and the address tells nothing.
  put(7, '', 'CN');
  put(4, '', '');
  put(9, 'US', '');
  put(2, 'JP', '');
  return rows.map(([area, country, kind, year], at) => {
    const digit = { invention: 1, utility_model: 2, design: 3 }[kind];
    return `${year - 1}${digit}${String(at).padStart(7, '0')},${kind},${year - 1}-05-02,${year}-03-0${1 + (at % 9)},${area},${country},甲`;
  });
}

const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, area: a, country: c, holders: h }
covers:
  kinds: [invention, utility_model, design]
  filed: [2020-01-01, 2022-12-31]
  granted: [2020-01-01, 2022-12-31]
  ceased: [2020-01-01, 2022-12-31]
  in_force_from: 2020-01-01
  completeness: full
`;

let office: Office;
const run = async <T>(name: string, input: object): Promise<T> =>
  (await carryOut(name, input, { office, actor: localOperator('test'), onProgress: () => {} })).json as T;
const open = () => Office.open({ folder: join(folder, 'data'), definitions, clock, runJob: jobsHere(nodeDisk) });

beforeAll(async () => {
  for (const name of ['reference', 'programmes', 'screening']) {
    cpSync(join(shipped, name), join(definitions, name), { recursive: true });
  }
  const shown = ['patent-applications', 'patent-grants', 'patents-in-force', 'pct-applications-received'];
  shown.push('trademark-registrations', 'trademarks-in-force', 'madrid-applications');
  for (const id of shown)
    cpSync(join(shipped, 'indicators', `${id}.yaml`), join(definitions, 'indicators', `${id}.yaml`));
  mkdirSync(join(definitions, 'tables'));
  cpSync(join(shipped, 'tables/yearly.yaml'), join(definitions, 'tables/yearly.yaml'));
  writeFileSync(records, `n,k,f,g,a,c,h\n${lines().join('\n')}\n`);
  writeFileSync(join(folder, 'm.yaml'), mapping);
  office = await open();
  await run('load', { paths: [records], mapping: join(folder, 'm.yaml') });
  await run('release-create', { name: 'r1' });
  await run('compute', { effective: '2024-03-01' });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds = [null, 'invention', 'utility_model', 'design'];

/** Grants of 2022 by plain SQL over the file of records: for each test all of them, then by kind. */
async function counted(tests: Readonly<Record<string, string>>): Promise<Map<string, number[]>> {
  const session = await Session.open();
  try {
    const counts = Object.entries(tests).map(([id, where]) => {
      const parts = kinds.map((kind) => `count(*) FILTER ((${where})${kind === null ? '' : ` AND k = '${kind}'`})`);
      return `SELECT '${id}' AS id, ${parts.map((part, at) => `${part} AS n${at}`).join(', ')} FROM granted`;
    });
    const rows = await session.rows<{ id: string; n0: number; n1: number; n2: number; n3: number }>(
      `WITH granted AS (SELECT * FROM read_csv('${records}', all_varchar = true) WHERE g[1:4] = '2022') ${counts.join(' UNION ALL ')}`,
    );
    return new Map(rows.map(({ id, n0, n1, n2, n3 }) => [id, [n0, n1, n2, n3]]));
  } finally {
    session.close();
  }
}

const show = (more: object = {}) => run<TableAnswer>('table-show', { id: 'yearly', period: '2022', ...more });
const grantsOf = ({ filled }: TableAnswer) => {
  const sheet = filled.sheets.find(({ id }) => id === 'grants');
  if (sheet === undefined) throw new Error('there is no sheet of grants');
  return sheet;
};
describe('the yearly table', () => {
  it('holds the counts of every row and kind, worked out by plain SQL', async () => {
    const { rows } = grantsOf(await show());
    const tests: Record<string, string> = {
      total: 'true',
      domestic: "a BETWEEN '110000' AND '829999' OR (a IS NULL AND c = 'CN')",
      other: "a IS NULL AND c = 'CN'",
      unknown: 'a IS NULL AND c IS NULL',
      foreign: "a IN ('US', 'JP')",
      'memo-bingtuan': `a IN ('${corps.join("', '")}')`,
    };
    for (const code of provinces) tests[code] = `a[1:2] = '${code.slice(0, 2)}'`;
    for (const code of cities) tests[`memo-${code}`] = `a = '${code}'`;
    expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(tests).sort());
    const expected = await counted(tests);
    expect(expected.get('other')?.[0]).toBe(6);
    for (const { id, cells } of rows)
      expect(
        cells.map(({ value }) => value),
        id,
      ).toEqual(expected.get(id));
  });

  it('sums to its totals, memo rows left out and what no province is known of kept', async () => {
    const { rows, sums, columns } = grantsOf(await show());
    const value = (id: string, at: number) => rows.find((row) => row.id === id)?.cells[at]?.value ?? Number.NaN;
    const memo = rows.filter(({ kind }) => kind === 'memo');
    expect(memo.length).toBe(16);
    for (const at of columns.keys()) {
      const sum = provinces.reduce((total, code) => total + value(code, at), 0);
      expect(sum + value('other', at)).toBe(value('domestic', at));
      expect(value('other', at)).toBeGreaterThan(0);
      // Whoever adds the memo rows counts them twice.
      expect(memo.reduce((total, { cells }) => total + (cells[at]?.value ?? 0), sum)).toBeGreaterThan(
        value('domestic', at),
      );
    }
    expect(value('domestic', 0) + value('unknown', 0) + value('foreign', 0)).toBe(value('total', 0));
    // Two sums of rows in four columns, one of columns in each row, and every memo row in its province.
    expect(sums.length).toBe(2 * 4 + rows.length + 16 * 4);
    expect(sums.filter(({ state }) => state !== 'holds')).toEqual([]);
    const named = sums.find(({ total, axis }) => total === 'domestic' && axis === 'rows');
    expect(named?.parts).toEqual([...provinces, 'other']);
  });

  it('tells each memo row behind its province, and the Corps by its cities', async () => {
    const { rows } = grantsOf(await show());
    const ids = rows.map(({ id }) => id);
    expect(ids[ids.indexOf('440000') + 1]).toBe('memo-440100');
    expect(ids[ids.indexOf('650000') + 1]).toBe('memo-bingtuan');
    const members = rows.find(({ id }) => id === 'memo-bingtuan')?.cells[0]?.opens.map(({ area }) => area) ?? [];
    expect(members.length).toBe(12);
    expect(members).toEqual(expect.arrayContaining(corps));
    expect(rows.find(({ id }) => id === 'memo-440300')?.names.en).toBe('of which: Shenzhen');
  });

  it('is the same as the figures, cell by cell', async () => {
    const answer = await show();
    const { rows } = grantsOf(answer);
    const { vintage } = answer.provenance;
    for (const id of ['440000', 'memo-440300']) {
      const [all, ...parts] = rows.find((row) => row.id === id)?.cells ?? [];
      const area = [all?.opens[0]?.area ?? ''];
      const asked = { indicator: 'patent-grants', area, period: ['2022'], origin: 'computed', vintage };
      const values = async (by: object) =>
        (await run<{ value: number }[]>('figure', { ...asked, ...by })).map(({ value }) => value);
      expect(await values({})).toEqual([all?.value]);
      expect(await values({ by: 'kind' })).toEqual(parts.map(({ value }) => value));
    }
  });

  it('has no value where nothing is known, and says so', async () => {
    const sheet = (await show({ period: '2023' })).filled.sheets.find(({ id }) => id === 'grants');
    const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.every(({ value, status }) => value === null && status === 'missing')).toBe(true);
    expect(sheet?.marks.map(({ words }) => words.en)).toEqual(['No data, which is not zero.']);
    expect(sheet?.sums.every(({ state }) => state === 'not-checked')).toBe(true);
  });

  it('is made for the newest year that the records know whole, and for no other length', async () => {
    const answer = await run<TableAnswer>('table-show', { id: 'yearly' });
    expect(answer.filled.period).toBe('2022');
    expect(answer.periods).toContain('2021');
    await expect(show({ period: '2022-05' })).rejects.toMatchObject({ code: 'period-wrong' });
    await expect(run('table-show', { id: 'yearli' })).rejects.toMatchObject({
      code: 'table-unknown',
      detail: { didYouMean: 'yearly' },
    });
  });
});

describe('its files', () => {
  const out = join(folder, 'out');
  let made: TableMade;
  let sheets: ReadSheet[];
  const pathOf = (format: string, sheet: string | null = null) =>
    made.files.find((file) => file.format === format && file.sheet === sheet)?.path ?? '';

  beforeAll(async () => {
    made = await run<TableMade>('table-make', { id: 'yearly', period: '2022', out });
    sheets = await readWorkbook(readFileSync(pathOf('xlsx')));
  });

  it('are a workbook with a sheet a table and one of metadata, read back by other means', async () => {
    const answer = await show();
    expect(sheets.map(({ name }) => name)).toEqual([
      '分地区专利申请',
      '分地区专利授权',
      '分地区有效专利',
      '近五年专利与商标',
      '元数据',
    ]);
    const grants = sheets[1];
    const [title, period, unit, head, ...rows] = grants?.rows ?? [];
    expect(title?.[0]?.value).toBe('知识产权统计年报：专利 · 分地区专利授权');
    expect([period?.[0]?.value, unit?.[0]?.value]).toEqual(['2022年', '单位：件']);
    expect(head?.map(({ value }) => value)).toEqual(['项目', '合计', '发明', '实用新型', '外观设计']);
    expect(grants?.frozen).toEqual([4, 1]);
    const filled = grantsOf(answer).rows;
    expect(rows.slice(0, filled.length).map((row) => row.map(({ value }) => value))).toEqual(
      filled.map(({ names, cells }) => [names['zh-Hans'], ...cells.map(({ value }) => value)]),
    );
    expect(rows[0]?.[1]?.format).toBe('#,##0;"−"#,##0;#,##0');
    const metadata = new Map(sheets[4]?.rows.map((row) => [row[0]?.value, row[1]?.value]));
    expect(metadata.get('制定机关')).toBe('未知（未见官方文本）');
    expect(metadata.get('版本')).toBe(answer.provenance.vintage);
    expect(metadata.get('发布批次')).toBe('r1');
    expect(metadata.get('生效日')).toBe('2024-03-01');
    expect(metadata.get('表定义')).toBe(`yearly ${answer.hash}`);
    expect(String(metadata.get('指标定义 专利授权量'))).toMatch(/^patent-grants [0-9a-f]{64}$/);
  });

  it('are told exactly in three forms alike', async () => {
    const filled = grantsOf(await show()).rows;
    const csv = readFileSync(pathOf('csv', 'grants'), 'utf8');
    expect(csv.startsWith('\ufeff项目,合计,发明,实用新型,外观设计,说明,label\r\n')).toBe(true);
    const values = csv
      .split('\r\n')
      .slice(1, 1 + filled.length)
      .map((line) => line.split(',').slice(1, 5).map(Number));
    expect(values).toEqual(filled.map(({ cells }) => cells.map(({ value }) => value)));
    const session = await Session.open();
    try {
      const rows = await session.rows<{ row: string; column: string; value: number; area: string; vintage: string }>(
        `SELECT "row", "column", value, area, vintage FROM '${pathOf('parquet')}' WHERE sheet = 'grants'`,
      );
      expect(rows.map(({ row, column, value }) => [row, column, value])).toEqual(
        filled.flatMap(({ id, cells }) =>
          cells.map(({ value }, at) => [id, ['all', 'inventions', 'utility-models', 'designs'][at], value]),
        ),
      );
      expect(new Set(rows.map(({ vintage }) => vintage))).toEqual(new Set([made.vintage]));
      expect(rows.find(({ row }) => row === 'memo-bingtuan')?.area.split(' ').length).toBe(12);
    } finally {
      session.close();
    }
  });

  it('are the same bytes of the same vintage, whoever asks and whenever', async () => {
    await office.close();
    office = await open();
    const again = await run<TableMade>('table-make', {
      ...{ id: 'yearly', period: '2022', out: join(folder, 'again'), vintage: made.vintage ?? '' },
    });
    expect(again.files.map(({ sha256 }) => sha256)).toEqual(made.files.map(({ sha256 }) => sha256));
    expect(made.files.map(({ format }) => format)).toEqual(['xlsx', 'csv', 'csv', 'csv', 'csv', 'parquet']);
  });

  it('come in each language', async () => {
    for (const [language, name] of [
      ['zh-Hant', '分地區專利授權'],
      ['en', 'Grants by region'],
    ] as const) {
      const { files } = await run<TableMade>('table-make', { id: 'yearly', out, language, format: ['xlsx'] });
      const read = await readWorkbook(readFileSync(files[0]?.path ?? ''));
      expect(read[1]?.name).toBe(name);
    }
    const input = { id: 'yearly', out, format: ['docx'] };
    await expect(run('table-make', input)).rejects.toMatchObject({ code: 'usage', detail: { found: 'docx' } });
  });
});

describe('a table file', () => {
  it('is checked with every fault in its place', async () => {
    const text = readFileSync(join(shipped, 'tables/yearly.yaml'), 'utf8').replace(
      'indicator: patent-grants }',
      'indicator: patent-grant }',
    );
    const line = text.split('\n').findIndex((one) => one.includes('patent-grant }')) + 1;
    const checked = await run<{ ok: boolean; faults: object[] }>('table-check', { text, file: 'own.yaml' });
    expect(checked.ok).toBe(false);
    expect(checked.faults[0]).toMatchObject({
      ...{ file: 'own.yaml', line, code: 'table-wrong', found: 'patent-grant', didYouMean: 'patent-grants' },
    });
  });

  it('that is wrong is listed with its fault, and the others stay', async () => {
    const path = join(definitions, 'tables/own.yaml');
    writeFileSync(path, 'id: own\n');
    try {
      const list = await run<{ id: string; fault: { code: string } | null }[]>('table-list', {});
      expect(list.map(({ id, fault }) => [id, fault?.code ?? null])).toEqual([
        ['own', 'table-wrong'],
        ['yearly', null],
      ]);
      await expect(run('table-show', { id: 'own' })).rejects.toMatchObject({ code: 'table-wrong' });
    } finally {
      rmSync(path);
    }
  });
});
