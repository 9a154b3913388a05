import { existsSync } from 'node:fs';
import type { FigureRow } from '@zhiheng/indicators';
import { afterAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const url = process.env.PG_URL ?? '';
const schema = `office_${process.pid}_${Date.now()}`;

describe('an office whose acts are kept by PostgreSQL', () => {
  const small = new SmallOffice({ engine: 'postgres', url, schema });
  afterAll(() => small.remove());

  it('loads, freezes, computes and opens again, and its chain is whole', async () => {
    await small.run('load', small.table('a.csv', 1, 5));
    await small.run('release-create', { name: 'r1' });
    await small.run('compute', { effective: '2024-01-31' });
    const asked = { indicator: 'patent-grants', area: ['CN'], period: ['2023-01'], origin: 'computed' };
    const rows = (await small.run('figure', asked)).json as FigureRow[];
    expect(rows.map(({ value }) => value)).toEqual([5]);
    expect((await small.look('r1')).acts).toEqual(['load 1 files', 'release r1', expect.stringMatching(/^vintage /)]);
    expect((await small.run('audit-verify', {})).json).toMatchObject({ ok: true, acts: 3 });
    expect(existsSync(`${small.data}/ledger.sqlite`)).toBe(false);
  });
});
