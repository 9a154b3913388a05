import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore, openLakeSession } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../src/loading/load-files.js';
import type { LoadResult } from '../src/loading/load-result.js';
import { readDocdb } from '../src/reading/docdb/read-docdb.js';
import { readOps } from '../src/reading/ops/read-ops.js';
import { collect, fileSource, placeSheets, sharedFile } from './sources.js';
import { grant } from './uspto-documents.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = new ObjectStore(folder, nodeDisk);

async function load(onto: Holdings, ...paths: string[]) {
  const { result, holdings } = await loadFiles(
    { paths, keepComplete: false },
    {
      store,
      holdings: onto,
      placeSheets,
      clock: { now: () => new Date(0) },
      onProgress: () => {},
      workFolder: mkdtempSync(path.join(folder, 'work-')),
      memoryLimit: '256MB',
    },
  );
  return { result, holdings: holdings ?? onto };
}

const tables = [
  'patents',
  'patent_texts',
  'patent_states',
  'patent_classes',
  'patent_holders',
  'patent_statements',
  'patent_events',
  'patent_family_members',
];

/** Columns that tell where a row comes from, and not what it says. */
const origin = ['revision', 'content_hash', 'source', 'source_position'];

/** All current rows, without where they come from. */
async function currentRows(holdings: Holdings): Promise<Record<string, unknown[]>> {
  const session = await openLakeSession(holdings, store, wholeOffice);
  try {
    const rows: Record<string, unknown[]> = {};
    for (const table of tables) {
      const columns = `COLUMNS(name -> name NOT IN ('${origin.join("', '")}'))`;
      rows[table] = await session.rows(`SELECT ${columns} FROM ${table} ORDER BY ALL`);
    }
    return rows;
  } finally {
    session.close();
  }
}

/** The sum of each file that was read: read, loaded, replaced, duplicates, ignored with reasons. */
const sumsOf = ({ files }: LoadResult) =>
  files.map(({ read, loaded, replaced, duplicates, ignoredReasons }) => [
    read,
    loaded,
    replaced,
    duplicates,
    ignoredReasons,
  ]);

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const shared = sharedFile('patents-ep');
const sample = (name: string) => `${shared}/${name}`;

describe.skipIf(shared === null)('exchange data', () => {
  it('is the same in whatever order the files come, in one load or in several', { timeout: 300_000 }, async () => {
    const names = readdirSync(shared ?? '').filter((name) => /^(?:ops|docdb)-.*\.xml$/.test(name));
    const first = await load(emptyHoldings, ...names.map(sample));
    const files = first.result.files.filter(({ read, ignored }) => read > ignored).map((file) => file.path);
    expect(files.length).toBeGreaterThan(15);
    const expected = await currentRows(first.holdings);
    expect(expected.patent_statements).toHaveLength(8);
    expect(expected.patent_family_members?.length).toBe(await membersTold(files));
    const anyOrder = fc.shuffledSubarray(files, { minLength: files.length });
    const anyCut = fc.integer({ min: 1, max: files.length - 1 });
    await fc.assert(
      fc.asyncProperty(anyOrder, anyCut, async (order, cut) => {
        const before = await load(emptyHoldings, ...order.slice(0, cut));
        const after = await load(before.holdings, ...order.slice(cut));
        expect(await currentRows(after.holdings)).toEqual(expected);
        for (const { read, loaded, replaced, duplicates, ignored, quarantined } of [before.result, after.result]) {
          expect(loaded + replaced + duplicates + ignored + quarantined).toBe(read);
        }
      }),
      { numRuns: 5, seed: 20_251_126 },
    );
  });

  it('keeps the legal events beside the bibliographic data, whichever comes first', async () => {
    const [legal, biblio] = [sample('ops-get_legal.xml'), sample('ops-get_biblio.xml')];
    const one = await load(emptyHoldings, legal);
    const both = await load(one.holdings, biblio);
    expect([...sumsOf(one.result), ...sumsOf(both.result)]).toEqual([
      [1, 1, 0, 0, {}],
      [1, 0, 1, 0, {}],
    ]);
    const other = await load(emptyHoldings, biblio);
    const turned = await load(other.holdings, legal);
    // The bare number is an older state, its events are news: something was taken in, so the record is loaded.
    expect([...sumsOf(other.result), ...sumsOf(turned.result)]).toEqual([
      [1, 1, 0, 0, {}],
      [1, 1, 0, 0, {}],
    ]);
    const rows = await currentRows(both.holdings);
    expect(await currentRows(turned.holdings)).toEqual(rows);
    expect(rows.patent_events).toHaveLength(69);
    expect(rows.patent_texts).toMatchObject([{ id: 'EP:10167109', title: 'BLUETOOTH NETWORKING' }]);
    const again = await load(turned.holdings, legal, biblio);
    expect(sumsOf(again.result)).toEqual([
      [1, 0, 0, 1, {}],
      [1, 0, 0, 1, {}],
    ]);
    expect(again.holdings.tables).toEqual(turned.holdings.tables);
  });

  it('counts an answer with family and events once, and what of it is news', async () => {
    const whole = await load(emptyHoldings, sample('ops-get_family_with_legal.xml'));
    const bare = await load(whole.holdings, sample('ops-get_family.xml'));
    expect([...sumsOf(whole.result), ...sumsOf(bare.result)]).toEqual([
      [3, 3, 0, 0, {}],
      [3, 0, 0, 3, {}],
    ]);
    const rows = await currentRows(bare.holdings);
    expect(rows.patent_statements?.map((row) => (row as { id: string }).id)).toEqual([
      'OPS-FAMILY:EP:10167109',
      'OPS-LEGAL:CA:2744162',
      'OPS-LEGAL:EP:10167109',
      'OPS-LEGAL:US:13167395',
    ]);
    expect(rows.patent_family_members).toHaveLength(5);
    expect(rows.patent_events).toHaveLength(69 + 1 + 5 + 1);
  });
});

describe('records of the United States from two sides', () => {
  /** The exchange document of the grant that `weekly` holds, delivered by the EPO; dated two years behind it. */
  const copy = (original: string) => `<?xml version="1.0" encoding="UTF-8"?>
<exchange-documents><exchange-document country="US" doc-number="6500001" kind="B2" date-publ="20220104" family-id="7"><bibliographic-data>
<application-reference data-format="docdb"><document-id><country>US</country><doc-number>34567803</doc-number><kind>A</kind><date>20030301</date></document-id></application-reference>
${original}<invention-title lang="en">Hinge as copied</invention-title></bibliographic-data></exchange-document></exchange-documents>`;
  const original =
    '<application-reference data-format="original"><document-id><doc-number>10/345,678</doc-number></document-id></application-reference>';
  const weekly = write('weekly.xml', grant({ number: '10345678' }).replace('20180301', '20030301'));
  const docdb = write('docdb.xml', copy(original));
  const silent = write('silent.xml', copy(''));

  it('end as the office tells them, in either order, in one load or two', async () => {
    const office = await load(emptyHoldings, weekly);
    const expected = await currentRows(office.holdings);
    expect(expected.patents).toMatchObject([{ id: 'US:10345678', state_on: '2020-01-07' }]);

    const copied = await load(office.holdings, docdb);
    expect(sumsOf(copied.result)).toEqual([[1, 0, 0, 0, { 'second-hand-state': 1 }]]);
    expect(await currentRows(copied.holdings)).toEqual(expected);
    expect(sumsOf((await load(copied.holdings, docdb)).result)).toEqual([[1, 0, 0, 1, {}]]);

    const first = await load(emptyHoldings, docdb);
    expect(await currentRows(first.holdings)).toMatchObject({ patent_texts: [{ title: 'Hinge as copied' }] });
    const told = await load(first.holdings, weekly);
    expect(sumsOf(told.result)).toEqual([[1, 0, 1, 0, {}]]);
    expect(await currentRows(told.holdings)).toEqual(expected);

    for (const order of [
      [weekly, docdb],
      [docdb, weekly],
    ]) {
      expect(await currentRows((await load(emptyHoldings, ...order)).holdings)).toEqual(expected);
    }
  });

  it('stay two records where the copy does not tell the series of its number', async () => {
    const { result, holdings } = await load(emptyHoldings, weekly, silent);
    expect(sumsOf(result)).toEqual([
      [1, 1, 0, 0, {}],
      [1, 1, 0, 0, {}],
    ]);
    const { patents } = await currentRows(holdings);
    expect(patents?.map((row) => (row as { id: string }).id)).toEqual(['US:10345678', 'US:34567803A']);
  });

  it('are not added to holdings in which events stand on the records', async () => {
    const { holdings } = await load(emptyHoldings, docdb);
    const earlier = { ...holdings, schemaVersion: 1 };
    await expect(load(earlier, weekly)).rejects.toMatchObject({
      code: 'schema-outdated',
      detail: { found: '1', expected: '4' },
    });
    await expect(load({ ...holdings, schemaVersion: 5 }, weekly)).rejects.toMatchObject({ code: 'schema-outdated' });
    const office = await load(emptyHoldings, weekly);
    const onto = await load({ ...office.holdings, schemaVersion: 1 }, docdb);
    expect(onto.holdings.schemaVersion).toBe(4);
  });
});

/** Rows of families that the files list, each family once. */
async function membersTold(files: readonly string[]): Promise<number> {
  const families = new Map<string, number>();
  for (const file of files) {
    const items = await collect(
      path.basename(file).startsWith('ops') ? readOps(fileSource(file)) : readDocdb(fileSource(file)),
    );
    for (const item of items) {
      for (const { id, rows } of item.type === 'record' ? (item.beside ?? []) : []) {
        if (rows.patent_statements?.[0]?.kind === 'family') families.set(id, rows.patent_family_members?.length ?? 0);
      }
    }
  }
  return [...families.values()].reduce((total, one) => total + one, 0);
}
