import { appendFileSync, chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patentTables, wholeOffice } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  defineViews,
  emptyHoldings,
  type Holdings,
  nodeDisk,
  ObjectStore,
  openLakeSession,
  type Segment,
  Session,
} from './index.js';

const newStore = () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-lake-'));
  return { folder, store: new ObjectStore(folder, nodeDisk) };
};

async function statesSegment(store: ObjectStore, revision: number, rows: string): Promise<Segment> {
  const session = await Session.open();
  const path = await store.incomingPath('parquet');
  const count = await session.writeParquet(
    `SELECT id, CAST(${revision} AS BIGINT) AS revision, NULL::DATE AS examination_requested_on, NULL::DATE AS first_action_on,
     NULL::DATE AS closed_on, outcome, NULL::DATE AS granted_on, NULL::DATE AS ceased_on, NULL::VARCHAR AS cease_reason
     FROM (VALUES ${rows}) AS given(id, outcome)`,
    path,
  );
  session.close();
  return { ...(await store.adopt(path, 'parquet')), rows: count, revision };
}

async function replacedSegment(store: ObjectStore, rows: string): Promise<Segment> {
  const session = await Session.open();
  const path = await store.incomingPath('parquet');
  const count = await session.writeParquet(`SELECT * FROM (VALUES ${rows}) AS given(id, revision)`, path);
  session.close();
  return { ...(await store.adopt(path, 'parquet')), rows: count, revision: 2 };
}

describe('the object store', () => {
  it('names a file by its content, read-only, once', async () => {
    const { folder, store } = newStore();
    for (const _ of [1, 2]) {
      const path = await store.incomingPath('json');
      writeFileSync(path, 'hello\n');
      // SHA-256 of "hello\n" as sha256sum prints it.
      expect(await store.adopt(path, 'json')).toEqual({
        sha256: '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
        bytes: 6,
      });
    }
    const inside = readdirSync(join(folder, 'objects/58'));
    expect(inside).toHaveLength(1);
    expect(statSync(join(folder, 'objects/58', inside[0] ?? '')).mode & 0o777).toBe(0o444);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('puts the place of a file right that was damaged and kept its size', async () => {
    const { folder, store } = newStore();
    const take = async (one: ObjectStore) => {
      const path = await one.incomingPath('file');
      writeFileSync(path, 'hello\n');
      return one.adopt(path, 'file');
    };
    const { sha256 } = await take(store);
    const path = store.pathOf(sha256, 'file');
    chmodSync(path, 0o644);
    writeFileSync(path, 'hellx\n');
    const later = new ObjectStore(folder, nodeDisk);
    await expect(later.getFile(sha256)).rejects.toMatchObject({ code: 'segment-damaged' });
    expect(await take(later)).toEqual({ sha256, bytes: 6 });
    expect((await later.getFile(sha256)).toString()).toBe('hello\n');
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('reads back JSON and refuses a changed one', async () => {
    const { store } = newStore();
    const { sha256 } = await store.putJson({ b: 1, a: [2] });
    expect(await store.getJson(sha256)).toEqual({ a: [2], b: 1 });
    chmodSync(store.pathOf(sha256, 'json'), 0o644);
    appendFileSync(store.pathOf(sha256, 'json'), ' ');
    await expect(store.getJson(sha256)).rejects.toMatchObject({ code: 'segment-damaged' });
    expect(await store.faultOf(sha256, 'json')).not.toBeNull();
  });
});

describe('a lake session', () => {
  it('shows the current rows only, and every state when asked', async () => {
    const { store } = newStore();
    const holdings: Holdings = {
      ...emptyHoldings,
      revision: 2,
      tables: {
        patent_states: {
          segments: [
            await statesSegment(store, 1, `('CN:1', 'old'), ('CN:2', 'kept')`),
            await statesSegment(store, 2, `('CN:1', 'new')`),
          ],
          replaced: [await replacedSegment(store, `('CN:1', 1)`)],
          history: [await statesSegment(store, 2, `('CN:2', 'older')`)],
          rows: 2,
        },
      },
    };
    const session = await openLakeSession(holdings, store, wholeOffice);
    expect(await session.rows('SELECT id, outcome FROM patent_states ORDER BY id')).toEqual([
      { id: 'CN:1', outcome: 'new' },
      { id: 'CN:2', outcome: 'kept' },
    ]);
    expect(await session.rows('SELECT * FROM patents')).toEqual([]);
    session.close();
    const load = await Session.open();
    await defineViews(load, holdings, store, 'known_', true);
    expect(await load.rows('SELECT outcome FROM known_patent_states ORDER BY outcome')).toEqual(
      ['kept', 'new', 'old', 'older'].map((outcome) => ({ outcome })),
    );
    load.close();
  });

  it.each([
    ['2', (holdings: Holdings) => ({ ...holdings, schemaVersion: 2 })],
    ['2, with a load of version 3 behind it', (holdings: Holdings) => ({ ...holdings, earlierUntil: 1 })],
  ])('shows columns that version 3 added as null in segments of version %s', async (_, told) => {
    const { store } = newStore();
    const segment = async (revision: number, columns: string): Promise<Segment> => {
      const session = await Session.open();
      const path = await store.incomingPath('parquet');
      await session.writeParquet(`SELECT ${columns}`, path);
      session.close();
      return { ...(await store.adopt(path, 'parquet')), rows: 1, revision };
    };
    const earlier = `CAST(1 AS BIGINT) AS revision, 'T' AS title, 'A' AS abstract, NULL::VARCHAR AS first_claim, 'zh' AS "language"`;
    const holdings = told({ ...emptyHoldings, revision: 2 });
    const { schemaVersion, earlierUntil } = holdings as Holdings;
    const segments = [await segment(1, `'CN:1' AS id, ${earlier}`)];
    if (earlierUntil !== undefined) segments.push(await segment(2, `'CN:2' AS id, ${earlier}, 'English' AS title_en`));
    const tables = { patent_texts: { segments, replaced: [], history: [], rows: segments.length } };
    const session = await openLakeSession({ ...holdings, schemaVersion, tables }, store, wholeOffice);
    const titles = await session.rows('SELECT id, title, title_en FROM patent_texts ORDER BY id');
    expect(titles).toEqual([
      { id: 'CN:1', title: 'T', title_en: null },
      ...(earlierUntil === undefined ? [] : [{ id: 'CN:2', title: 'T', title_en: 'English' }]),
    ]);
    const [row] = await session.rows('SELECT * FROM patent_texts LIMIT 1');
    expect(Object.keys(row ?? {})).toEqual(Object.keys(patentTables.patent_texts.columns));
    session.close();
  });

  it('takes and gives dates as text, nulls and numbers, over more rows than one chunk', async () => {
    const session = await Session.open();
    await session.createTable(patentTables.patent_holders);
    const count = 5000;
    const column = <T>(value: T) => Array.from({ length: count }, () => value);
    const numbers = Array.from({ length: count }, (_, index) => index);
    await session.append(patentTables.patent_holders, [
      numbers.map((number) => `CN:${number}`),
      column(7),
      column(1),
      column('深圳某公司'),
      column(null),
      column(null),
      column('440300'),
      numbers.map((number) => (number % 2 === 0 ? '2024-02-29' : null)),
      column(null),
    ]);
    expect(
      await session.rows(
        `SELECT count(*) AS rows, count(from_on) AS dated, max(from_on) AS latest FROM patent_holders`,
      ),
    ).toEqual([{ rows: count, dated: 2500, latest: '2024-02-29' }]);
    let streamed = 0;
    for await (const rows of session.stream<{ id: string }>('SELECT id FROM patent_holders')) {
      await session.rows('SELECT 1');
      streamed += rows.length;
    }
    expect(streamed).toBe(count);
    session.close();
  });

  it('tells the SQL of a failing query', async () => {
    const session = await Session.open();
    await expect(session.rows('SELECT nothing_here')).rejects.toThrow(/SQL: SELECT nothing_here/);
    session.close();
  });
});
