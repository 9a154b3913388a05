import { dialects, type RecordValues } from '@zhiheng/expressions';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionStages } from '../src/conditions/condition-stages.js';
import type { StockDefinition } from '../src/definition.js';
import { patentRecordColumns } from '../src/definition-file/patent-record-columns.js';
import { insertEvents, type TestEvent } from './events.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';
import { plainStages } from './plain-conditions.js';

type Condition = StockDefinition['conditions'][number];

const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
const parameters: StockDefinition['parameters'] = [
  { name: 'months', type: 'integer', value: 6, names: words, source: null, provisional: true },
  { name: 'least', type: 'decimal', value: 0.5, names: words, source: null, provisional: true },
];

/** Few days, close together, about month ends and a leap day: intervals touch, overlap, are empty and reversed. */
const day = fc.constantFrom(
  ...[
    '2020-01-31',
    '2020-02-28',
    '2020-02-29',
    '2020-03-01',
    '2020-07-31',
    '2020-08-29',
    '2020-08-31',
    '2021-02-28',
    '2021-03-01',
  ],
);
const dayOrNull = fc.option(day, { freq: 4, nil: null });

const event: fc.Arbitrary<TestEvent> = fc.record({
  kind: fc.constantFrom('pledge', 'pledge', 'pledge_release', 'pledge_release', 'licence', 'overseas_grant'),
  on: dayOrNull,
  amount: fc.constantFrom(null, 0.25, 0.5, 10),
  country: fc.constantFrom(null, 'CN', 'US'),
  reference: fc.constantFrom(null, 'A', 'A', 'B'),
  told: fc.constantFrom('patent', 'statement', 'deed'),
});

const patents = fc
  .array(
    fc.record({
      kind: fc.constantFrom('invention' as const, 'design' as const),
      filed_on: dayOrNull,
      granted_on: dayOrNull,
      ceased_on: dayOrNull,
      events: fc.array(event, { maxLength: 6 }),
    }),
    { minLength: 12, maxLength: 30 },
  )
  .map((list) => list.map((one, index) => ({ ...one, number: String(index).padStart(3, '0') })));

const dates = fc.constantFrom(
  ...[
    'filed_on',
    'granted_on',
    'granted_on - $months months',
    'filed_on + 1 years',
    '2020-02-29 + 1 years',
    'filed_on + 1 months + 1 days',
  ],
);
const where = fc.constantFrom(
  ...[
    "kind = 'invention'",
    'granted_on > filed_on',
    'has(licence)',
    'months(filed_on, granted_on) >= 1',
    'held(pledge, pledge_release, granted_on)',
  ],
);
const condition: fc.Arbitrary<Omit<Condition, 'id'>> = fc
  .tuple(
    fc.option(where, { freq: 2 }),
    fc.oneof(
      fc.record({ from: dates, until: fc.option(fc.oneof(dates, fc.constant('ceased_on')), { freq: 4 }) }),
      fc.record({
        kind: fc.constantFrom('pledge', 'licence', 'overseas_grant'),
        endedBy: fc.constantFrom(null, 'pledge_release', 'pledge_release', 'licence'),
        where: fc.option(
          fc.constantFrom('amount >= $least', "country = 'US' or on >= 2020-03-01", 'reference is not null'),
          { freq: 2 },
        ),
      }),
    ),
  )
  .map(([test, kind]) => ({
    names: words,
    where: test,
    dates: 'from' in kind ? kind : null,
    events: 'from' in kind ? null : kind,
  }));
const conditions = fc
  .array(condition, { minLength: 2, maxLength: 4 })
  .map((list) => list.map((one, index) => ({ ...one, id: `c${index}` })));

/** The record as the evaluator takes it. */
function recordOf({ events, ...patent }: TestPatent & { readonly events: readonly TestEvent[] }): RecordValues {
  const blank = Object.fromEntries(Object.keys(patentRecordColumns).map((name) => [name, null]));
  const { number, ...values } = patent;
  const listed = events.map(({ kind, on, amount, country, reference }) => ({
    ...{ kind, on, amount: amount ?? null, currency: null, country: country ?? null, reference: reference ?? null },
  }));
  return { ...blank, ...(values as RecordValues), number, lists: { events: listed } };
}

describe('stages of conditions', () => {
  let session: MemorySession;
  beforeAll(async () => {
    session = await MemorySession.open();
  });
  afterAll(() => session.close());

  it('are those that the plain way finds', async () => {
    let [several, closed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(patents, conditions, async (list, given) => {
        const stock = { conditions: given, parameters };
        await insertPatents(session, list);
        await insertEvents(
          session,
          list.map(({ number, events }) => ({ id: `CN:${number}`, events })),
        );
        const sql = `${conditionStages(stock, dialects.duckdb)}\nORDER BY id, condition_from`;
        const rows = await session.rows<{
          id: string;
          condition_from: string;
          condition_until: string | null;
          met: number;
        }>(sql);
        const found = rows.map(({ id, condition_from: from, condition_until: until, met }) => ({
          id,
          from,
          until,
          met: given.filter((_, number) => Math.floor(met / 2 ** number) % 2 === 1).map((one) => one.id),
        }));
        const expected = list.flatMap((patent) =>
          plainStages(stock, recordOf(patent)).map((stage) => ({ id: `CN:${patent.number}`, ...stage })),
        );
        several += expected.filter(({ met }) => met.length > 1).length;
        closed += expected.filter(({ until }) => until !== null).length;
        expect(found, sql).toEqual(expected);
      }),
      { numRuns: 200 },
    );
    // Stages that end, and such that meet several conditions at once, are met often.
    expect(Math.min(several, closed)).toBeGreaterThan(300);
  }, 180_000);
});
