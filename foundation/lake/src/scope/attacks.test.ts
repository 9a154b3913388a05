import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Scope, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';
import { lakeOf } from '../../test/scoped-lake.js';
import { type LakeSession, openLakeSession, Session } from '../index.js';

const lake = await lakeOf({
  patents: [
    { id: 'CN:1', number: '1', kind: 'invention' },
    { id: 'CN:2', number: '2', kind: 'design' },
  ],
  patent_holders: [
    { id: 'CN:1', position: 1, name: '甲公司', area: '440300' },
    { id: 'CN:2', position: 1, name: '乙公司', area: '110000' },
  ],
  patent_texts: [
    { id: 'CN:1', title: '12' },
    { id: 'CN:2', title: '机密' },
  ],
});
const [segment] = lake.holdings.tables.patent_holders?.segments ?? [];
const path = lake.store.pathOf(segment?.sha256 ?? '', 'parquet');
const out = join(lake.folder, 'out.parquet');

const attacks = [
  // files, by whatever name
  `SELECT * FROM read_parquet('${path}')`,
  `SELECT * FROM parquet_scan('${path}')`,
  `SELECT * FROM '${path}'`,
  `SELECT * FROM "${path}"`,
  `FROM '${path}'`,
  `TABLE "${path}"`,
  `SELECT * FROM read_csv('/etc/passwd')`,
  `SELECT * FROM read_csv_auto('/etc/passwd')`,
  `SELECT * FROM read_text('/etc/passwd')`,
  `SELECT * FROM read_blob('${path}')`,
  `SELECT * FROM read_json('${path}')`,
  `SELECT * FROM glob('/**')`,
  `SELECT * FROM parquet_metadata('${path}')`,
  `SELECT * FROM parquet_schema('${path}')`,
  `SELECT * FROM sniff_csv('/etc/passwd')`,
  `SELECT * FROM patents, read_parquet('${path}')`,
  `SELECT * FROM patents WHERE EXISTS (FROM '${path}')`,
  `SELECT (SELECT max(name) FROM '${path}')`,
  `SELECT * FROM patents UNION ALL SELECT * FROM '${path}'`,
  `SELECT * FROM patents ORDER BY (SELECT max(name) FROM '${path}')`,
  `SELECT * FROM patents LIMIT (SELECT count(*) FROM '${path}')`,
  `SELECT count(*) FILTER (WHERE id IN (SELECT id FROM '${path}')) FROM patents`,
  `SELECT sum(1) OVER (ORDER BY (SELECT max(name) FROM '${path}')) FROM patents`,
  `SELECT * FROM unnest((SELECT list(name) FROM '${path}'))`,
  `SELECT * FROM range((SELECT count(*) FROM '${path}'))`,
  `VALUES ((SELECT max(name) FROM '${path}'))`,
  `SELECT list_transform([1], lambda x: (SELECT max(name) FROM '${path}'))`,
  `SELECT * FROM patents JOIN patent_texts ON patents.id = (SELECT max(id) FROM '${path}')`,
  // a common table expression lends its name only where it holds
  `WITH x AS (SELECT * FROM '${path}') SELECT * FROM x`,
  `WITH "${path}" AS (SELECT * FROM '${path}') SELECT * FROM "${path}"`,
  `SELECT * FROM "${path}" WHERE EXISTS (WITH "${path}" AS (SELECT 1) SELECT * FROM "${path}")`,
  `WITH duckdb_views AS (SELECT * FROM duckdb_views) SELECT * FROM duckdb_views`,
  `WITH a AS (SELECT * FROM sqlite_master), sqlite_master AS (SELECT 1) SELECT * FROM a`,
  `WITH RECURSIVE r AS (SELECT id FROM '${path}' UNION ALL SELECT id FROM r) SELECT * FROM r`,
  `(WITH sqlite_master AS (SELECT 1) SELECT * FROM sqlite_master) UNION ALL SELECT sql FROM sqlite_master`,
  // what tells of the engine
  'SELECT * FROM duckdb_views()',
  'SELECT * FROM duckdb_views',
  'SELECT * FROM duckdb_settings()',
  'SELECT * FROM duckdb_tables()',
  'SELECT * FROM sqlite_master',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM pg_catalog.pg_views',
  'SELECT * FROM pragma_database_list()',
  `SELECT * FROM pragma_storage_info('patents')`,
  `SELECT current_setting('allowed_paths')`,
  'SELECT pg_get_viewdef(0)',
  `SELECT main.pg_get_viewdef(0)`,
  'SELECT stats(title) FROM patent_texts',
  'SELECT json_serialize_plan(title) FROM patent_texts',
  'SELECT current_query()',
  `SELECT write_log('x')`,
  'SHOW TABLES',
  'SHOW ALL TABLES',
  'DESCRIBE patents',
  'SUMMARIZE patent_holders',
  'EXPLAIN SELECT * FROM patents',
  'EXPLAIN ANALYZE SELECT * FROM patents',
  'PRAGMA show_tables',
  'CALL duckdb_views()',
  // SQL out of a text
  `SELECT * FROM query('SELECT 1')`,
  `SELECT * FROM query_table('patents')`,
  `SELECT * FROM json_execute_serialized_sql('{}')`,
  // other schemas
  'SELECT * FROM main.patents',
  'SELECT * FROM memory.main.patents',
  'SELECT * FROM patents AT (VERSION => 1)',
  // acts
  `COPY patents TO '${out}'`,
  `COPY (SELECT * FROM patents) TO '${out}' (FORMAT parquet)`,
  `COPY patents FROM '${path}'`,
  `EXPORT DATABASE '${lake.folder}/x'`,
  `IMPORT DATABASE '${lake.folder}/x'`,
  `ATTACH '${lake.folder}/x.duckdb' AS x`,
  'DETACH memory',
  'USE main',
  'INSTALL httpfs',
  'LOAD httpfs',
  'SET enable_external_access = true',
  'RESET lock_configuration',
  `SET VARIABLE x = 1`,
  'CREATE TABLE x AS SELECT 1',
  'CREATE VIEW x AS SELECT 1',
  'CREATE OR REPLACE VIEW patents AS SELECT 1',
  `CREATE MACRO f() AS TABLE SELECT * FROM read_parquet('${path}')`,
  `CREATE SECRET (TYPE s3)`,
  'DROP VIEW patents',
  'ALTER VIEW patents RENAME TO x',
  `PREPARE p AS SELECT * FROM '${path}'`,
  'EXECUTE p',
  'BEGIN',
  'CHECKPOINT',
  'VACUUM',
  'INSERT INTO patents SELECT 1',
  'DELETE FROM patents',
  'UPDATE patents SET number = 1',
  // several, none, or what another sort of statement hides
  `SELECT 1; SELECT * FROM '${path}'`,
  'SELECT 1; SELECT 2',
  '',
  '-- nothing',
  'PIVOT patents ON kind',
  'SELECT * FROM (PIVOT patents ON kind USING count(*))',
  'SELECT * FROM patents UNPIVOT (v FOR n IN (number))',
];

const narrow: Scope = { areas: ['440000'], personal: 'masked' };
const scopes: readonly Scope[] = [wholeOffice, { areas: 'everywhere', personal: 'masked' }, narrow];

describe.each(scopes)('a session of $areas, $personal', async (scope) => {
  const session: LakeSession = await openLakeSession(lake.holdings, lake.store, scope);
  afterAll(() => session.close());

  it.each(attacks)('refuses %s', async (sql) => {
    const words = /may not ask for this/;
    await expect(session.rows(sql)).rejects.toThrow(words);
    await expect(session.columns(sql)).rejects.toThrow(words);
    await expect(session.stream(sql).next()).rejects.toThrow(words);
    if (scope === wholeOffice) await expect(session.writeParquet(sql, out)).rejects.toThrow(words);
    expect(existsSync(out)).toBe(false);
  });

  it('answers what is asked of its views, its own tables and values', async () => {
    await session.registerTable('wanted', { kind: 'text' }, [['invention'], ['design']]);
    await session.registerTable('wanted', { kind: 'text' }, [['invention']]);
    const sql = `WITH RECURSIVE few AS MATERIALIZED (SELECT id, number FROM patents AS p JOIN Wanted USING (kind)),
        patents AS (SELECT * FROM few), steps AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM steps WHERE n < 3)
      SELECT id, CAST(sum(n) AS DECIMAL(10, 2)) AS total, list(n ORDER BY n DESC) AS steps
      FROM patents CROSS JOIN steps WHERE number IN ($1, '3') AND n IN (SELECT * FROM range(1, 3)) GROUP BY ALL ORDER BY ALL LIMIT 5`;
    expect(await session.rows(sql, ['1'])).toEqual([{ id: 'CN:1', total: 3, steps: [2, 1] }]);
    expect(await session.columns('SELECT id, number AS "no" FROM patents')).toEqual(['id', 'no']);
  });

  it.each(['patents', 'x; DROP VIEW patents', 'a.b', '"', path])('registers no table %s', async (name) => {
    await expect(session.registerTable(name, { a: 'text' }, [])).rejects.toThrow('no name for a table');
    await expect(session.showSegment(name, { sha256: segment?.sha256 ?? '' })).rejects.toThrow('not opened beside');
  });

  it('writes no file where it was not told to', async () => {
    await expect(session.writeParquet('SELECT 1 AS x', out)).rejects.toThrow();
    expect(existsSync(out)).toBe(false);
  });
});

it('refuses a statement with a NUL in it', async () => {
  const session = await openLakeSession(lake.holdings, lake.store, wholeOffice);
  await expect(session.rows('SELECT 1 AS x\0')).rejects.toThrow();
  session.close();
});

it('leaves the engine itself nothing to reach but the files behind the views', async () => {
  const session = await Session.open();
  const other = lake.store.pathOf(lake.holdings.tables.patents?.segments[0]?.sha256 ?? '', 'parquet');
  await session.lock({ paths: [path], folders: [] });
  expect(await session.rows(`SELECT count(*) AS n FROM read_parquet('${path}')`)).toEqual([{ n: 2 }]);
  for (const sql of [
    `SELECT * FROM read_parquet('${other}')`,
    `SELECT * FROM '${other}'`,
    `SELECT * FROM read_text('/etc/passwd')`,
    `SELECT * FROM glob('${lake.folder}/**')`,
    `COPY (SELECT 1) TO '${out}'`,
    `ATTACH '${lake.folder}/x.duckdb' AS x`,
    'LOAD httpfs',
    'SET enable_external_access = true',
    `SET allowed_directories = ['/']`,
    'SET lock_configuration = false',
    'RESET allowed_paths',
  ]) {
    await expect(session.run(sql), sql).rejects.toThrow(/SQL:/);
  }
  session.close();
});

it('tells in a narrowed session nothing of the row that made a query fail', async () => {
  // The engine may try the cast on a row before it tests whether the scope shows that row, and quotes it.
  const sql = 'SELECT CAST(title AS INTEGER) FROM patent_texts';
  const whole = await openLakeSession(lake.holdings, lake.store, wholeOffice);
  await expect(whole.rows(sql)).rejects.toThrow('机密');
  whole.close();
  const others = await openLakeSession(lake.holdings, lake.store, { areas: ['110000'], personal: 'plain' });
  const told = await others.rows(sql).catch((error: unknown) => error);
  expect(String(told)).toContain('a query of a narrowed session failed');
  expect(`${String(told)}${String((told as Error).cause)}`).not.toContain('机密');
  others.close();
});

it('writes where it was told to, and shows segments that it was opened beside', async () => {
  const beside = segment === undefined ? [] : [segment];
  const empty = { ...lake.holdings, tables: {} };
  const session = await openLakeSession(empty, lake.store, wholeOffice, { writeFolder: lake.folder, beside });
  expect(await session.writeParquet('SELECT 1 AS x UNION ALL SELECT 2', out)).toBe(2);
  expect(existsSync(out)).toBe(true);
  await session.showSegment('shown', { sha256: segment?.sha256 ?? '' });
  expect(await session.rows('SELECT name FROM shown ORDER BY id')).toEqual([{ name: '甲公司' }, { name: '乙公司' }]);
  session.close();
});
