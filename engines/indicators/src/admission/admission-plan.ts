import { type Dialect, dialects } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';
import { dimensionsOfBits, singleDimensions } from '../record/bridges.js';
import { type Condition, type Conjunct, conditionOf } from '../record/condition.js';

/** A definition, and which tests of the plan its records must all pass, in the order in which they are asked. */
export interface PlannedDefinition {
  readonly definition: ComputedDefinition;
  readonly condition: Condition;
  /** Numbers of tests. */
  readonly tests: readonly number[];
}

/** What is asked of every record once, for all definitions that are computed together. */
export interface AdmissionPlan {
  readonly definitions: readonly PlannedDefinition[];
  /** Every test that any of them asks, each once; its number is that of its bit. */
  readonly tests: readonly Conjunct[];
  /** Dates and dimensions that stand beside `kind`, by name. */
  readonly columns: readonly string[];
  /** Dimensions of several values that are told beside them, each in one number. */
  readonly bits: readonly string[];
  /** Whether any of them counts holders. */
  readonly parties: boolean;
  readonly dialect: Dialect;
}

/**
 * The plan of some definitions; throws `expression-wrong`. `known`: the texts of the tests of an admission that is gone on with, whose
 * bits stay theirs.
 */
export function planAdmission(
  definitions: readonly ComputedDefinition[],
  dialect: Dialect = dialects.duckdb,
  known: readonly string[] = [],
): AdmissionPlan {
  const tests: Conjunct[] = known.map((text) => ({ text, sql: '1 = 0', columns: [], calls: [] }));
  const numbers = new Map<string, number>(known.map((text, index) => [text, index]));
  const planned = definitions.map((definition) => {
    const condition = conditionOf(definition, dialect);
    return { definition, condition, tests: condition.conjuncts.map(numberOf) };
  });
  function numberOf(conjunct: Conjunct): number {
    const number = numbers.get(conjunct.text);
    if (number !== undefined) {
      tests[number] = conjunct;
      return number;
    }
    numbers.set(conjunct.text, tests.length);
    return tests.push(conjunct) - 1;
  }
  const columns = new Set([...singleDimensions, ...definitions.flatMap(datesOf)]);
  return {
    definitions: planned,
    tests,
    columns: [...columns].sort(),
    bits: dimensionsOfBits(definitions.flatMap(({ breakdowns }) => breakdowns)),
    parties: definitions.some((definition) => definition.kind !== 'duration' && definition.count === 'holders'),
    dialect,
  };
}

/** The dates that a figure looks at. */
export function datesOf(definition: ComputedDefinition): string[] {
  switch (definition.kind) {
    case 'flow':
    case 'distribution':
      return [definition.date];
    case 'stock':
      return [definition.starts, definition.ends];
    case 'duration':
      return [definition.clock.start, definition.clock.end];
  }
}
