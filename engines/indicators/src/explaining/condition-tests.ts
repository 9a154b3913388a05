import { columnsOf, conjunctsOf, type Expression, explain, parseExpression, printSource } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';
import type { ExplainedTest, SeenValue } from './record-explanation.js';

/** One record by the columns that conditions name. */
export type RecordState = Readonly<Record<string, string | number | boolean | null>>;

/** Every conjunct of the condition of a definition with its answer, what it looked at, and the single tests it joins. */
export function conditionTests({ where }: ComputedDefinition, state: RecordState): ExplainedTest[] {
  return conjunctsOf(parseExpression(where, patentRecordColumns)).map((conjunct) => {
    const { holds, tests } = explain(conjunct, state);
    const text = printSource(conjunct);
    const parts = tests.map((test) => ({ ...test, values: seenBy(read(test.text), state) }));
    const single = parts.length === 1 && parts[0]?.text === text;
    return {
      source: 'condition',
      text,
      leavesOutBy: text,
      place: conjunct.place,
      holds,
      values: seenBy(conjunct, state),
      parts: single ? [] : parts,
    };
  });
}

/** A test that the definition adds by itself, asked by the plain evaluator. */
export function plainTest(
  expression: string,
  state: RecordState,
  { text, leavesOutBy }: { readonly text: string; readonly leavesOutBy: string },
): ExplainedTest {
  const tree = read(expression);
  const { holds } = explain(tree, state);
  return { source: 'dates', text, leavesOutBy, place: null, holds, values: seenBy(tree, state), parts: [] };
}

function read(text: string): Expression {
  return parseExpression(text, patentRecordColumns);
}

function seenBy(tree: Expression, state: RecordState): Record<string, SeenValue> {
  return Object.fromEntries(columnsOf(tree).map((name) => [name, state[name] ?? null]));
}
