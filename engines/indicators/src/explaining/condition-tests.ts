import { type Columns, conjunctsOf, explain, parseExpression, printSource } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';
import { parseRecordTest } from '../definition-file/record-expressions.js';
import { factsOf, recordTables } from '../tables/record-table.js';
import type { ExplainedTest } from './record-explanation.js';
import type { RecordState } from './record-state.js';
import { seenBy } from './seen-by.js';

/** Every conjunct of the condition of a definition with its answer, what it looked at, and the single tests it joins. */
export function conditionTests({ where, parameters, table }: ComputedDefinition, state: RecordState): ExplainedTest[] {
  return conjunctsOf(parseRecordTest(where, parameters, null, table)).map((conjunct) => {
    const { holds, tests } = explain(conjunct, state);
    const text = printSource(conjunct);
    const parts = tests.map((test) => ({
      ...test,
      values: seenBy(parseRecordTest(test.text, parameters, null, table), state, parameters),
    }));
    const single = parts.length === 1 && parts[0]?.text === text;
    return {
      source: 'condition',
      text,
      leavesOutBy: printSource(conjunct, 'values'),
      place: conjunct.place,
      holds,
      values: seenBy(conjunct, state, parameters),
      parts: single ? [] : parts,
    };
  });
}

/** Columns of the records of any table: what a definition adds asks its own days alone. */
const everyColumn = Object.assign({}, ...recordTables.map((table) => factsOf(table).columns)) as Columns;

/** A test that the definition adds by itself, asked by the plain evaluator. */
export function plainTest(
  expression: string,
  state: RecordState,
  { text, leavesOutBy }: { readonly text: string; readonly leavesOutBy: string },
): ExplainedTest {
  const tree = parseExpression(expression, { columns: everyColumn, lists: {}, parameters: {} });
  const { holds } = explain(tree, state);
  return { source: 'dates', text, leavesOutBy, place: null, holds, values: seenBy(tree, state), parts: [] };
}
