import { presentEngines, type SecondSession } from '@zhiheng/second-engines';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dialect, dialects, type Expression, evaluate, printSource, printSql } from '../src/index.js';
import { relationOf } from './agreement.js';
import { records } from './random-records.js';
import { trees } from './random-trees.js';
import { statementsOf, tablesOf } from './tables.js';

const given = fc.sample(records, { numRuns: 150, seed: 20_230_530 });
/** A query costs a distributed engine more than what it asks: many trees go into one. */
const together = { trino: 12, postgres: 4 } as const;
const runs = { trino: 50, postgres: 200 } as const;

describe.each(presentEngines(process.env))('evaluate and $name', ({ name, open }) => {
  const dialect = dialects[name];
  let session: SecondSession;
  beforeAll(async () => {
    session = await open();
    for (const table of tablesOf(given)) {
      for (const sql of statementsOf(table, dialect)) await session.run(sql);
    }
  });
  afterAll(() => session.close());

  it('give the same answers for every record', async () => {
    const met = { true: 0, false: 0, null: 0 };
    const property = fc.asyncProperty(
      fc.array(trees, { minLength: 1, maxLength: together[name], size: 'max' }),
      async (asked) => {
        const expected = asked.map((tree) => given.map((record) => evaluate(tree, record)));
        for (const truth of expected.flat()) met[`${truth}`] += 1;
        await selected(session, dialect, asked, expected);
        await filtered(session, dialect, asked, expected);
      },
    );
    await fc.assert(property, { numRuns: runs[name], endOnFailure: name === 'trino' });
    // The trees are no idle ones: each of the three answers is met often.
    expect(Math.min(met.true, met.false, met.null)).toBeGreaterThan(2500);
  }, 600_000);
});

type Truths = readonly (readonly (boolean | null)[])[];

/** The answers of trees, a column each. */
async function selected(session: SecondSession, dialect: Dialect, asked: readonly Expression[], expected: Truths) {
  const columns = asked.map((tree, index) => `(${printSql(tree, dialect)}) AS t${index}`);
  const sql = `SELECT position, ${columns.join(', ')} FROM (${relationOf(asked, dialect)}) AS record ORDER BY position`;
  const rows = await session.rows<Record<string, boolean | null>>(sql);
  for (const [index, tree] of asked.entries()) {
    expect(
      rows.map((row) => row[`t${index}`]),
      `${printSource(tree)}\n${columns[index]}\n${sql}`,
    ).toEqual(expected[index]);
  }
}

/** The records that the first tree lets through as a condition: engines think otherwise about those. */
async function filtered(
  session: SecondSession,
  dialect: Dialect,
  [tree]: readonly Expression[],
  [truths = []]: Truths,
) {
  if (tree === undefined) return;
  const sql = `SELECT position FROM (${relationOf([tree], dialect)}) AS record WHERE (${printSql(tree, dialect)}) ORDER BY position`;
  const rows = await session.rows<{ position: number }>(sql);
  const admitted = truths.flatMap((truth, position) => (truth === true ? [position] : []));
  expect(
    rows.map(({ position }) => position),
    `${printSource(tree)}\n${sql}`,
  ).toEqual(admitted);
}
