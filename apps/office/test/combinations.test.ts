import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { RecordsAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

/** Two inventions and a design of one city, one of them in two sections; an invention of another province; one refused. */
const table = `n,k,f,g,a,t,c,o
202210000001,invention,2022-03-01,2022-06-01,440305,enterprise,H01L 21/00;A61B 5/00,granted
202210000002,invention,2022-04-01,,440305,university,H01L 29/00;H04W 4/00,refused
202230000003,design,2022-05-01,2022-09-09,440305,enterprise,,granted
202210000004,invention,2022-06-01,2022-12-01,110105,university,G06F 9/00,granted
`;
const mapping = `table: patents
columns:
  number: n
  kind: k
  filed_on: f
  granted_on: g
  area: a
  holder_types: t
  outcome: o
  classes: { from: c, split: ";", scheme: ipc }
covers:
  kinds: [invention, utility_model, design]
  filed: [2022-01-01, 2022-12-31]
  granted: [2022-01-01, 2022-12-31]
  completeness: full
`;
const run = async <Answer>(name: string, input: object) => (await small.run(name, input)).json as Answer;
/** What is above zero of the applications of 2022, by breakdown. */
const parts = async (area: string, by: string) => {
  const asked = { indicator: 'patent-applications', area: [area], period: ['2022'], by, origin: 'computed' };
  const rows = await run<FigureRow[]>('figure', asked);
  expect(rows.every(({ status }) => status === 'final')).toBe(true);
  const above = rows.filter(({ value }) => value !== 0);
  return Object.fromEntries(above.map(({ breakdown, value }) => [Object.values(breakdown).join(' '), value]));
};

beforeAll(async () => {
  writeFileSync(join(small.path, 'four.csv'), table);
  writeFileSync(join(small.path, 'four.yaml'), mapping);
  await run('load', { paths: [join(small.path, 'four.csv')], mapping: join(small.path, 'four.yaml') });
  await run('release-create', { name: 'r1' });
  await run('compute', { release: 'r1' });
}, 120_000);

describe('combinations that no definition lists', () => {
  it('are counted when they are asked for', async () => {
    expect(await parts('440000', 'outcome')).toEqual({ granted: 2, refused: 1 });
    // The design has no class of the IPC.
    expect(await parts('CN', 'ipc_subclass')).toEqual({ A61B: 1, G06F: 1, H01L: 2, H04W: 1, 'not-told': 1 });
    expect(await parts('CN', 'holder_type,outcome')).toEqual({
      'enterprise granted': 2,
      'university granted': 1,
      'university refused': 1,
    });
    // A county, of which nothing is kept.
    expect(await parts('440305', 'outcome,kind')).toEqual({
      'invention granted': 1,
      'invention refused': 1,
      'design granted': 1,
    });
  });

  it('are kept: another opening of the office reads what was counted, and counts again what was lost', async () => {
    const folder = join(small.data, 'counted');
    const kept = readdirSync(folder).map((name) => join(folder, name));
    expect(kept.length).toBeGreaterThan(0);
    // A file that somebody made tells what it is read for.
    for (const path of kept) {
      const body = (readFileSync(path, 'utf8').split('\n')[1] ?? '').replace('"value":2,', '"value":77,');
      writeFileSync(path, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
    }
    expect(await parts('440000', 'outcome')).toEqual({ granted: 77, refused: 1 });
    rmSync(folder, { recursive: true });
    expect(await parts('440000', 'outcome')).toEqual({ granted: 2, refused: 1 });
  });

  it('open to as many records as they count', async () => {
    const asked = { indicator: 'patent-applications', area: 'CN', period: '2022', by: 'ipc_subclass=H01L' };
    const { total, rows } = await run<RecordsAnswer>('records', asked);
    expect([total, rows.map(({ id }) => id)]).toEqual([2, ['CN:202210000001', 'CN:202210000002']]);
    const untold = await run<RecordsAnswer>('records', { ...asked, by: 'ipc_subclass=not-told' });
    expect([untold.total, untold.rows.map(({ id }) => id)]).toEqual([1, ['CN:202230000003']]);
  });

  it('are refused where no record has such a dimension', async () => {
    await expect(parts('CN', 'colour')).rejects.toMatchObject({ code: 'breakdown-wrong' });
  });
});
