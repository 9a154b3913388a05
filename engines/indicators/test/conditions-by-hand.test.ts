import { dialects } from '@zhiheng/expressions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionStages } from '../src/conditions/condition-stages.js';
import type { StockDefinition } from '../src/definition.js';
import { insertEvents } from './events.js';
import { MemorySession } from './memory-session.js';
import { insertPatents } from './patents.js';

const words = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const condition = (id: string, rest: object) =>
  ({ id, names: words(id), where: null, dates: null, events: null, ...rest }) as StockDefinition['conditions'][number];
const parameter = (name: string, type: 'integer' | 'decimal', value: number) =>
  ({ name, type, value, names: words(name), source: null, provisional: true }) as StockDefinition['parameters'][number];

/** Bits 1, 2 and 4. */
const stock: Pick<StockDefinition, 'conditions' | 'parameters'> = {
  parameters: [parameter('years', 'integer', 10), parameter('least', 'decimal', 500)],
  conditions: [
    condition('old', { where: "kind = 'invention'", dates: { from: 'filed_on + $years years', until: null } }),
    condition('abroad', { events: { kind: 'overseas_grant', endedBy: null, where: "country != 'CN'" } }),
    condition('pledged', { events: { kind: 'pledge', endedBy: 'pledge_release', where: 'amount >= $least' } }),
  ],
};

const pledge = (on: string, reference: string | null, amount = 500) =>
  ({ kind: 'pledge', on, reference, amount, told: 'deed' }) as const;
const release = (on: string | null, reference: string | null) =>
  ({ kind: 'pledge_release', on, reference, told: 'deed' }) as const;
const abroad = (on: string, country: string) => ({ kind: 'overseas_grant', on, country, told: 'statement' }) as const;

const patents = [
  // Ten years after 29 February 2012 is 28 February 2022, and the grant abroad came before.
  { number: '1', filed_on: '2012-02-29', events: [abroad('2021-07-01', 'US')] },
  // A and B overlap, C touches B, D ends on its own day; 31 January 2025 is ten years after filing.
  {
    number: '2',
    filed_on: '2015-01-31',
    events: [
      ...[pledge('2020-03-01', 'A'), release('2020-09-01', 'A')],
      ...[pledge('2020-06-01', 'B'), release('2021-01-01', 'B')],
      ...[pledge('2021-01-01', 'C'), release('2021-05-31', 'C')],
      ...[pledge('2022-06-30', 'D'), release('2022-06-30', 'D')],
    ],
  },
  // No invention; a grant at home; a pledge below the least amount; one that nothing can end, since it has no reference.
  {
    number: '3',
    kind: 'utility_model' as const,
    filed_on: '2010-12-31',
    events: [
      abroad('2015-01-01', 'CN'),
      pledge('2019-01-01', 'A', 499.99),
      pledge('2022-01-01', null),
      release('2022-06-30', null),
    ],
  },
  // Filed nobody knows when. A release before the pledge ends nothing, one of another deed and one without a day neither.
  {
    number: '4',
    filed_on: null,
    events: [
      ...[release('2019-01-01', 'A'), pledge('2019-02-01', 'A'), release('2020-12-31', 'B'), release(null, 'A')],
      ...[release('2023-02-28', 'A'), release('2024-12-31', 'A'), abroad('2020-02-29', 'JP')],
    ],
  },
];

describe('three conditions over four patents', () => {
  let session: MemorySession;
  beforeAll(async () => {
    session = await MemorySession.open();
    await insertPatents(session, patents);
    await insertEvents(
      session,
      patents.map(({ number, events }) => ({ id: `CN:${number}`, events })),
    );
  });
  afterAll(() => session.close());

  const sql = conditionStages(stock, dialects.duckdb);
  /** Records that meet the conditions of a mask, all of them, on a day. */
  const meeting = async (mask: number, day: string) => {
    const rows = await session.rows<{ id: string }>(`SELECT id FROM (${sql}) AS stage
WHERE condition_from <= DATE '${day}' AND (condition_until IS NULL OR condition_until > DATE '${day}') AND (met & ${mask}) = ${mask} ORDER BY id`);
    return rows.map(({ id }) => id.slice(3)).join(' ');
  };

  it('gives each record its stages', async () => {
    const rows = await session.rows<Record<string, unknown>>(`${sql}\nORDER BY id, condition_from`);
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'CN:1 2021-07-01 2022-02-28 2',
      'CN:1 2022-02-28  3',
      'CN:2 2020-03-01 2021-05-31 4',
      'CN:2 2025-01-31  1',
      'CN:3 2022-01-01  4',
      'CN:4 2019-02-01 2020-02-29 4',
      'CN:4 2020-02-29 2023-02-28 6',
      'CN:4 2023-02-28  2',
    ]);
  });

  // day, any, old, abroad, pledged, old and abroad, abroad and pledged
  it.each([
    ['2019-12-31', '4', '', '', '4', '', ''],
    ['2020-12-31', '2 4', '', '4', '2 4', '', '4'],
    ['2021-05-31', '4', '', '4', '4', '', '4'],
    ['2021-12-31', '1 4', '', '1 4', '4', '', '4'],
    ['2022-12-31', '1 3 4', '1', '1 4', '3 4', '1', '4'],
    ['2023-12-31', '1 3 4', '1', '1 4', '3', '1', ''],
    ['2025-12-31', '1 2 3 4', '1 2', '1 4', '3', '1', ''],
  ])('on %s any is met by %s', async (day, ...expected) => {
    const masks = [0, 1, 2, 4, 3, 6];
    expect(await Promise.all(masks.map((mask) => meeting(mask, day)))).toEqual(expected);
  });

  it('looks at some records alone', async () => {
    const tables = (table: string) => `some_${table}`;
    const wanted = "IN ('CN:1', 'CN:3')";
    await session.keep('some_patents', `SELECT * FROM patents WHERE id ${wanted}`);
    await session.keep('some_patent_states', `SELECT * FROM patent_states WHERE id ${wanted}`);
    await session.keep('some_patent_events', `SELECT * FROM patent_events WHERE coalesce(patent, id) ${wanted}`);
    await session.keep('some_recordals', 'SELECT * FROM recordals');
    const some = conditionStages(stock, dialects.duckdb, tables);
    const rows = await session.rows<{ id: string }>(`SELECT DISTINCT id FROM (${some}) AS stage ORDER BY id`);
    expect(rows.map(({ id }) => id)).toEqual(['CN:1', 'CN:3']);
  });

  it('refuses a stock without conditions, and one with more than bits', () => {
    const [first = condition('none', {})] = stock.conditions;
    expect(() => conditionStages({ ...stock, conditions: [] }, dialects.duckdb)).toThrow('0 conditions');
    const many = Array.from({ length: 63 }, () => first);
    expect(() => conditionStages({ ...stock, conditions: many }, dialects.duckdb)).toThrow('63 conditions');
    expect(conditionStages({ ...stock, conditions: many.slice(1) }, dialects.duckdb)).toContain('2305843009213693952');
  });
});
