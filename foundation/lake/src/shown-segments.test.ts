import { wholeOffice } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { lakeOf } from '../test/scoped-lake.js';
import { openLakeSession } from './lake.js';
import type { ObjectStore } from './object-store.js';
import { Session } from './session.js';

const { store, holdings } = await lakeOf({
  patents: ['a', 'b', 'c'].map((id) => ({ id, revision: 1 })),
  patent_holders: [
    { id: 'a', revision: 1, position: 1, area: '440300' },
    { id: 'b', revision: 1, position: 1, area: '110108' },
  ],
});
const beside = [
  await segmentOf(store, "VALUES ('a', 1), ('b', 1), ('c', 1)"),
  await segmentOf(store, "VALUES ('b', 2), ('d', 2)"),
];
const last = await segmentOf(store, "VALUES ('b', 3)");
const sql = 'SELECT id, n FROM told ORDER BY id';

async function segmentOf(to: ObjectStore, values: string) {
  const session = await Session.open();
  const path = await to.incomingPath('parquet');
  await session.writeParquet(`SELECT * FROM (${values}) AS rows (id, n)`, path);
  session.close();
  return to.adopt(path, 'parquet');
}

describe('segments beside the records', () => {
  it('show the rows of later ones in the place of those of the same record', async () => {
    const session = await openLakeSession(holdings, store, wholeOffice, { beside });
    await session.showSegments('told', { segments: beside });
    expect(await session.rows(sql)).toEqual([
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
      { id: 'c', n: 1 },
      { id: 'd', n: 2 },
    ]);
    session.close();
  });

  it('count together in a list, and give way to later ones', async () => {
    const session = await openLakeSession(holdings, store, wholeOffice, { beside: [...beside, last] });
    await session.showSegments('told', { segments: [beside, last] });
    expect(await session.rows('SELECT id, n FROM told ORDER BY id, n')).toEqual([
      { id: 'a', n: 1 },
      { id: 'b', n: 3 },
      { id: 'c', n: 1 },
      { id: 'd', n: 2 },
    ]);
    await session.showSegments('none', { segments: [[], last] });
    expect(await session.rows('SELECT * FROM none')).toEqual([{ id: 'b', n: 3 }]);
    session.close();
  });

  it('stay where a later one has the same record, if another column tells which rows take whose place', async () => {
    const session = await openLakeSession(holdings, store, wholeOffice, { beside });
    await session.showSegments('told', { segments: beside, by: 'n' });
    const ids = (await session.rows<{ id: string }>(sql)).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'b', 'c', 'd']);
    await expect(session.showSegments('told', { segments: beside, by: 'n = 1 OR later.n' })).rejects.toThrow('no name');
    session.close();
  });

  it('are told under a name by a query, as they are shown when it is asked', async () => {
    const session = await openLakeSession(holdings, store, wholeOffice, { beside });
    await session.showSegments('told', { segments: beside.slice(1) });
    await session.name('doubled', 'SELECT id, 2 * n AS n FROM told');
    expect(await session.rows('SELECT * FROM doubled ORDER BY id')).toEqual([
      { id: 'b', n: 4 },
      { id: 'd', n: 4 },
    ]);
    await session.showSegments('told', { segments: beside.slice(0, 1) });
    expect(await session.rows('SELECT count(*) AS rows, sum(n) AS n FROM doubled')).toEqual([{ rows: 3, n: 6 }]);
    await expect(session.name('other', "SELECT * FROM read_csv('other.csv')")).rejects.toThrow('may not ask');
    await expect(session.name('patents', 'SELECT * FROM told')).rejects.toThrow('no name');
    session.close();
  });

  it('show a narrowed session the rows of visible records alone, and none where they belong to no record', async () => {
    const session = await openLakeSession(holdings, store, { areas: ['110000'], personal: 'plain' }, { beside });
    await session.showSegments('told', { segments: beside, recordsOf: 'patents' });
    expect(await session.rows(sql)).toEqual([{ id: 'b', n: 2 }]);
    await expect(session.showSegments('told', { segments: beside })).rejects.toThrow('rows of records alone');
    await expect(session.rows('SELECT * FROM "visible patents"')).rejects.toThrow('may not ask');
    session.close();
  });

  it.each([
    [wholeOffice, ['id', 'n'], 3],
    [{ areas: ['110000'], personal: 'plain' } as const, ['id'], 1],
    [{ areas: 'everywhere', personal: 'masked' } as const, ['id'], 3],
  ])('have a column that is for the whole office alone there and nowhere else: %j', async (scope, columns, rows) => {
    const session = await openLakeSession(holdings, store, scope, { beside });
    const shown = { segments: beside.slice(0, 1), recordsOf: 'patents' };
    await session.showSegments('told', { ...shown, officeAlone: 'n' });
    expect(await session.columns('SELECT * FROM told')).toEqual(columns);
    expect(await session.rows('SELECT id FROM told')).toHaveLength(rows);
    // What has no such column is shown as it is.
    await session.showSegments('other', { ...shown, officeAlone: 'party' });
    expect(await session.rows('SELECT n FROM other')).toHaveLength(rows);
    session.close();
  });

  it('are shown to a session that masks names and sees everywhere', async () => {
    const session = await openLakeSession(holdings, store, { areas: 'everywhere', personal: 'masked' }, { beside });
    await session.showSegments('told', { segments: beside, recordsOf: 'patents' });
    expect(await session.rows(sql)).toHaveLength(4);
    session.close();
  });
});

describe('cards of records', async () => {
  const maker = await Session.open();
  const path = await store.incomingPath('parquet');
  await maker.writeParquet("SELECT 'a' AS id, '深圳某公司' AS holder, 'k' AS holder_key", path, 2048);
  maker.close();
  const cards = await store.adopt(path, 'parquet');
  const shown = { segments: [cards], recordsOf: 'patents', people: 'cards' } as const;

  it.each([
    ['plain', { holder: '深圳某公司', holder_key: 'k' }],
    ['masked', { holder: '深＊＊', holder_key: null }],
  ] as const)('show names %s as their tables do, and nothing of other areas', async (personal, told) => {
    for (const [areas, rows] of [
      [['440000'], [{ id: 'a', ...told }]],
      [['110000'], []],
    ] as const) {
      const session = await openLakeSession(holdings, store, { areas, personal }, { beside: [cards] });
      await session.showSegments('record_card', shown);
      expect(await session.rows('SELECT * FROM record_card')).toEqual(rows);
      session.close();
    }
  });
});

describe('files that are written apart', () => {
  it('hold each the rows of one number, and all of them together', async () => {
    const writeFolder = store.incomingFolder;
    const session = await openLakeSession(holdings, store, wholeOffice, { writeFolder });
    const rows = "SELECT 'r' || n AS id, n % 3 AS part FROM (SELECT unnest(range(10)) AS n) AS numbers ORDER BY id";
    const written = await session.writeParquetApart(rows, await store.incomingPath('apart'), 'part', 2048);
    const found = new Map<number, string[]>();
    const reader = await Session.open();
    for (const { value, path, rows: count } of written) {
      const ids = await reader.rows<{ id: string }>(`SELECT * FROM read_parquet('${path}', hive_partitioning = false)`);
      expect(Object.keys(ids[0] ?? {})).toEqual(['id']);
      expect(ids).toHaveLength(count);
      found.set(value, [...(found.get(value) ?? []), ...ids.map(({ id }) => id)].sort());
    }
    reader.close();
    expect([...found].sort()).toEqual([
      [0, ['r0', 'r3', 'r6', 'r9']],
      [1, ['r1', 'r4', 'r7']],
      [2, ['r2', 'r5', 'r8']],
    ]);
    await expect(session.writeParquetApart(rows, 'x', 'part)', 2048)).rejects.toThrow('no name of a column');
    session.close();
    const narrowed = await openLakeSession(holdings, store, { areas: ['440000'], personal: 'plain' }, { writeFolder });
    await expect(narrowed.writeParquetApart(rows, 'x', 'part', 2048)).rejects.toThrow('writes no files');
    narrowed.close();
  });
});

describe('what a session keeps', () => {
  it('is a table of the rows of a query, replaced by the next of its name, and no view of records', async () => {
    const session = await openLakeSession(holdings, store, { areas: ['440000'], personal: 'masked' });
    await session.keep('kept', 'SELECT id FROM patents');
    expect(await session.rows('SELECT * FROM kept')).toEqual([{ id: 'a' }]);
    await session.keep('kept', 'SELECT count(*) AS n FROM patents');
    expect(await session.rows('SELECT * FROM kept')).toEqual([{ n: 1 }]);
    await expect(session.keep('patents', 'SELECT 1 AS n')).rejects.toThrow('no name for a table');
    await expect(session.keep('kept', "SELECT * FROM read_parquet('x')")).rejects.toThrow('may not ask');
    session.close();
  });
});
