import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Concordances } from '@zhiheng/indicators';
import { afterAll, expect, it } from 'vitest';
import { tagRecords } from '../src/jobs/tag-records.js';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

it('gives records the same codes, a lot after the other and all at once', async () => {
  const shipped = join(import.meta.dirname, '../../../definitions/classifications');
  cpSync(shipped, join(small.definitions, 'classifications'), { recursive: true });
  await small.synthetic({ patents: 300, seed: 5 });
  await small.run('release-create', { name: 'r' });
  await small.use(async (office) => {
    const { release } = await office.release('r');
    const concordances = new Concordances(small.definitions);
    const tables = ['sei-2021', 'key-digital-2023'].flatMap((id) => concordances.get(id) ?? []);
    const ground = { store: office.store, release, tree: concordances.tree, workFolder: office.paths.work };
    const tagged = (together?: number) =>
      tagRecords(tables, [], { ...ground, onProgress: () => {}, ...(together === undefined ? {} : { together }) });
    const whole = await tagged();
    expect(whole.map(({ segment }) => segment.rows).every((rows) => rows > 0)).toBe(true);
    expect(await tagged(50)).toEqual(whole);
  });
}, 60_000);
