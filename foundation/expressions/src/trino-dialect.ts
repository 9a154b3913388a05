import { type Dialect, standardSql } from './dialect.js';
import { anchored } from './pattern.js';
import { quoteText } from './read-text.js';

const units = { years: 'year', months: 'month', days: 'day' } as const;

/** Trino has no operators on bits; its patterns are those of Joni, where `$` would let a line end pass. */
export const trinoDialect: Dialect = {
  ...standardSql,
  name: 'trino',
  types: { text: 'VARCHAR', integer: 'BIGINT', decimal: 'DOUBLE', date: 'DATE', boolean: 'BOOLEAN' },
  // Trino 476 compiles `a IN (b, c IN (d, e))` wrongly where d or e is null, and makes IN of `a = b OR a = …`; a function body is compiled apart.
  comparedTest: (test) => `any_match(ARRAY[TRUE], apart -> ${test})`,
  wholeMatch: (operand, pattern) => `regexp_like(${operand}, ${quoteText(anchored(pattern, '\\A', '\\z'))})`,
  moved: (operand, count, unit) => `date_add('${units[unit]}', ${count}, ${operand})`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  joinedTexts: (operand, separator) =>
    `listagg(DISTINCT ${operand}, ${quoteText(separator)}) WITHIN GROUP (ORDER BY ${operand})`,
  repeatedTexts: (operand, separator) =>
    `listagg(${operand}, ${quoteText(separator)}) WITHIN GROUP (ORDER BY ${operand})`,
  anyBits: (operand) => `bitwise_or_agg(${operand})`,
  sharedBits: (left, right) => `bitwise_and(${left}, ${right})`,
};
