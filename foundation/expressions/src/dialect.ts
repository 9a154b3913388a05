import type { DateUnit } from './expression.js';
import { plainDecimal } from './plain-decimal.js';
import { quoteText } from './read-text.js';
import type { ValueType } from './value-type.js';

/**
 * The capability table: what a SQL engine calls the few things that engines call differently. SQL that is to run everywhere
 * takes these from here and keeps otherwise to what the three have in common: `count(*) FILTER (WHERE …)`, window
 * functions, `WITH`, `EXTRACT`, `substr`, `replace`, `CASE`, `coalesce`.
 */
export interface Dialect {
  readonly name: string;
  readonly types: Readonly<Record<ValueType, string>>;
  /** A column name, quoted. */
  readonly identifier: (name: string) => string;
  readonly text: (value: string) => string;
  /** A day `YYYY-MM-DD`. */
  readonly date: (day: string) => string;
  /** An integer of at most 15 digits. */
  readonly integer: (value: number) => string;
  /** A decimal number of at most 15 digits. */
  readonly decimal: (value: number) => string;
  readonly boolean: (value: boolean) => string;
  /** A text as it is ordered: by code point. */
  readonly ordered: (operand: string) => string;
  /** A test, in parentheses, where it is compared with another. */
  readonly comparedTest: (test: string) => string;
  /** True where the whole of a text has the form of a pattern. */
  readonly wholeMatch: (operand: string, pattern: string) => string;
  /** The day so many units behind another, before it when negative; a month that is too short gives its last day. */
  readonly moved: (operand: string, count: number, unit: DateUnit) => string;
  /** Days from one day to another. */
  readonly daysBetween: (from: string, to: string) => string;
  /** `year`, `month` or `day` of a date as an integer. */
  readonly datePart: (part: 'year' | 'month' | 'day', operand: string) => string;
  /** An aggregate: the distinct texts of a group, in the order of their code points, with a separator between them. */
  readonly joinedTexts: (operand: string, separator: string) => string;
  /** The same of all texts of a group, each as often as it stands in it. */
  readonly repeatedTexts: (operand: string, separator: string) => string;
  /** An aggregate: the bits that any integer of a group has. */
  readonly anyBits: (operand: string) => string;
  /** The bits that two integers share. */
  readonly sharedBits: (left: string, right: string) => string;
  /** The whole part of a quotient of integers that are not negative. */
  readonly wholeQuotient: (dividend: string, divisor: string) => string;
}

/** ISO 9075 as PostgreSQL, Trino and DuckDB read it. */
export const standardSql = {
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text: quoteText,
  date: (day) => `DATE '${day}'`,
  integer: String,
  decimal: plainDecimal,
  boolean: (value) => (value ? 'TRUE' : 'FALSE'),
  ordered: (operand) => operand,
  comparedTest: (test) => test,
  datePart: (part, operand) => `EXTRACT(${part.toUpperCase()} FROM ${operand})`,
  joinedTexts: (operand, separator) => `string_agg(DISTINCT ${operand}, ${quoteText(separator)} ORDER BY ${operand})`,
  repeatedTexts: (operand, separator) => `string_agg(${operand}, ${quoteText(separator)} ORDER BY ${operand})`,
  anyBits: (operand) => `bit_or(${operand})`,
  sharedBits: (left, right) => `(${left} & ${right})`,
  wholeQuotient: (dividend, divisor) => `(${dividend} / ${divisor})`,
} as const satisfies Partial<Dialect>;
