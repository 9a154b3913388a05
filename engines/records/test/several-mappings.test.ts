import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore, openLakeSession } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../src/loading/load-files.js';
import type { LoadRequest } from '../src/loading/load-request.js';
import type { WorkerPlan } from '../src/loading/reading-workers.js';
import { workerEntry } from './load-with-workers.js';
import { placeSheets } from './sources.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-mappings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = new ObjectStore(folder, nodeDisk);

const [a, b] = ['202310123456', '202220000007'];
const mappings = {
  patents:
    'table: patents\nfiles: ["patents-*.csv", "*.ndjson"]\ncolumns: { number: 号, title: 名, area: 地 }\ncovers: { filed: [2020-01-01, 2023-12-31] }\n',
  marks:
    'table: trademarks\nfiles: [marks.csv]\ncolumns: { number: 号, mark_text: 名 }\ncovers: { registered: [2020-01-01, 2023-12-31], completeness: full }\n',
  deeds:
    'table: deeds\nfiles: ["deeds-?.csv"]\ncolumns: { number: 号, patents: 专利, recorded_on: 日, to_parties: 人 }\ndefaults: { kind: transfer }\ncovers: { recorded: [2020-01-01, 2023-12-31] }\n',
  events:
    'table: patent_events\nfiles: [events.csv]\ncolumns: { number: 号, event: 事, event_on: 日, amount: 元 }\ndefaults: { currency: CNY }\n',
};
const written = (...names: (keyof typeof mappings)[]) =>
  names.map((name) => ({ path: `${name}.yaml`, text: mappings[name] }));
const everyMapping = written('patents', 'marks', 'deeds', 'events');

/** Loads files, by name with their lines, onto holdings. */
async function load(
  files: Readonly<Record<string, readonly string[]>>,
  request: Partial<LoadRequest> = {},
  { onto = emptyHoldings, workers }: { onto?: Holdings; workers?: WorkerPlan } = {},
) {
  const inbox = mkdtempSync(path.join(folder, 'in-'));
  const paths = Object.entries(files).map(([name, lines]) => {
    writeFileSync(path.join(inbox, name), [...lines, ''].join('\n'));
    return path.join(inbox, name);
  });
  const { result, holdings } = await loadFiles(
    { paths, mappings: everyMapping, keepComplete: false, ...request },
    {
      store,
      holdings: onto,
      placeSheets,
      clock: { now: () => new Date(0) },
      onProgress: () => {},
      workFolder: mkdtempSync(path.join(folder, 'work-')),
      memoryLimit: '256MB',
      ...(workers === undefined ? {} : { workers }),
    },
  );
  const { read, loaded, replaced, duplicates, ignored, quarantined } = result;
  return {
    sums: [read, loaded, replaced, duplicates, ignored, quarantined],
    faults: result.files.map(({ error }) => error?.code ?? null),
    errors: result.files.map(({ error }) => error),
    holdings: holdings ?? onto,
  };
}

async function rows(holdings: Holdings, sql: string): Promise<unknown[]> {
  const session = await openLakeSession(holdings, store, wholeOffice);
  try {
    return await session.rows(sql);
  } finally {
    session.close();
  }
}

const files = {
  'patents-2023.csv': ['号,名,地', `${a},甲,440305`, `${b},乙,110108`],
  'more.ndjson': [`{"号":"202330000001","名":"丙","地":"440305"}`],
  'marks.csv': ['号,名', '123,山水', '124,江河'],
  'deeds-1.csv': ['号,专利,日,人', `Y1,${a},2023-05-01,丁`],
  'events.csv': ['号,事,日,元', `${a},award,2023-03-01,`, `${a},pledge,2023-04-01,100.50`, `${b},award,2023-03-01,`],
};

describe('files of several tables in one load', () => {
  it.each([
    ['in one thread', undefined],
    ['in threads', { count: 2, fromBytes: 0, blockBytes: 64, entry: workerEntry }],
  ])('go each to the mapping that names it, %s', async (_, workers) => {
    const { sums, faults, holdings } = await load(files, {}, workers === undefined ? {} : { workers });
    expect(faults).toEqual([null, null, null, null, null]);
    expect(sums).toEqual([9, 9, 0, 0, 0, 0]);
    const counts = Object.fromEntries(Object.entries(holdings.tables).map(([table, content]) => [table, content.rows]));
    expect(counts).toMatchObject({
      patents: 3,
      trademarks: 2,
      recordals: 1,
      patent_statements: 3,
      patent_events: 4,
      new_holders: 1,
    });
    expect(
      await rows(holdings, 'SELECT patent, event, amount, currency FROM patent_events ORDER BY event, patent'),
    ).toEqual([
      { patent: `CN:${b}`, event: 'award', amount: null, currency: null },
      { patent: `CN:${a}`, event: 'award', amount: null, currency: null },
      { patent: `CN:${a}`, event: 'pledge', amount: 100.5, currency: 'CNY' },
      { patent: `CN:${a}`, event: 'transfer', amount: null, currency: null },
    ]);
    const told = holdings.coverage.map(({ table, event, source }) => [table, event, source]);
    expect(told).toEqual([
      ['patents', 'filed', 'patents.yaml'],
      ['trademarks', 'registered', 'marks.yaml'],
      ['recordals', 'recorded', 'deeds.yaml'],
    ]);
    expect(new Set(holdings.sources.map(({ mapping }) => mapping)).size).toBe(4);
  });

  it('are known when they come again, in any order', async () => {
    const first = await load(files);
    const again = await load(Object.fromEntries(Object.entries(files).reverse()), {}, { onto: first.holdings });
    expect(again.sums).toEqual([9, 0, 0, 9, 0, 0]);
    expect(again.holdings.tables).toEqual(first.holdings.tables);
  });

  it('are refused one by one where no mapping is for them, or two are', async () => {
    const twice = { path: 'twice.yaml', text: mappings.marks.replace('[marks.csv]', '["m*.csv"]') };
    const { errors, sums } = await load(
      { 'other.csv': ['号,名', '1,x'], 'marks.csv': ['号,名', '1,x'], 'patents-1.csv': ['号,名,地', `${a},甲,440305`] },
      { mappings: [...everyMapping, twice] },
    );
    expect(errors.map((error) => [error?.code, error?.found])).toEqual([
      ['mapping-missing', 'other.csv'],
      ['mapping-ambiguous', 'marks.yaml, twice.yaml'],
      [undefined, undefined],
    ]);
    expect(errors[0]?.expected).toContain('deeds-?.csv');
    expect(sums).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('need the names in every one of several mappings; a single one may go without', async () => {
    const bare = { path: 'bare.yaml', text: mappings.marks.replace('files: [marks.csv]\n', '') };
    await expect(load(files, { mappings: [bare, ...written('deeds')] })).rejects.toMatchObject({
      code: 'mapping-wrong',
      detail: { place: { path: 'bare.yaml', field: 'files' } },
    });
    expect((await load({ 'any.csv': ['号,名', '1,x'] }, { mappings: [bare] })).sums).toEqual([1, 1, 0, 0, 0, 0]);
    expect((await load({ 'any.csv': ['号,名', '1,x'] }, { mappings: written('marks') })).faults).toEqual([
      'mapping-missing',
    ]);
    expect((await load({ 'any.csv': ['号,名', '1,x'] }, { mappings: [] })).faults).toEqual(['mapping-missing']);
  });

  it('keep the coverage of the mapping that names them; --covers speaks for the others', async () => {
    const covers = {
      path: 'c.yaml',
      text: 'granted: [2021-01-01, 2021-12-31]\nregistered: [2021-01-01, 2021-12-31]\n',
    };
    const named = await load({ 'marks.csv': ['号,名', '1,x'] }, { covers });
    expect(named.holdings.coverage.map(({ from }) => from)).toEqual(['2020-01-01']);
    const bare = { path: 'bare.yaml', text: mappings.marks.replace('files: [marks.csv]\n', '') };
    const other = await load({ 'marks.csv': ['号,名', '1,x'] }, { covers, mappings: [bare] });
    expect(other.holdings.coverage.map(({ table, event, from }) => [table, event, from])).toEqual([
      ['trademarks', 'registered', '2021-01-01'],
    ]);
  });
});

describe('events told one by one', () => {
  const header = '号,事,日,元';

  it('stand beside their patent: neither takes the place of the other', async () => {
    const patent = { 'patents-1.csv': ['号,名,地', `${a},甲,440305`] };
    const event = { 'events.csv': [header, `${a},pledge,2023-04-01,100`] };
    const later = { 'patents-1.csv': ['号,名,地', `${a},甲二,440305`] };
    for (const order of [
      [patent, event, later],
      [event, patent, later],
      [patent, later, event],
    ]) {
      let holdings = emptyHoldings;
      for (const one of order) holdings = (await load(one, {}, { onto: holdings })).holdings;
      const found = await rows(
        holdings,
        'SELECT title, event, amount FROM patent_texts AS text JOIN patent_events AS event ON event.patent = text.id',
      );
      expect(found).toEqual([{ title: '甲二', event: 'pledge', amount: 100 }]);
    }
  });

  it('are duplicates when told again, and replaced by a later state of themselves', async () => {
    const first = await load({ 'events.csv': [header, `${a},pledge,2023-04-01,100`, `${a},award,2023-04-01,`] });
    const next = await load(
      { 'events.csv': [header, `${a},pledge,2023-04-01,250`, `${a},award,2023-04-01,`, `${a},pledge,2023-04-02,7`] },
      {},
      { onto: first.holdings },
    );
    expect(next.sums).toEqual([3, 1, 1, 1, 0, 0]);
    expect(await rows(next.holdings, "SELECT amount FROM patent_events WHERE event = 'pledge' ORDER BY 1")).toEqual([
      { amount: 7 },
      { amount: 250 },
    ]);
  });

  it('wait in quarantine with the record that crosses to another dataset', async () => {
    const first = await load({ 'events.csv': [header, `${a},pledge,2023-04-01,100`] });
    const synthetic = {
      path: 'e.yaml',
      text: mappings.events.replace('currency: CNY', 'currency: CNY, dataset: synthetic'),
    };
    const second = await load(
      { 'events.csv': [header, `${a},pledge,2023-04-01,5`] },
      { mappings: [synthetic] },
      { onto: first.holdings },
    );
    expect(second.sums).toEqual([1, 0, 0, 0, 0, 1]);
  });
});
