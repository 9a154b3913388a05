import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession, Session } from '@zhiheng/lake';
import { type ShownTable, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentEngines, type SecondSession } from '../src/index.js';
import { MadeLake } from './made-lake.js';

const engines = presentEngines(process.env);
const lake = new MadeLake();
const tables: readonly ShownTable[] = ['patents', 'patent_states', 'patent_events', 'patent_texts'];

/** Loaded twice, with one record replaced, one restated, one of a state that was never current. */
async function holdings() {
  return lake.holdings({
    patents: {
      segments: [
        await lake.segment('patents', 1, [
          { id: 'CN:1', number: '1', kind: 'invention', filed_on: '2020-02-29', claim_count: 3 },
          { id: 'CN:2', number: '2', kind: 'design', filed_on: null },
          { id: 'CN:3', number: '3', kind: 'invention', filed_on: '0001-01-01' },
        ]),
        await lake.segment('patents', 2, [{ id: 'CN:2', number: '2', kind: 'utility_model', filed_on: '2021-12-31' }]),
      ],
      replaced: [await lake.replaced(2, [{ id: 'CN:2', revision: 1 }])],
      history: [await lake.segment('patents', 3, [{ id: 'CN:1', number: '1', kind: 'other' }])],
      rows: 3,
      restated: {
        segments: [
          await lake.segment('patents', 1, [{ id: 'CN:3', number: '3', kind: 'design', filed_on: '9999-12-31' }]),
        ],
        replaced: [await lake.replaced(1, [{ id: 'CN:3', revision: 1 }])],
      },
    },
    patent_events: {
      segments: [
        await lake.segment('patent_events', 1, [
          { id: 'CN:1', position: 1, event: 'pledge', event_on: '2023-01-31', amount: 1234567.89, reference: "a'b 甲" },
        ]),
      ],
      replaced: [],
      history: [],
      rows: 1,
    },
  });
}

afterAll(() => rmSync(lake.folder, { recursive: true, force: true }));

describe('the second engines', () => {
  it('are there, and say which', () => {
    console.log(`Second engines: ${engines.map(({ name }) => name).join(', ')}`);
    expect(engines.length).toBeGreaterThan(0);
  });

  it('are none, and that a fault, where the environment names none', () => {
    expect(() => presentEngines({})).toThrow('no second engine is there');
    expect(() => presentEngines({ PG_URL: 'postgresql://x', ZHIHENG_ENGINE: 'trino' })).toThrow('no second engine');
    expect(presentEngines({ PG_URL: 'postgresql://x' }).map(({ name }) => name)).toEqual(['postgres']);
  });
});

describe.each(engines)('$name over the segments of a lake', (engine) => {
  let session: SecondSession;
  beforeAll(async () => {
    session = await engine.over(await holdings(), lake.store, tables);
  });
  afterAll(() => session.close());

  it('answers', async () => {
    expect(await session.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('holds the rows that the lake shows, of every type', async () => {
    const known = await openLakeSession(await holdings(), lake.store, wholeOffice);
    for (const table of tables) {
      const sql = `SELECT * FROM ${table} ORDER BY id`;
      expect(await session.rows(sql), sql).toEqual(await known.rows(sql));
    }
    known.close();
    expect(await session.rows('SELECT id, kind, filed_on, claim_count FROM patents ORDER BY id')).toEqual([
      { id: 'CN:1', kind: 'invention', filed_on: '2020-02-29', claim_count: 3 },
      { id: 'CN:2', kind: 'utility_model', filed_on: '2021-12-31', claim_count: null },
      { id: 'CN:3', kind: 'design', filed_on: '9999-12-31', claim_count: null },
    ]);
    expect(await session.rows('SELECT amount, reference FROM patent_events')).toEqual([
      { amount: 1234567.89, reference: "a'b 甲" },
    ]);
  });

  it('registers tables, replaces them, and keeps what a query gives', async () => {
    const columns = { name: 'text', day: 'date', n: 'integer' } as const;
    await session.registerTable('given', columns, [
      ['甲', '2024-02-29', 5],
      [null, null, null],
    ]);
    await session.registerTable('given', columns, [['乙', '2024-02-29', 7]]);
    expect(await session.rows('SELECT * FROM given')).toEqual([{ name: '乙', day: '2024-02-29', n: 7 }]);
    await session.keep('kept', 'SELECT count(*) AS n FROM patents');
    await session.keep('kept', "SELECT count(*) AS n FROM patents WHERE kind = 'design'");
    expect(await session.rows('SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await session.registerTable('given', columns, []);
    expect(await session.rows('SELECT count(*) AS n FROM given')).toEqual([{ n: 0 }]);
  });

  it('takes parameters where their marks stand, and not inside texts', async () => {
    const sql = `SELECT id, '?' AS mark FROM patents WHERE kind = ? AND claim_count > ?`;
    expect(await session.rows(sql, ['invention', 2])).toEqual([{ id: 'CN:1', mark: '?' }]);
    await expect(session.rows(sql, ['invention'])).rejects.toThrow('1 parameters for 2 marks');
  });

  it('writes what a query gives as a file of the same types', async () => {
    const path = join(lake.folder, `${engine.name}.parquet`);
    const sql = `SELECT id, filed_on, CAST(claim_count AS DOUBLE PRECISION) / 7 AS part, count(*) OVER () AS n FROM patents`;
    expect(await session.writeParquet(`${sql} ORDER BY id`, path)).toBe(3);
    const file = await Session.open();
    expect(await file.rows(`SELECT * FROM read_parquet('${path}')`)).toEqual([
      { id: 'CN:1', filed_on: '2020-02-29', part: 3 / 7, n: 3 },
      { id: 'CN:2', filed_on: '2021-12-31', part: null, n: 3 },
      { id: 'CN:3', filed_on: '9999-12-31', part: null, n: 3 },
    ]);
    file.close();
  });

  it('tells the SQL of a failing query', async () => {
    await expect(session.rows('SELECT nothing FROM patents')).rejects.toThrow('SQL: SELECT nothing FROM patents');
  });
});

describe.each(engines.filter(({ name }) => name === 'trino'))('$name', (engine) => {
  it('works on two nodes, over links to the segments', async () => {
    const session = await engine.over(await holdings(), lake.store, ['patents']);
    try {
      expect(await session.rows('SELECT coordinator FROM system.runtime.nodes ORDER BY coordinator')).toEqual([
        { coordinator: false },
        { coordinator: true },
      ]);
      const [{ path } = { path: '' }] = await session.rows<{ path: string }>(
        `SELECT "$path" AS path FROM lake.${await schemaOf(session)}.patents_segments_1 LIMIT 1`,
      );
      const linked = join(process.env.TRINO_WAREHOUSE ?? '', path.replace('local://', ''));
      expect(statSync(linked).nlink).toBeGreaterThan(1);
      expect(readdirSync(join(linked, '..'))).toHaveLength(2);
    } finally {
      await session.close();
    }
  });
});

async function schemaOf(session: SecondSession): Promise<string> {
  const [row] = await session.rows<{ name: string }>('SELECT current_schema AS name');
  return row?.name ?? '';
}
