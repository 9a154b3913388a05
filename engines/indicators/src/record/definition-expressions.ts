import type { Expression } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';
import { parseRecordDate, parseRecordTest } from '../definition-file/record-expressions.js';

/** Everything that a definition asks of one record in the language of definitions: its condition, and those of a stock with their days. */
export function expressionsOf(definition: ComputedDefinition): Expression[] {
  const { where, parameters, table } = definition;
  const conditions = definition.kind === 'stock' ? definition.conditions : [];
  const inConditions = conditions.flatMap(({ where: test, dates }) => [
    ...(test === null ? [] : [parseRecordTest(test, parameters)]),
    ...[dates?.from, dates?.until].flatMap((day) => (day == null ? [] : [parseRecordDate(day, parameters)])),
  ]);
  return [parseRecordTest(where, parameters, null, table), ...inConditions];
}
