import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GuidelineAnswer } from '@zhiheng/office';
import { afterAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const seed = resolve(import.meta.dirname, '../../../../shared/seeds/guideline-2023.txt');
const small = new SmallOffice();
afterAll(() => small.remove());

const asked = async (name: string, input: object) => (await small.run(name, input)).json;

describe('a guideline is imported', () => {
  it('is kept as a draft with all that was read, once', async () => {
    const read = (await asked('programme-import', { path: seed })) as GuidelineAnswer;
    expect(read).toMatchObject({ file: 'guideline-2023.txt', format: 'txt', known: false, issuedOn: '2023-03-23' });
    expect(read.lines).toBe(readFileSync(seed, 'utf8').split('\n').length);
    expect(read.sections.flatMap(({ items }) => items)).toHaveLength(12);
    expect(read.targets.filter(({ limit }) => limit !== null)).toHaveLength(6);
    expect(read.handIns).toMatchObject([{ due: '2023-12-15', toId: 'utilisation', forms: ['paper', 'electronic'] }]);
    expect(read.sections[1]?.items[0]?.ownerIds).toEqual([
      ...['planning', 'protection', 'utilisation', 'patent-examination', 'trademarks', 'public-service'],
    ]);
    const again = await asked('programme-import', { path: seed });
    expect(again).toEqual({ ...read, known: true });
    expect(await asked('programme-draft', { draft: read.draft })).toEqual(again);
    expect(await asked('programme-drafts', {})).toMatchObject([
      { draft: read.draft, items: 12, targets: 10, noise: 7 },
    ]);
    expect(await small.use((office) => office.ledger.acts('programme:import'))).toHaveLength(1);
  });

  it('that cannot be read leaves nothing', async () => {
    const scan = join(small.path, 'scan.bin');
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0]));
    await expect(small.run('programme-import', { path: scan })).rejects.toMatchObject({ code: 'document-refused' });
    await expect(small.run('programme-draft', { draft: 'g0' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await asked('programme-drafts', {})).toHaveLength(1);
  });
});
