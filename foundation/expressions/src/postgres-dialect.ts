import { type Dialect, standardSql } from './dialect.js';
import { anchored } from './pattern.js';
import { quoteText } from './read-text.js';

const units = { years: 'years', months: 'months', days: 'days' } as const;

/** PostgreSQL orders texts by the collation of a database unless told otherwise; parts of dates are `numeric`. */
export const postgresDialect: Dialect = {
  ...standardSql,
  name: 'postgres',
  types: { text: 'TEXT', integer: 'BIGINT', decimal: 'DOUBLE PRECISION', date: 'DATE', boolean: 'BOOLEAN' },
  ordered: (operand) => `${operand} COLLATE "C"`,
  wholeMatch: (operand, pattern) => `${operand} ~ ${quoteText(anchored(pattern, '^', '$'))}`,
  moved: (operand, count, unit) => `CAST(${operand} + INTERVAL '${count} ${units[unit]}' AS DATE)`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  datePart: (part, operand) => `CAST(EXTRACT(${part.toUpperCase()} FROM ${operand}) AS BIGINT)`,
};
