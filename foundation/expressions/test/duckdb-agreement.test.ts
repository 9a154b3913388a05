import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../src/index.js';
import { agreement } from './agreement.js';
import { statementsOf } from './tables.js';

const dialect = dialects.duckdb;

describe('evaluate and DuckDB', () => {
  let instance: DuckDBInstance;
  let connection: Awaited<ReturnType<DuckDBInstance['connect']>>;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
  });

  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  it('give the same answer for every record', async () => {
    const met = await agreement({
      dialect,
      createTables: async (tables) => {
        for (const table of tables) for (const sql of statementsOf(table, dialect)) await connection.run(sql);
      },
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
    });
    // The trees are no idle ones: each of the three answers is met often.
    expect(Math.min(met.true, met.false, met.null)).toBeGreaterThan(5000);
  }, 180_000);
});
