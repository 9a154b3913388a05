import { DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, printDuckDb } from '../src/index.js';
import { type ColumnName, columns, records } from './random-records.js';
import { trees } from './random-trees.js';

const rows = fc.sample(records, { numRuns: 150, seed: 20_230_530 });
const names = Object.keys(columns) as ColumnName[];
const sqlTypes: Readonly<Record<ColumnName, string>> = {
  kind: 'VARCHAR',
  area: 'VARCHAR',
  claims: 'BIGINT',
  pages: 'BIGINT',
  fee: 'DOUBLE',
  share: 'DECIMAL(9, 4)',
  filed_on: 'DATE',
  granted_on: 'DATE',
  pct: 'BOOLEAN',
  funded: 'BOOLEAN',
};

const firstColumn = (result: DuckDBResultReader) => result.getRowsJS().map((row) => row[0]);

describe('evaluate and DuckDB', () => {
  let instance: DuckDBInstance;
  let connection: Awaited<ReturnType<DuckDBInstance['connect']>>;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    // Values come in as text and are cast, so that no quoting of this package is used.
    await connection.run(`CREATE TABLE given (position INTEGER, ${names.map((name) => `${name} VARCHAR`).join(', ')})`);
    const appender = await connection.createAppender('given');
    for (const [position, row] of rows.entries()) {
      appender.appendInteger(position);
      for (const name of names) {
        const value = row[name];
        if (value === null) appender.appendNull();
        else appender.appendVarchar(String(value));
      }
      appender.endRow();
    }
    appender.closeSync();
    const casts = names.map((name) => `CAST(${name} AS ${sqlTypes[name]}) AS ${name}`).join(', ');
    await connection.run(`CREATE TABLE t AS SELECT position, ${casts} FROM given`);
  });

  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  it('give the same answer for every record', async () => {
    const met = { true: 0, false: 0, null: 0 };
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const sql = printDuckDb(tree);
        const expected = rows.map((row) => evaluate(tree, row));
        for (const truth of expected) met[`${truth}`] += 1;
        const selected = await connection.runAndReadAll(`SELECT (${sql}) AS truth FROM t ORDER BY position`);
        expect(firstColumn(selected), sql).toEqual(expected);
        const admitted = await connection.runAndReadAll(`SELECT position FROM t WHERE (${sql}) ORDER BY position`);
        const admissions = expected.flatMap((truth, position) => (truth === true ? [position] : []));
        expect(firstColumn(admitted), `WHERE ${sql}`).toEqual(admissions);
      }),
      { numRuns: 1000 },
    );
    // The trees are no idle ones: each of the three answers is met often.
    expect(Math.min(met.true, met.false, met.null)).toBeGreaterThan(5000);
  });
});
