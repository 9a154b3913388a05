import type { Place } from '@zhiheng/vocabulary';
import { conjunctsOf } from './conjuncts-of.js';
import { evaluate } from './evaluate.js';
import type { Expression } from './expression.js';
import { partsOf } from './parts-of.js';
import { printSource } from './print-source.js';
import type { RecordValues } from './record-value.js';

/** Why a record counts or does not. */
export interface Explanation {
  readonly holds: boolean | null;
  /** Every single test in the order of the text, also those that an earlier one has settled. */
  readonly tests: readonly {
    /** The test in canonical form. */
    readonly text: string;
    /** What the test itself says, whatever `not` stands before it. */
    readonly holds: boolean | null;
    readonly place: Place;
  }[];
  /** The first of the conjuncts that is false or open, in canonical form; null when all hold. */
  readonly leftOutBy: string | null;
}

/** Evaluates the tree for one record and says which test held and which left the record out. */
export function explain(tree: Expression, record: RecordValues): Explanation {
  const leftOutBy = conjunctsOf(tree).find((conjunct) => evaluate(conjunct, record) !== true);
  return {
    holds: evaluate(tree, record),
    tests: testsOf(tree).map((test) => ({ text: printSource(test), holds: evaluate(test, record), place: test.place })),
    leftOutBy: leftOutBy === undefined ? null : printSource(leftOutBy),
  };
}

/** The tests that `and`, `or` and `not` join. */
function testsOf(tree: Expression): Expression[] {
  return tree.kind === 'and' || tree.kind === 'or' || tree.kind === 'not' ? partsOf(tree).flatMap(testsOf) : [tree];
}
