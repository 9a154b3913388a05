import { type Dialect, dialects } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';
import { distributionSql } from './distribution-sql.js';
import { durationSql } from './duration-sql.js';
import { flowSql } from './flow-sql.js';
import { plainQueries } from './plain-query.js';
import { orderPart } from './sql-parts.js';
import { stockSql } from './stock-sql.js';

/**
 * The SQL that tells a definition's observations by itself, for an engine. Beside the tables of a release it reads
 * `counted_area` (an area, what it is counted in, and the share of it where holders share), `period_of_month` or `period_ended_by_month` (months and periods), and
 * for durations `survival_median`. Throws `expression-wrong` for a condition that does not parse.
 */
export function observationSql(definition: ComputedDefinition, dialect: Dialect = dialects.duckdb): string {
  const [first = '', ...more] = queriesOf(definition, dialect);
  if (more.length === 0) return `${first}\n${orderPart}`;
  const union = [first, ...more].map((sql, index) => `SELECT * FROM (\n${sql}\n) AS part_${index + 1}`);
  return `${union.join('\nUNION ALL\n')}\n${orderPart}`;
}

function queriesOf(definition: ComputedDefinition, dialect: Dialect): string[] {
  switch (definition.kind) {
    case 'flow':
      return plainQueries(definition, dialect).map(flowSql);
    case 'stock':
      return plainQueries(definition, dialect).map(stockSql);
    case 'duration':
      return plainQueries(definition, dialect).map(durationSql);
    case 'distribution':
      return plainQueries(definition, dialect).map(distributionSql);
  }
}
