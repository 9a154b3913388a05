import { type Condition, conditionSql } from '../record/condition.js';

/** `WHERE …`: the condition of the definition, then tests of the dates. */
export function wherePart(condition: Condition, tests: readonly string[]): string {
  return `WHERE ${[conditionSql(condition), ...tests].join('\n  AND ')}`;
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
