import type { ComputedDefinition } from '../definition.js';
import { type Condition, conditionSql } from '../record/condition.js';
import { ownedOf } from '../record/owned-of.js';
import { recordRelation } from '../record/record-relation.js';

/** `record AS (…)`: the columns that a figure needs of a record, with those that say where it belongs. */
export function recordPart(definition: ComputedDefinition, condition: Condition, dates: readonly string[]): string {
  const owned = ownedOf(definition);
  const places = owned === null ? [] : ['place'];
  const stages = owned?.stages === 'all' ? ['owned_from', 'owned_until'] : [];
  const columns = ['office', 'dataset', 'area', ...places, 'kind', ...dates, ...stages, ...condition.columns];
  return part('record', recordRelation(columns, owned));
}

/** Where a record counts: `area`, the key of `counted_area`, in the rows of a figure. */
export function areaPart(definition: ComputedDefinition): string {
  return ownedOf(definition) === null ? 'area' : 'place AS area';
}

/** `WHERE …`: the condition of the definition, then tests of the dates. */
export function wherePart(condition: Condition, tests: readonly string[]): string {
  return `WHERE ${[conditionSql(condition), ...tests].join('\n  AND ')}`;
}

/** `GROUP BY …`: the total and, where the definition is broken down by it, each kind. */
export function groupPart(definition: ComputedDefinition, more: readonly string[]): string {
  const total = ['office', 'dataset', 'area', ...more];
  const sets = isBrokenDown(definition) ? [[...total, 'kind'], total] : [total];
  return `GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`;
}

/** The kind of a grouped row: null in the total. */
export function kindPart(definition: ComputedDefinition): string {
  return isBrokenDown(definition) ? 'kind' : 'CAST(NULL AS VARCHAR) AS kind';
}

/** The order of the rows of an observation set: the same content gives the same file, an area lies together. */
export const orderPart = 'ORDER BY area, period, kind NULLS FIRST, statistic NULLS FIRST, office, dataset';

/** Common table expressions and the query over them. */
export function withParts(parts: readonly string[], query: string): string {
  return `WITH ${parts.join(',\n')}\n${query}`;
}

export function part(name: string, query: string): string {
  return `${name} AS (\n${indent(query)}\n)`;
}

function isBrokenDown(definition: ComputedDefinition): boolean {
  return definition.breakdowns.some((combination) => combination.join() === 'kind');
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
