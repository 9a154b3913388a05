import { notTold } from '@zhiheng/vocabulary';
import type { PlannedDefinition } from '../admission/admission-plan.js';
import type { Combination } from '../definition.js';
import { isBridged } from '../record/bridges.js';

export const conditionDimension = 'condition';

/** Combinations of one definition that rest on the same rows of cells. */
export interface Request {
  readonly planned: PlannedDefinition;
  /** Each sorted by name; the empty one is the total. */
  readonly combinations: readonly Combination[];
  /** Dimensions that records lie in several times. */
  readonly bridges: readonly string[];
  /** Whether the combinations tell the conditions of a stock apart. */
  readonly byCondition: boolean;
}

/** What is asked of a definition: its total and single-valued combinations, then others by the bridges that they cross. */
export function requestsOf(planned: PlannedDefinition, combinations: readonly Combination[]): Request[] {
  const byBridges = new Map<string, Request>();
  for (const given of [[], ...combinations]) {
    const combination = [...given].sort();
    const bridges = combination.filter(isBridged);
    const byCondition = combination.includes(conditionDimension);
    const key = [...bridges, byCondition].join();
    const known = byBridges.get(key)?.combinations ?? [];
    if (known.some((one) => one.join() === combination.join())) continue;
    byBridges.set(key, { planned, bridges, byCondition, combinations: [...known, combination] });
  }
  return [...byBridges.values()];
}

/** Dimensions of a request, each once, by name. */
export function dimensionsIn(combinations: readonly Combination[]): string[] {
  return [...new Set(combinations.flat())].sort();
}

/** SQL of the breakdown of a grouped row: null for the total, else `holder_type=university;kind=invention`; what is blank is not told. */
export function breakdownSql(combinations: readonly Combination[]): string {
  const all = dimensionsIn(combinations);
  const told = (name: string) =>
    `coalesce(nullif(replace(replace(${name}, '%', '%25'), ';', '%3B'), ''), '${notTold}')`;
  const written = (name: string) => `'${name}=' || ${told(name)}`;
  const cases = combinations
    .filter((combination) => combination.length > 0)
    .map((combination) => {
      const tests = all.map((name) => `${name} IS ${combination.includes(name) ? 'NOT NULL' : 'NULL'}`);
      return `WHEN ${tests.join(' AND ')} THEN ${combination.map(written).join(" || ';' || ")}`;
    });
  return cases.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${cases.join(' ')} END`;
}

/** `GROUP BY …`: a set for each combination, beside the columns that all have. */
export function groupingSets(combinations: readonly Combination[], keys: readonly string[]): string {
  const sets = combinations.map((combination) => `(${[...keys, ...combination].join(', ')})`);
  return `GROUP BY GROUPING SETS (${sets.join(', ')})`;
}
