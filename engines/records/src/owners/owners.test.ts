import { Session } from '@zhiheng/lake';
import { type RecordTable, recordTables, type TableShape } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownersSql } from './owners-sql.js';

type Row = Readonly<Record<string, string | number | null>>;
type Rows = Readonly<Partial<Record<RecordTable, readonly Row[]>>>;
const tables = [
  'patents',
  'patent_holders',
  'recordals',
  'patent_statements',
  'patent_events',
  'new_holders',
] as const satisfies readonly RecordTable[];

let session: Session;
beforeAll(async () => {
  session = await Session.open();
  for (const table of tables) await session.createTable(recordTables[table]);
});
afterAll(() => session.close());

async function owners(rows: Rows): Promise<Row[]> {
  for (const table of tables) {
    const shape: TableShape = recordTables[table];
    const given = rows[table] ?? [];
    await session.run(`DELETE FROM ${table}`);
    const columns = Object.keys(shape.columns).map((column) => given.map((row) => row[column] ?? null));
    await session.append(shape, columns);
  }
  return session.rows<Row>(ownersSql);
}

const patent = (id: string, dataset = 'real') => ({ id, dataset });
const deed = (
  id: string,
  patents: readonly string[],
  on: string | null,
  to: readonly string[],
  dataset = 'real',
): Rows => ({
  recordals: [{ id, dataset }],
  patent_events: patents.map((one) => ({ id, patent: one, event: 'transfer', event_on: on })),
  new_holders: to.map((area, index) => ({ id, position: index + 1, name: `${id} ${area}`, area })),
});
const joined = (...parts: readonly Rows[]): Rows =>
  Object.fromEntries(tables.map((table) => [table, parts.flatMap((part) => part[table] ?? [])]));
/** What matters of an owner, in words. */
const told = (rows: readonly Row[]) =>
  rows.map(({ id, stage, position, area, from_on, to_on }) =>
    [`${id}`, `${stage}.${position}`, area, from_on ?? '…', to_on ?? '…'].join(' '),
  );

describe('owners through time', () => {
  const held: Rows = {
    patents: [patent('CN:1'), patent('CN:2'), patent('CN:3')],
    patent_holders: [
      { id: 'CN:1', position: 1, name: '甲', area: '440300', credit_code: '91X', holder_type: 'enterprise' },
      { id: 'CN:1', position: 2, name: '乙', area: '450100' },
      { id: 'CN:2', position: 1, name: '丙', area: '110000' },
    ],
  };

  it('begin with the holders as filed and end with the newest transfer', async () => {
    const rows = await owners(
      joined(
        held,
        deed('DEED:2', ['CN:1'], '2023-05-01', ['310000']),
        deed('DEED:1', ['CN:1'], '2022-01-31', ['510000', null as never]),
      ),
    );
    expect(told(rows)).toEqual([
      'CN:1 0.1 440300 … 2022-01-31',
      'CN:1 0.2 450100 … 2022-01-31',
      'CN:1 1.1 510000 2022-01-31 2023-05-01',
      'CN:1 1.2 XX 2022-01-31 2023-05-01',
      'CN:1 2.1 310000 2023-05-01 …',
    ]);
    expect(rows[0]).toMatchObject({ name: '甲', credit_code: '91X', holder_type: 'enterprise', deed: null });
    expect(rows[4]).toMatchObject({ name: 'DEED:2 310000', deed: 'DEED:2' });
  });

  it('are of those patents alone that changed hands, one deed over several of them', async () => {
    expect(told(await owners(held))).toEqual([]);
    const rows = await owners(joined(held, deed('D', ['CN:2', 'CN:3', 'CN:2', 'CN:9'], '2022-01-31', ['510000'])));
    expect(told(rows)).toEqual([
      'CN:2 0.1 110000 … 2022-01-31',
      'CN:2 1.1 510000 2022-01-31 …',
      'CN:3 0.1 XX … 2022-01-31',
      'CN:3 1.1 510000 2022-01-31 …',
    ]);
  });

  it('of one day end with the greater deed; no day, no new holder or another dataset moves nothing', async () => {
    const rows = await owners(
      joined(
        held,
        deed('D2', ['CN:2'], '2022-01-31', ['310000']),
        deed('D1', ['CN:2'], '2022-01-31', ['510000']),
        deed('D3', ['CN:2'], null, ['650000']),
        deed('D4', ['CN:2'], '2022-02-01', []),
        deed('D5', ['CN:2'], '2022-02-01', ['650000'], 'synthetic'),
      ),
    );
    expect(told(rows)).toEqual([
      'CN:2 0.1 110000 … 2022-01-31',
      'CN:2 1.1 510000 2022-01-31 2022-01-31',
      'CN:2 2.1 310000 2022-01-31 …',
    ]);
  });

  it('are told by a statement as by a deed, and by no other event', async () => {
    const statement: Rows = {
      patent_statements: [{ id: 'EVENT:x', dataset: 'real' }],
      patent_events: [{ id: 'EVENT:x', patent: 'CN:2', event: 'transfer', event_on: '2020-01-01' }],
      new_holders: [{ id: 'EVENT:x', position: 1, name: 'n', area: '310000' }],
    };
    const pledge: Rows = {
      recordals: [{ id: 'P', dataset: 'real' }],
      patent_events: [{ id: 'P', patent: 'CN:3', event: 'pledge', event_on: '2020-01-01' }],
      new_holders: [{ id: 'P', position: 1, name: 'n', area: '310000' }],
    };
    const rows = await owners(joined(held, statement, pledge));
    expect(told(rows)).toEqual(['CN:2 0.1 110000 … 2020-01-01', 'CN:2 1.1 310000 2020-01-01 …']);
  });

  it('have one stage on every day, the one that a walk through the deeds gives', async () => {
    const ids = ['CN:1', 'CN:2', 'CN:3'];
    const day = fc.option(fc.constantFrom('2020-02-29', '2021-01-01', '2021-01-02', '2022-06-30'), { freq: 4 });
    const area = fc.constantFrom('440000', '110000', '310000');
    const one = fc.record({
      patents: fc.subarray(ids, { minLength: 1 }),
      on: day,
      to: fc.array(area, { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 7 }), async (deeds) => {
        const parts = deeds.map(({ patents, on, to }, index) => deed(`D${index}`, patents, on, to));
        const rows = await owners(joined(held, ...parts));
        for (const id of ids) {
          const moves = deeds
            .filter(({ patents, on, to }) => patents.includes(id) && on !== null && to.length > 0)
            .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0));
          for (const at of ['2019-01-01', '2020-02-28', '2020-02-29', '2021-01-01', '2021-06-30', '2023-01-01']) {
            const open = rows.filter(
              ({ id: of, from_on, to_on }) => of === id && (from_on ?? '') <= at && (to_on ?? '9999') > at,
            );
            const filed = (held.patent_holders ?? []).filter((row) => row.id === id).map((row) => row.area);
            const last = moves.filter(({ on }) => (on ?? '') <= at).at(-1);
            const expected = moves.length === 0 ? [] : (last?.to ?? (filed.length === 0 ? ['XX'] : filed));
            expect(open.map((row) => row.area)).toEqual(expected);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
