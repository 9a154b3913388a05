import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { wholeOffice } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { lakeOf } from '../test/scoped-lake.js';
import { nodeDisk, ObjectStore, openLakeSession } from './index.js';

const rows = {
  patents: [{ id: 'a', revision: 1 }],
  patent_texts: [{ id: 'a', revision: 1, title: 'T' }],
  patent_holders: [{ id: 'a', revision: 1, position: 1, area: '440300' }],
};

/** A lake whose segment of a table is not what its name says. */
async function damaged(table: 'patents' | 'patent_texts' | 'patent_holders') {
  const { folder, store, holdings } = await lakeOf(rows);
  const path = store.pathOf(holdings.tables[table]?.segments[0]?.sha256 ?? '', 'parquet');
  const right = readFileSync(path);
  chmodSync(path, 0o644);
  writeFileSync(path, Buffer.concat([right.subarray(0, 8), Buffer.from([(right[8] ?? 0) ^ 1]), right.subarray(9)]));
  // One that has checked nothing yet.
  return { holdings, store: new ObjectStore(folder, nodeDisk), path, mend: () => writeFileSync(path, right) };
}

describe('a session that checks what a statement names', () => {
  it('reads sound tables beside a damaged one, and refuses that one each time until it is mended', async () => {
    const { holdings, store, path, mend } = await damaged('patent_texts');
    const session = await openLakeSession(holdings, store, wholeOffice, { check: 'when-named' });
    const titles = 'SELECT title FROM patents JOIN (SELECT id, title FROM patent_texts) AS text USING (id)';
    for (const _ of [1, 2]) {
      expect(await session.rows('SELECT id FROM patents')).toEqual([{ id: 'a' }]);
      await expect(session.rows(titles)).rejects.toMatchObject({
        code: 'segment-damaged',
        detail: { place: { path } },
      });
    }
    await expect(session.columns('SELECT * FROM patent_texts')).rejects.toMatchObject({ code: 'segment-damaged' });
    await expect(session.keep('kept', titles)).rejects.toMatchObject({ code: 'segment-damaged' });
    await session.name('told', titles);
    await expect(session.stream('SELECT * FROM told').next()).rejects.toMatchObject({ code: 'segment-damaged' });
    mend();
    expect(await session.rows('SELECT * FROM told')).toEqual([{ title: 'T' }]);
    session.close();
  });

  it('refuses a table whose rows a damaged one decides on', async () => {
    const { holdings, store } = await damaged('patent_holders');
    const narrowed = { areas: ['440000'], personal: 'plain' } as const;
    const session = await openLakeSession(holdings, store, narrowed, { check: 'when-named' });
    await expect(session.rows('SELECT id FROM patents')).rejects.toMatchObject({ code: 'segment-damaged' });
    session.close();
  });

  it('refuses segments beside the records, however they are shown', async () => {
    const { holdings, store } = await damaged('patents');
    const segments = holdings.tables.patents?.segments ?? [];
    const session = await openLakeSession(holdings, store, wholeOffice, { check: 'when-named', beside: segments });
    await session.showSegments('shown', { segments: [segments] });
    await session.name('named', 'SELECT id FROM shown');
    for (const name of ['shown', 'named']) {
      await expect(session.rows(`SELECT id FROM ${name}`)).rejects.toMatchObject({ code: 'segment-damaged' });
    }
    session.close();
  });
});

describe('a session whose statements are the software’s own', () => {
  const ownStatements = { check: 'when-named', ownStatements: true } as const;

  it('shows what they name, and refuses a damaged table', async () => {
    const { holdings, store, mend } = await damaged('patent_texts');
    const session = await openLakeSession(holdings, store, wholeOffice, ownStatements);
    expect(await session.rows('SELECT id FROM patents')).toEqual([{ id: 'a' }]);
    await session.name('told', 'SELECT id, title FROM patent_texts');
    await expect(session.rows('SELECT * FROM told')).rejects.toMatchObject({ code: 'segment-damaged' });
    mend();
    await session.keep('kept', 'SELECT told.id, told.title FROM told JOIN patents USING (id)');
    expect(await session.rows('SELECT * FROM kept')).toEqual([{ id: 'a', title: 'T' }]);
    session.close();
  });

  it('is never one that does not see the whole office', async () => {
    const { holdings, store } = await lakeOf(rows);
    for (const scope of [
      { areas: ['440000'], personal: 'plain' },
      { areas: 'everywhere', personal: 'masked' },
    ] as const) {
      await expect(openLakeSession(holdings, store, scope, ownStatements)).rejects.toThrow(/looked through/);
    }
  });
});

describe('a session that says nothing of checking', () => {
  it('does not open over a damaged table', async () => {
    const { holdings, store } = await damaged('patent_texts');
    await expect(openLakeSession(holdings, store, wholeOffice)).rejects.toMatchObject({ code: 'segment-damaged' });
  });
});

describe('a segment that several ask for at once', () => {
  it('is read once, and told to all', async () => {
    const { folder, holdings } = await lakeOf(rows);
    const read: string[] = [];
    const whole = (path: string) => {
      read.push(path);
      return nodeDisk.hash(path);
    };
    const disk = { ...nodeDisk, hash: whole };
    const store = new ObjectStore(folder, disk);
    const segments = holdings.tables.patents?.segments ?? [];
    await Promise.all([store.checkSegments(segments), store.checkSegments(segments)]);
    await store.checkSegments(segments);
    expect(read).toHaveLength(1);
  });
});
