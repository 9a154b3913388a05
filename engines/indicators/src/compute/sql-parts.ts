import { conditionDimension, dimensionsIn } from '../cells/request.js';
import type { Combination, ComputedDefinition } from '../definition.js';
import { isBridged } from '../record/bridges.js';
import { type Condition, conditionSql } from '../record/condition.js';
import { ownedOf } from '../record/owned-of.js';
import { recordRelation } from '../record/record-relation.js';

/** `record AS (…)`: the columns that a figure needs of a record, with those that say where it belongs. */
export function recordPart(definition: ComputedDefinition, condition: Condition, dates: readonly string[]): string {
  const owned = ownedOf(definition);
  const places = owned === null ? [] : ['place'];
  const stages = owned?.stages === 'all' ? ['owned_from', 'owned_until'] : [];
  const dimensions = dimensionColumns(definition);
  const columns = [
    'office',
    'dataset',
    'area',
    ...places,
    'kind',
    ...dimensions,
    ...dates,
    ...stages,
    ...condition.columns,
  ];
  return part('record', recordRelation(columns, { owned, calls: condition.calls }));
}

/** Where a record counts: `area`, the key of `counted_area`, in the rows of a figure. */
export function areaPart(definition: ComputedDefinition): string {
  return ownedOf(definition) === null ? 'area' : 'place AS area';
}

/** `WHERE …`: the condition of the definition, then tests of the dates. */
export function wherePart(condition: Condition, tests: readonly string[]): string {
  return `WHERE ${[conditionSql(condition), ...tests].join('\n  AND ')}`;
}

/** The total and the combinations of a definition that a record lies in once: others are counted by cells alone. */
export function plainCombinations({ breakdowns }: ComputedDefinition): Combination[] {
  const single = breakdowns.filter((names) => names.every((name) => name !== conditionDimension && !isBridged(name)));
  return [[], ...single.map((names) => [...names].sort())];
}

/** The dimensions of a figure by name, each followed by what is to follow; nothing where there is none. */
export function dimensionColumns(definition: ComputedDefinition): string[] {
  return dimensionsIn(plainCombinations(definition));
}

/** The same out of the record, blank where nothing is known. */
export function dimensionParts(definition: ComputedDefinition): string[] {
  return dimensionColumns(definition).map((name) => (name === 'kind' ? name : `coalesce(${name}, '') AS ${name}`));
}

/** The order of the rows of an observation set: the same content gives the same file, an area lies together. */
export const orderPart = 'ORDER BY area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset';

/** Common table expressions and the query over them. */
export function withParts(parts: readonly string[], query: string): string {
  return `WITH ${parts.join(',\n')}\n${query}`;
}

export function part(name: string, query: string): string {
  return `${name} AS (\n${indent(query)}\n)`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
