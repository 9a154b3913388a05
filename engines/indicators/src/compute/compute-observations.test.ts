import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { applications, grants, inForce, pendency } from '../../test/definitions.js';
import { MemorySession } from '../../test/memory-session.js';
import { insertPatents } from '../../test/patents.js';
import { computeObservations } from './compute-observations.js';
import { observationSql } from './observation-sql.js';

const session = await MemorySession.open();
await insertPatents(session, [
  { number: '1', area: '110000', filed_on: '2023-11-05', granted_on: '2023-11-20' },
  { number: '2', area: '110000', filed_on: '2023-12-05', kind: 'design' },
]);
const folder = await mkdtemp(join(tmpdir(), 'zhiheng-observations-'));
afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true });
});
const options = { areas, from: '1900-01-01', until: '2023-12-31' };

describe('an observation set', () => {
  it('holds a sorted row for every value above zero, and nothing else', async () => {
    const path = join(folder, 'applications.parquet');
    const { observations } = await computeObservations(applications, session, { ...options, path });
    const rows = await session.rows<Record<string, unknown>>(`SELECT * FROM read_parquet('${path}')`);
    expect(rows).toHaveLength(observations);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'office',
      'dataset',
      'area',
      'period',
      'breakdown',
      'statistic',
      'value',
      'n',
      'numerator',
    ]);
    const beijing = rows
      .filter((row) => row.area === '110000')
      .map((row) => [row.period, row.breakdown, row.value, row.n]);
    const both = (period: string) => [
      [period, null, 2, 2],
      [period, 'kind=design', 1, 1],
      [period, 'kind=invention', 1, 1],
    ];
    expect(beijing).toEqual([
      ...both('2023'),
      ['2023-11', null, 1, 1],
      ['2023-11', 'kind=invention', 1, 1],
      ['2023-11-YTD', null, 1, 1],
      ['2023-11-YTD', 'kind=invention', 1, 1],
      ['2023-12', null, 1, 1],
      ['2023-12', 'kind=design', 1, 1],
      ...both('2023-12-YTD'),
      ...both('2023-H2'),
      ...both('2023-Q4'),
    ]);
    expect([...new Set(rows.map((row) => row.area))]).toEqual(['110000', 'ALL', 'CN', 'CN-ML']);
  });

  it('is the same file for the same records', async () => {
    const paths = ['first', 'second'].map((name) => join(folder, `${name}.parquet`));
    for (const path of paths) await computeObservations(applications, session, { ...options, path });
    const [first, second] = paths.map((path) => readFileSync(path));
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  it('carries a stock to the month of the last day known, and no further', async () => {
    const path = join(folder, 'stock.parquet');
    await computeObservations(inForce, session, { ...options, until: '2024-02-10', path });
    const rows = await session.rows<{ period: string }>(
      `SELECT DISTINCT period FROM read_parquet('${path}') WHERE length(period) = 7 AND period NOT LIKE '%H%' AND period NOT LIKE '%Q%' ORDER BY 1`,
    );
    expect(rows.map((row) => row.period)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  });

  it.each([
    { ...grants, unit: '10k-patents' as const },
    { ...pendency('days'), unit: 'days' as const },
  ])('is not computed in $unit', async (definition) => {
    const work = computeObservations(definition, session, { ...options, path: join(folder, 'none.parquet') });
    await expect(work).rejects.toMatchObject({ code: 'definition-wrong', detail: { found: definition.unit } });
  });
});

describe('observationSql', () => {
  it('shows the condition of the definition as the engine asks it', () => {
    expect(observationSql({ ...grants, where: "kind = 'design' or not claim_count >= 10" })).toContain(
      "WHERE ((kind = 'design') OR (NOT (claim_count >= 10)))\n    AND granted_on IS NOT NULL",
    );
  });

  it('refuses a condition that does not parse', () => {
    expect(() => observationSql({ ...grants, where: 'kind = ' })).toThrow(
      expect.objectContaining({ code: 'expression-wrong' }),
    );
  });
});

describe('computing', () => {
  it('reads the places of records once each, however many records lie there', async () => {
    const own = await MemorySession.open();
    await insertPatents(
      own,
      Array.from({ length: 500 }, (_, index) => ({
        number: String(index + 1),
        area: index % 2 === 0 ? '110000' : '310000',
        filed_on: '2023-11-05',
      })),
    );
    const read: number[] = [];
    const watched = new Proxy(own, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'rows') return value.bind(target);
        return async (...asked: Parameters<typeof target.rows>) => {
          const rows = await target.rows(...asked);
          if (asked[0].includes('AS place')) read.push(rows.length);
          return rows;
        };
      },
    });
    await computeObservations(applications, watched, { ...options, path: join(folder, 'places.parquet') });
    own.close();
    expect(read).toEqual([2]);
  });
});
