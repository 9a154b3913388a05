import type { ComputedDefinition } from '../definition.js';
import { type Condition, conditionOf } from '../record/condition.js';
import { durationSql } from './duration-sql.js';
import { flowSql } from './flow-sql.js';
import { stockSql } from './stock-sql.js';

/**
 * The SQL that computes a definition's observations, as the engine runs it. Beside the views of a release it reads
 * `counted_area` (an area and what it is counted in), `period_of_month` or `period_ended_by_month` (months and periods), and
 * for durations `survival_median`. Throws `expression-wrong` for a condition that does not parse.
 */
export function observationSql(definition: ComputedDefinition, condition: Condition = conditionOf(definition)): string {
  switch (definition.kind) {
    case 'flow':
      return flowSql(definition, condition);
    case 'stock':
      return stockSql(definition, condition);
    case 'duration':
      return durationSql(definition, condition);
  }
}
