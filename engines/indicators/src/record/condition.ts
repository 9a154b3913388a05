import {
  callsOf,
  columnsOf,
  conjunctsOf,
  type Dialect,
  dialects,
  type Expression,
  evaluate,
  type NamedCall,
  parseExpression,
  printSource,
  printSql,
} from '@zhiheng/expressions';
import { type Kind, kinds } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { areaTest } from './area-test.js';
import { recordShape } from './record-shape.js';

/** One of the tests that a record must all pass. */
export interface Conjunct {
  /** Canonical text in the language of definitions; of the scope `in CN-ML`. */
  readonly text: string;
  /** SQL over the columns of `record`, in which the answer to a call goes by the name of the call. */
  readonly sql: string;
  readonly columns: readonly string[];
  readonly calls: readonly NamedCall[];
}

/** What a definition asks of a record before its dates. */
export interface Condition {
  readonly conjuncts: readonly Conjunct[];
  readonly columns: readonly string[];
  readonly calls: readonly NamedCall[];
  /** Kinds of right that the condition can let through, by the tests that look at nothing but the kind. */
  readonly kinds: readonly Kind[];
}

/** The parsed condition of a definition, its scope the last test; throws `expression-wrong`. */
export function conditionOf(
  { where, parameters, scope, table }: Pick<ComputedDefinition, 'where' | 'parameters' | 'scope' | 'table'>,
  dialect: Dialect = dialects.duckdb,
): Condition {
  const parts = conjunctsOf(parseExpression(where, recordShape(parameters, null, table)));
  const conjuncts = [
    ...parts.map((part) => conjunctOf(part, dialect)),
    ...(scope === null
      ? []
      : [{ text: `in ${scope}`, sql: areaTest(scope, 'area', dialect), columns: ['area'], calls: [] }]),
  ];
  return {
    conjuncts,
    columns: [...new Set(conjuncts.flatMap(({ columns }) => columns))].sort(),
    calls: distinctCalls(conjuncts.flatMap(({ calls }) => calls)),
    // Coverage of marks and deeds tells no kinds: one stands for all.
    kinds:
      table !== 'patents'
        ? ['other']
        : kinds.filter((kind) => parts.filter(asksOnlyKind).every((part) => evaluate(part, { kind }) === true)),
  };
}

/** A test of one record as SQL. */
export function conjunctOf(part: Expression, dialect: Dialect): Conjunct {
  return {
    text: printSource(part, 'values'),
    sql: printSql(part, dialect, { column: (name) => name }),
    columns: columnsOf(part),
    calls: callsOf(part),
  };
}

export function distinctCalls(calls: readonly NamedCall[]): NamedCall[] {
  return [...new Map(calls.map((call) => [call.name, call])).values()];
}

/** The conjuncts as one SQL condition over the columns of `record`. */
export function conditionSql(condition: Condition): string {
  return condition.conjuncts.map(({ sql }) => `(${sql})`).join('\n  AND ');
}

function asksOnlyKind(part: Expression): boolean {
  return callsOf(part).length === 0 && columnsOf(part).every((name) => name === 'kind');
}
