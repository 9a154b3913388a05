import { plainDecimal } from './plain-decimal.js';
import { quoteText } from './read-text.js';

/** What a SQL engine calls things. A new engine is a file that states where it differs from `standardSql`. */
export interface Dialect {
  readonly name: string;
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
  /** True where the whole of a text has the form of a pattern. */
  readonly wholeMatch: (operand: string, pattern: string) => string;
  /** The same day a number of years later. */
  readonly yearsLater: (operand: string, years: number) => string;
}

/** ISO 9075 as PostgreSQL, Trino and DuckDB read it. */
export const standardSql = {
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text: quoteText,
  date: (day) => `DATE '${day}'`,
  integer: String,
  decimal: plainDecimal,
  boolean: (value) => (value ? 'TRUE' : 'FALSE'),
} as const satisfies Omit<Dialect, 'name' | 'wholeMatch' | 'yearsLater'>;
