import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore } from '@zhiheng/lake';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFiles } from '../src/loading/load-files.js';
import type { LoadResult } from '../src/loading/load-result.js';
import { placeSheets } from './sources.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = new ObjectStore(folder, nodeDisk);
let files = 0;

/** Loads rows `number,state,title` onto holdings. */
async function load(onto: Holdings, rows: readonly string[], dataset = 'real') {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, ['号,状,名', ...rows, ''].join('\n'));
  const text = `table: patents\ncolumns: { number: 号, state_on: 状, title: 名 }\ndefaults: { dataset: ${dataset} }\n`;
  const { result, holdings } = await loadFiles(
    { paths: [file], mappings: [{ path: 'm.yaml', text }], keepComplete: false },
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
  return { sums: sumsOf(result), holdings: holdings ?? onto };
}

const sumsOf = ({ read, loaded, replaced, duplicates, ignored, quarantined }: LoadResult) => [
  read,
  loaded,
  replaced,
  duplicates,
  ignored,
  quarantined,
];

describe('records that are held', () => {
  const [a, b, c, d] = ['202310000001', '202310000002', '202310000003', '202310000004'];

  it('come again, change, return and cross, each counted as the rule says', async () => {
    const first = await load(emptyHoldings, [`${a},2023-06-01,甲`, `${b},2023-06-01,乙`, `${c},,丙`, `${d},,丁`]);
    expect(first.sums).toEqual([4, 4, 0, 0, 0, 0]);

    const same = await load(first.holdings, [`${d},,丁`, `${c},,丙`, `${b},2023-06-01,乙`, `${a},2023-06-01,甲`]);
    expect(same.sums).toEqual([4, 0, 0, 4, 0, 0]);
    expect(same.holdings.tables).toEqual(first.holdings.tables);

    // a later, b older, c another undated state, d twice as it is held
    const changed = await load(same.holdings, [
      `${a},2023-07-01,甲二`,
      `${b},2023-05-01,乙前`,
      `${c},,丙二`,
      `${d},,丁`,
      `${d},,丁`,
    ]);
    expect(changed.sums).toEqual([5, 0, 2, 2, 1, 0]);
    expect(changed.holdings.tables.patents?.rows).toBe(4);

    // a's first state is known by its date, c's first state returns as news, b's older state is known
    const returned = await load(changed.holdings, [`${a},2023-06-01,甲`, `${c},,丙`, `${b},2023-05-01,乙前`]);
    expect(returned.sums).toEqual([3, 0, 1, 2, 0, 0]);

    // the very states that are held, from the other dataset
    const crossed = await load(returned.holdings, [`${c},,丙`, `${d},,丁`], 'synthetic');
    expect(crossed.sums).toEqual([2, 0, 0, 0, 0, 2]);
    expect(crossed.holdings.tables.patents?.rows).toBe(4);
  });
});
