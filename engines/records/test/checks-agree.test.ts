import { resolve } from 'node:path';
import { evaluate } from '@zhiheng/expressions';
import { type RecordTable, recordTables } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besidesOf, checkColumns } from '../src/checks/check-columns.js';
import { findRows, readChecks } from '../src/index.js';
import { type Cells, CheckTables, type Rows } from './check-tables.js';

const checks = readChecks(resolve(import.meta.dirname, '../../../definitions')).flatMap(({ check }) =>
  check?.kind === 'row' && check.covered === null ? [check] : [],
);
const asOf = '2021-06-01';
const days = [
  '1985-03-31',
  '1985-04-01',
  '2000-02-29',
  '2010-02-28',
  '2010-03-01',
  '2015-03-01',
  '2020-02-29',
  '2020-03-01',
  '2025-03-02',
];
const texts: Readonly<Record<string, readonly string[]>> = {
  office: ['CN', 'US'],
  kind: ['invention', 'utility_model', 'design'],
  number: ['202310123456', '202320123456', '202340123456', '03112345', '0331234', '202330123456'],
  outcome: ['granted', 'refused', 'withdrawn'],
  name: ['', ' ', '甲'],
  title: ['', ' ', '乙'],
  area: ['XX', '440000'],
  scheme: ['ipc', 'locarno', 'nice'],
  symbol: ['H04L', 'H04L9/32', 'H04L9', '12-16', '1216', 'H04L 9/32', ''],
  class: ['1', '09', '045', '46', '0', '35'],
  status: ['registered', 'applied'],
};
const cellsOf = (table: RecordTable) =>
  fc.record(
    Object.fromEntries(
      Object.entries(recordTables[table].columns)
        .filter(([name, type]) => type !== 'hash' && !['id', 'position', 'revision'].includes(name))
        .map(([name, type]) => {
          const values = type === 'date' ? days : type === 'text' ? (texts[name] ?? ['x']) : [-1, 0, 1];
          return [name, fc.option(fc.constantFrom<string | number>(...values), { freq: 5 })];
        }),
    ),
  ) as fc.Arbitrary<Cells>;

describe('SQL of a check and the plain evaluation', () => {
  let tables: CheckTables;
  beforeAll(async () => {
    tables = await CheckTables.open();
  });
  afterAll(() => tables.session.close());

  it.each([...new Set(checks.map(({ table }) => table as RecordTable))])('find the same rows of %s', async (table) => {
    const besides = besidesOf(table);
    const drawn = fc.sample(
      fc.tuple(
        cellsOf(table),
        fc.tuple(...besides.map((one) => cellsOf(one.table))),
        fc.nat({ max: 2 }),
        fc.nat({ max: 2 }),
      ),
      { numRuns: 150, seed: 20_261_126 },
    );
    const held: Record<string, Cells[]> = { [table]: [] };
    const records = drawn.map(([own, beside, classes, holders], index) => {
      const id = `r${String(index).padStart(3, '0')}`;
      held[table]?.push({
        ...own,
        id,
        ...('position' in recordTables[table].columns ? { position: 1 } : {}),
        ...(table === 'patent_events' ? { patent: id } : {}),
      });
      const record: Record<string, string | number | null> = {
        as_of: asOf,
        class_count: classes,
        holder_count: holders,
      };
      for (const [at, { table: other, prefix }] of besides.entries()) {
        const cells = beside[at] ?? {};
        held[other] = [...(held[other] ?? []), { ...cells, id }];
        for (const [name, value] of Object.entries(cells)) record[`${prefix}${name}`] ??= value;
      }
      const sort = table === 'trademarks' ? 'trademark' : 'patent';
      for (const [part, count] of [
        [`${sort}_classes`, classes],
        [`${sort}_holders`, holders],
      ] as const) {
        if (!checkColumns(table).has('class_count')) continue;
        held[part] = [
          ...(held[part] ?? []),
          ...Array.from({ length: count }, (_, position) => ({ id, position: position + 1 })),
        ];
      }
      return { id, values: { ...record, ...own } };
    });
    await tables.hold(held as Rows);
    let met = 0;
    for (const check of checks.filter((one) => one.table === table)) {
      const expected = records.filter(({ values }) => evaluate(check.expression, values) === true).map(({ id }) => id);
      const { keys } = await findRows(tables.session, check, { asOf, coverage: [] }, { limit: 1000 });
      expect(
        keys.map(({ id }) => id),
        check.id,
      ).toEqual(expected);
      met += expected.length;
    }
    expect(met).toBeGreaterThan(0);
  });
});
