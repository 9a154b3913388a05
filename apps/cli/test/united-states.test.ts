import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { LoadResult } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder, sharedData } from './office-folder.js';

const folder = join(sharedData, 'patents-us');

describe.skipIf(!existsSync(folder))('weekly files of the USPTO (shared data)', () => {
  const office = new OfficeFolder();
  const files = () => readdirSync(folder).filter((name) => /^ipg.*\.xml$/.test(name));
  const paths = () => files().map((name) => join(folder, name));

  beforeAll(async () => {
    const { exit, json } = await office.run<LoadResult>('load', ...paths());
    expect(exit).toBe(0);
    expect(json).toMatchObject({ read: 324, loaded: 321, ignored: 3, duplicates: 0, replaced: 0, quarantined: 0 });
    expect(json.files).toHaveLength(6);
    const mapping = office.write('m.yaml', 'table: patents\ncolumns: { number: n, kind: k, granted_on: g, area: a }\n');
    const rows = office.write('cn.csv', 'n,k,g,a\n202310000001,invention,2013-04-16,440000\n');
    expect((await office.run<LoadResult>('load', rows, '--mapping', mapping)).json).toMatchObject({ loaded: 1 });
    await office.run('release', 'create', 'us');
    expect((await office.run('compute')).exit).toBe(0);
    await office.haveServed();
  });
  afterAll(() => office.remove());

  const grants = async (office_: string, ...words: string[]) =>
    (await office.run<FigureRow[]>('figure', 'patent-grants', '--office', office_, '--origin', 'computed', ...words))
      .json;

  it('are 115 inventions and 206 designs, provisional since a week is partial', async () => {
    const rows = await grants('US', '--area', 'ALL', '--by', 'kind');
    const sum = (kind: string) =>
      rows.filter((row) => row.breakdown.kind === kind).reduce((total, row) => total + (row.value ?? 0), 0);
    expect([sum('invention'), sum('design')]).toEqual([115, 206]);
    expect(rows.filter((row) => row.value !== null).every((row) => row.status === 'provisional')).toBe(true);
    expect(rows.every((row) => row.office === 'US')).toBe(true);
  });

  it('never add up with Chinese records in the same folder', async () => {
    const [us] = await grants('US', '--area', 'ALL', '--period', '2013-04');
    const [cn] = await grants('CN', '--area', 'ALL', '--period', '2013-04');
    expect(us?.value).toBe(25);
    expect(cn).toMatchObject({ value: null, status: 'missing' });
  });

  it('are duplicates when loaded again', async () => {
    const { json } = await office.run<LoadResult>('load', ...paths());
    expect(json).toMatchObject({ read: 324, loaded: 0, duplicates: 321, ignored: 3 });
  });
});
