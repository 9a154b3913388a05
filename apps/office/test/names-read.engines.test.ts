import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, LedgerPlace } from '@zhiheng/ledger';
import { afterAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const schema = `names_${process.pid}_${Date.now()}`;
const places: Readonly<Record<string, LedgerPlace | undefined>> = {
  SQLite: undefined,
  PostgreSQL: { engine: 'postgres', url: process.env.PG_URL ?? '', schema },
};
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, holders: { from: h, split: ";" }, area: a }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;
const table = `n,k,f,g,h,a
202310000011,invention,2023-01-05,2023-01-10,李四光,440300
202310000022,invention,2023-01-05,2023-02-10,深圳市腾讯计算机系统有限公司,440300
`;
const asked = { indicator: 'patent-grants', area: 'CN', origin: 'computed' };

/** The parts of an act that do not name its moment. */
const lasting = ({ kind, person, surface, object, hash, after, reads }: Act) => {
  const { vintage: _, ...rest } = (after as { asked: { vintage: string } }).asked;
  return { kind, person, surface, object, hash, reads, asked: rest };
};

describe('names that are read', () => {
  const offices: SmallOffice[] = [];
  const kept: unknown[] = [];
  afterAll(() => {
    for (const office of offices) office.remove();
  });

  it.each(Object.keys(places))('are acts of a whole chain on %s', async (engine) => {
    const small = new SmallOffice(places[engine]);
    offices.push(small);
    writeFileSync(join(small.path, 'h.yaml'), mapping);
    writeFileSync(join(small.path, 'h.csv'), table);
    await small.run('load', { paths: [join(small.path, 'h.csv')], mapping: join(small.path, 'h.yaml') });
    await small.run('release-create', { name: 'r1' });
    await small.run('compute', { effective: '2024-01-31' });
    await small.run('records', { ...asked, period: '2023-01' });
    await small.run('records', { ...asked, period: '2023-02' });
    await small.run('records', { ...asked, period: '2023', out: join(small.path, 'out.csv') });
    const acts = await small.use((office) => office.ledger.page({ limit: 10, reads: true }));
    expect(acts.map(({ object, after }) => [object, (after as { rows: number }).rows])).toEqual([
      ['export patent-grants', 2],
      ['records patent-grants', 1],
    ]);
    expect((await small.run('audit-verify', {})).json).toMatchObject({ ok: true, acts: 5 });
    kept.push(acts.map(lasting));
    expect(kept.at(-1)).toEqual(kept[0]);
  });
});
