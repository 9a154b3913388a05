import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { IndicatorAnswer, RecordsAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions/indicators');
const small = new SmallOffice();
afterAll(() => small.remove());

/** Of 2022 three applications, two of them inventions, and one grant; of 2023 two applications and two grants. */
const table = `n,k,f,g,a
202210000001,invention,2022-03-01,2022-06-01,440000
202210000002,invention,2022-04-01,2023-05-01,440000
202230000003,design,2022-05-01,,110000
202310000004,invention,2023-01-05,2023-11-02,110000
202330000005,design,2023-02-05,,440000
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, area: a }
covers:
  kinds: [invention, utility_model, design]
  filed: [2022-01-01, 2023-12-31]
  granted: [2022-01-01, 2023-12-31]
  completeness: full
`;
const run = async <Answer>(name: string, input: object) => (await small.run(name, input)).json as Answer;
const figure = (indicator: string, input: object) => run<FigureRow[]>('figure', { indicator, ...input });

beforeAll(async () => {
  for (const name of [
    'invention-application-share',
    'invention-grant-growth',
    'pledge-amount',
    'pledge-amount-growth',
  ]) {
    copyFileSync(join(shipped, `${name}.yaml`), join(small.definitions, 'indicators', `${name}.yaml`));
  }
  writeFileSync(join(small.path, 'two.csv'), table);
  writeFileSync(join(small.path, 'two.yaml'), mapping);
  // What is made of published values needs no vintage.
  const [row] = await figure('pledge-amount-growth', { area: ['ALL'], period: ['2023'] });
  expect(row).toMatchObject({
    vintage: null,
    status: 'final',
    numerator: 853_990_000_000,
    denominator: 486_880_000_000,
  });
  expect(row?.value).toBeCloseTo(8539.9 / 4868.8 - 1, 14);
  await run('load', { paths: [join(small.path, 'two.csv')], mapping: join(small.path, 'two.yaml') });
  await run('release-create', { name: 'r1' });
  await run('compute', { release: 'r1' });
}, 120_000);

describe('made figures of an office', () => {
  it('are made of the figures of the vintage', async () => {
    const rows = await figure('invention-application-share', { area: ['CN', '440000'], period: ['2022', '2023'] });
    expect(rows.map((row) => [row.area, row.period, row.value, row.status, row.numerator, row.denominator])).toEqual([
      ['CN', '2022', 2 / 3, 'final', 2, 3],
      ['CN', '2023', 1 / 2, 'final', 1, 2],
      ['440000', '2022', 1, 'final', 2, 2],
      ['440000', '2023', 0, 'final', 0, 1],
    ]);
    const [growth] = await figure('invention-grant-growth', { area: ['CN'], period: ['2023'] });
    expect(growth).toMatchObject({ value: 1, numerator: 2, denominator: 1, origin: 'computed', dataset: 'real' });
    expect(growth?.vintage).toMatch(/^v[0-9a-f]{16}$/);
  });

  it('open by their parts to as many records as the part counts', async () => {
    const open = (indicator: string, input: object) =>
      run<RecordsAnswer>('records', { indicator, area: 'CN', ...input });
    const ids = async (...asked: Parameters<typeof open>) => (await open(...asked)).rows.map(({ id }) => id);
    const share = { period: '2022' };
    expect(await ids('invention-application-share', { ...share, part: 'numerator' })).toEqual([
      'CN:202210000001',
      'CN:202210000002',
    ]);
    expect(await open('invention-application-share', { ...share, part: 'denominator' })).toMatchObject({
      total: 3,
      visible: 3,
    });
    expect(await ids('invention-grant-growth', { period: '2023', part: 'of' })).toEqual([
      'CN:202210000002',
      'CN:202310000004',
    ]);
    expect(await ids('invention-grant-growth', { period: '2023', part: 'base' })).toEqual(['CN:202210000001']);
    const left = await open('invention-application-share', { ...share, part: 'numerator', leftOut: true });
    expect(left.rows.map(({ id, leftOutBy }) => [id, leftOutBy])).toEqual([
      ['CN:202310000004', 'filed_on outside 2022'],
    ]);
  });

  it('open to a publication where the part is published, and to nothing without a part', async () => {
    const base = await run<RecordsAnswer>('records', {
      indicator: 'pledge-amount-growth',
      area: 'ALL',
      period: '2023',
      part: 'base',
    });
    expect(base.publication).toMatchObject({
      ...{ series: 'pledge-amount', asPublished: '4868.8 × 100 million CNY', source: 'CNIPA press 2023-01' },
      words: {
        source: {
          'zh-Hans': '国家知识产权局新闻发布 2023-01',
          'zh-Hant': '國家知識產權局新聞發布 2023-01',
          en: 'CNIPA press 2023-01',
        },
        note: null,
        asPublished: { 'zh-Hans': '4868.8 亿元', 'zh-Hant': '4868.8 億元' },
      },
    });
    await expect(
      small.run('records', { indicator: 'invention-grant-growth', area: 'CN', period: '2023' }),
    ).rejects.toMatchObject({
      code: 'usage',
      detail: { expected: 'of, base' },
    });
  });

  it('show their parts and their closure', async () => {
    const { sql, parts, closure } = await run<IndicatorAnswer>('indicator-show', { id: 'invention-application-share' });
    expect(sql).toBeNull();
    expect(
      parts.map(({ name, indicator, kind, origin, unit, breakdown }) => [
        name,
        indicator,
        kind,
        origin,
        unit,
        breakdown,
      ]),
    ).toEqual([
      ['numerator', 'patent-applications', 'flow', 'computed', 'applications', { kind: 'invention' }],
      ['denominator', 'patent-applications', 'flow', 'computed', 'applications', {}],
    ]);
    expect(closure.map(({ id }) => id)).toEqual(['invention-application-share', 'patent-applications']);
  });

  it('show the tests of a computed one, and the whole, in three dialects', async () => {
    const {
      expressions,
      parts,
      sql: own,
      statements,
    } = await run<IndicatorAnswer>('indicator-show', { id: 'patent-grants' });
    expect(parts).toEqual([]);
    const text = "kind in ('invention', 'utility_model', 'design', 'plant')";
    const sql = "kind IN ('invention', 'utility_model', 'design', 'plant')";
    expect(expressions).toEqual([{ place: 'where', text, sql: { duckdb: sql, trino: sql, postgres: sql } }]);
    expect(statements?.duckdb).toBe(own);
    // Classes are told apart by a bridge, each engine in its words.
    for (const statement of Object.values(statements ?? {})) expect(statement).toContain("'ipc_section='");
    expect(Object.keys(statements ?? {})).toEqual(['duckdb', 'trino', 'postgres']);
  });
});
