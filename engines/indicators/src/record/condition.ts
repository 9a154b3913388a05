import {
  columnsOf,
  conjunctsOf,
  type Expression,
  evaluate,
  parseExpression,
  printDuckDb,
  printSource,
} from '@zhiheng/expressions';
import { type Kind, kinds } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';

/** One of the tests that a record must all pass. */
export interface Conjunct {
  /** Canonical text in the language of definitions. */
  readonly text: string;
  readonly sql: string;
  readonly columns: readonly string[];
}

/** What a definition asks of a record before its dates. */
export interface Condition {
  readonly conjuncts: readonly Conjunct[];
  readonly columns: readonly string[];
  /** Kinds of right that the condition can let through, by the tests that look at nothing but the kind. */
  readonly kinds: readonly Kind[];
}

/** The parsed condition of a definition; throws `expression-wrong`. */
export function conditionOf(definition: ComputedDefinition): Condition {
  const tree = parseExpression(definition.where, patentRecordColumns);
  const parts = conjunctsOf(tree);
  return {
    conjuncts: parts.map((part) => ({
      text: printSource(part),
      sql: printDuckDb(part, (name) => name),
      columns: columnsOf(part),
    })),
    columns: columnsOf(tree),
    kinds: kinds.filter((kind) => parts.filter(asksOnlyKind).every((part) => evaluate(part, { kind }) === true)),
  };
}

/** The conjuncts as one SQL condition over the columns of `record`. */
export function conditionSql(condition: Condition): string {
  return condition.conjuncts.map(({ sql }) => `(${sql})`).join('\n  AND ');
}

function asksOnlyKind(part: Expression): boolean {
  return columnsOf(part).every((name) => name === 'kind');
}
