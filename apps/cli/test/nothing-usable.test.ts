import type { LoadResult, QuarantinedRecord } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapping, row, table } from './bad-files.js';
import { OfficeFolder } from './office-folder.js';

describe('a load of which nothing is usable', () => {
  const office = new OfficeFolder();
  let mappingPath = '';
  beforeAll(async () => {
    mappingPath = office.write('m.yaml', mapping);
    await office.haveServed();
  });
  afterAll(() => office.remove());
  const load = (name: string, content: string, ...options: string[]) =>
    office.run<LoadResult>('load', office.write(name, content), '--mapping', mappingPath, ...options);

  it('exits with 1 when every record went into quarantine, which keeps them', async () => {
    const wrong = table(row('2023-02-29'), row('2023-02-30'));
    expect(await load('wrong.csv', wrong)).toMatchObject({ exit: 1, json: { read: 2, loaded: 0, quarantined: 2 } });
    const { json } = await office.run<QuarantinedRecord[]>('quarantine', 'list');
    expect(json.map(({ found }) => found)).toEqual(['2023-02-29', '2023-02-30']);
  });

  it('exits with 1 for a header without records', async () => {
    expect(await load('header.csv', table())).toMatchObject({ exit: 1, json: { read: 0 } });
  });

  it('exits with 0 for one good record among wrong ones, with 1 under --strict', async () => {
    const mixed = table(row('2023-02-29'), row());
    const sums = { read: 2, loaded: 1, quarantined: 1 };
    expect(await load('mixed.csv', mixed)).toMatchObject({ exit: 0, json: sums });
    const again = { read: 2, duplicates: 1, quarantined: 1 };
    expect(await load('mixed.csv', mixed, '--strict')).toMatchObject({ exit: 1, json: again });
  });

  it('exits with 0 for records that are all held already, and for blank rows', async () => {
    const good = table(row(), row());
    expect(await load('good.csv', good)).toMatchObject({ exit: 0, json: { read: 2, loaded: 2 } });
    expect(await load('good.csv', good)).toMatchObject({ exit: 0, json: { read: 2, loaded: 0, duplicates: 2 } });
    expect(await load('blank.csv', table(',,,\n'))).toMatchObject({ exit: 0, json: { read: 1, ignored: 1 } });
  });
});
