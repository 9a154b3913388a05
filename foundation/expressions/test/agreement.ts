import fc from 'fast-check';
import { expect } from 'vitest';
import { callJoins, callsOf, type Dialect, type Expression, evaluate, printSource, printSql } from '../src/index.js';
import { records } from './random-records.js';
import { trees } from './random-trees.js';
import { type TestTable, tablesOf } from './tables.js';

/** An engine that expressions are compared on. */
export interface TestedEngine {
  readonly dialect: Dialect;
  readonly createTables: (tables: readonly TestTable[]) => Promise<void>;
  /** Rows of a query, a list of values each; numbers may come as bigint. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
}

/**
 * Random trees over random records: the evaluator and the engine give the same answers, selected and as a condition, with the
 * questions about lists joined as the relation of records joins them. A failure prints the SQL. Gives back how often each answer was met.
 */
export async function agreement({ dialect, createTables, rows }: TestedEngine, runs = 1000) {
  const given = fc.sample(records, { numRuns: 150, seed: 20_230_530 });
  await createTables(tablesOf(given));
  const met = { true: 0, false: 0, null: 0 };
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const [condition, relation] = [printSql(tree, dialect), relationOf([tree], dialect)];
      const expected = given.map((record) => evaluate(tree, record));
      for (const truth of expected) met[`${truth}`] += 1;
      const asked = `SELECT position, (${condition}) AS truth FROM (${relation}) AS record ORDER BY position`;
      const selected = (await rows(asked)).map(([, truth]) => truth);
      expect(selected, `${printSource(tree)}\n${asked}`).toEqual(expected);
      const filtered = `SELECT position FROM (${relation}) AS record WHERE (${condition}) ORDER BY position`;
      const admitted = (await rows(filtered)).map(([position]) => Number(position));
      const admissions = expected.flatMap((truth, position) => (truth === true ? [position] : []));
      expect(admitted, `${printSource(tree)}\n${filtered}`).toEqual(admissions);
    }),
    { numRuns: runs },
  );
  return met;
}

/** The records with the answers to the questions that trees ask about lists. */
export function relationOf(trees: readonly Expression[], dialect: Dialect): string {
  const named = trees.flatMap(callsOf).map((one) => [one.name, one] as const);
  const calls = [...new Map(named).values()];
  const { answers, joins } = callJoins(calls, 'patent.id', dialect);
  return [
    `SELECT ${['patent.*', 'state.granted_on', ...answers].join(', ')}`,
    'FROM patents AS patent LEFT JOIN patent_states AS state ON state.id = patent.id',
    ...joins,
  ].join('\n');
}
