import {
  type Scope,
  type ShownTable,
  shownTableNames,
  shownTables,
  type TableShape,
  wholeOffice,
} from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lakeOf, type Row, type Rows } from '../../test/scoped-lake.js';
import { slowRows } from '../../test/slow-scope.js';
import { openLakeSession } from '../index.js';
import { maskedName } from './masks.js';

const codes = ['440000', '440300', '440305', '441900', '110000', '110105', '810000', '650000', 'US', 'US-CA', 'XX'];
const ids: Readonly<Record<string, readonly string[]>> = {
  patent: ['CN:1', 'CN:2', 'CN:3', 'CN:4', 'CN:5'],
  trademark: ['CN:1', 'CN:m2', 'CN:m3'],
  gi: ['CN:g1', 'CN:g2', 'CN:1'],
  deed: ['US:1/1', 'US:1/2', 'CN:2'],
};
const names = ['甲', '甲公司', '𠮷田 太郎', '', 'Öz', 'Company 公司'];

/** Columns that a masked session does not show, written down apart from the code that masks them. */
const hidden: Readonly<Record<string, readonly string[]>> = {
  patent_holders: ['address', 'credit_code'],
  patent_events: ['event_as_given'],
  trademark_holders: ['address', 'credit_code'],
  trademark_events: ['event_as_given'],
  gi_users: ['credit_code'],
  recordals: ['kind_as_given'],
  new_holders: ['address', 'credit_code'],
  patent_owners: ['credit_code'],
  parties: ['credit_code'],
  party_names: ['key', 'credit_code'],
  party_keys: ['key'],
  party_pairs: ['evidence'],
};
const named = ['patent_holders.name', 'trademark_holders.name', 'gi_users.name', 'patent_events.from_parties'].concat([
  'patent_events.to_parties',
  'recordals.from_parties',
  'recordals.to_parties',
  'new_holders.name',
  'patent_owners.name',
  'parties.name',
  'party_names.name',
]);

function idsOf(table: ShownTable): readonly string[] {
  const sort = table.startsWith('trademark') ? 'trademark' : table.startsWith('g') ? 'gi' : 'patent';
  if (table === 'recordals' || table === 'new_holders') return ids.deed ?? [];
  return table === 'patent_events' ? [...(ids.patent ?? []), ...(ids.deed ?? [])] : (ids[sort] ?? []);
}

/** A row of a table with a value in every column; what matters for the scope is drawn. */
function rowOf(table: ShownTable): fc.Arbitrary<Row> {
  const shape: TableShape = shownTables[table];
  const cells = Object.entries(shape.columns).map(([column, type]): [string, fc.Arbitrary<string | number | null>] => {
    if (column === 'id') return [column, fc.constantFrom(...idsOf(table))];
    if (['party', 'a', 'b'].includes(column)) return [column, fc.constantFrom('CN-P1', 'CN-P2', 'CN-P3')];
    if (column === 'area') return [column, fc.option(fc.constantFrom(...codes))];
    if (column === 'patent') return [column, fc.option(fc.constantFrom('CN:1', 'CN:2', 'CN:3', '2023 1 of somebody'))];
    if (type === 'text') return [column, fc.option(fc.constantFrom(...names))];
    if (type === 'date') return [column, fc.option(fc.constant('2020-02-29'))];
    return [column, fc.integer({ min: 0, max: 9 })];
  });
  return fc.record(Object.fromEntries(cells));
}

const office: fc.Arbitrary<Rows> = fc.record(
  Object.fromEntries(shownTableNames.map((table) => [table, fc.array(rowOf(table), { minLength: 4, maxLength: 14 })])),
);
const scope: fc.Arbitrary<Scope> = fc.record({
  areas: fc.oneof(
    fc.constant('everywhere' as const),
    fc.uniqueArray(fc.constantFrom(...codes, 'CN', 'CN-ML', 'ALL', '990000'), { maxLength: 3 }),
  ),
  personal: fc.constantFrom('plain' as const, 'masked' as const),
});

function shown(table: ShownTable, row: Row, { personal }: Scope): Row {
  if (personal === 'plain') return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (hidden[table]?.includes(column) === true) return [column, null];
      const name = named.includes(`${table}.${column}`) && typeof value === 'string';
      return [column, name ? maskedName(value) : value];
    }),
  );
}

const ordered = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('the views of a scope', () => {
  it('show of every canonical table what a slow reference shows', async () => {
    let [shownRows, withheldRows] = [0, 0];
    await fc.assert(
      fc.asyncProperty(office, fc.array(scope, { minLength: 5, maxLength: 5 }), async (rows, scopes) => {
        const { holdings, store } = await lakeOf(rows);
        for (const one of scopes) {
          const session = await openLakeSession(holdings, store, one);
          for (const table of shownTableNames) {
            const expected = slowRows(rows, table, one).map((row) => shown(table, row, one));
            expect(ordered(await session.rows<Row>(`SELECT * FROM ${table}`))).toEqual(ordered(expected));
            shownRows += expected.length;
            withheldRows += (rows[table] ?? []).length - expected.length;
          }
          session.close();
        }
      }),
      { numRuns: 4 },
    );
    expect(shownRows).toBeGreaterThan(100);
    expect(withheldRows).toBeGreaterThan(100);
  });

  it('are those of a release whose replaced rows count no more', async () => {
    const now = await lakeOf({
      patents: [{ id: 'CN:1', revision: 2 }],
      patent_holders: [
        { id: 'CN:1', revision: 1, name: '旧', area: '440300' },
        { id: 'CN:1', revision: 2, name: '新', area: '110000' },
      ],
    });
    const path = await now.store.incomingPath('parquet');
    const whole = await openLakeSession(now.holdings, now.store, wholeOffice, { writeFolder: now.folder });
    await whole.writeParquet(`SELECT 'CN:1' AS id, CAST(1 AS BIGINT) AS revision`, path);
    whole.close();
    const gone = { ...(await now.store.adopt(path, 'parquet')), rows: 1, revision: 2 };
    const { patent_holders: holders, patents } = now.holdings.tables;
    if (holders === undefined || patents === undefined) throw new Error('no holders');
    const holdings = { ...now.holdings, tables: { patents, patent_holders: { ...holders, replaced: [gone] } } };
    const count = async (area: string) => {
      const session = await openLakeSession(holdings, now.store, { areas: [area], personal: 'plain' });
      const [row] = await session.rows<{ n: number }>('SELECT count(*) AS n FROM patents');
      session.close();
      return row?.n;
    };
    expect([await count('440000'), await count('110000')]).toEqual([0, 1]);
  });
});
