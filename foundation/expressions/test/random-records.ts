import fc from 'fast-check';
import type { Columns } from '../src/index.js';

export const columns = {
  kind: 'text',
  area: 'text',
  claims: 'integer',
  pages: 'integer',
  fee: 'decimal',
  share: 'decimal',
  filed_on: 'date',
  granted_on: 'date',
  pct: 'boolean',
  funded: 'boolean',
} as const satisfies Columns;

export type ColumnName = keyof typeof columns;

/** Few values, so that equals are met often; hard ones among them. */
export const texts = [
  '',
  'a',
  'A',
  'ab',
  "it's",
  "''",
  '"',
  'x\\',
  '%',
  '; --',
  '# no',
  '发明',
  '專利權',
  '\u{ffee}',
  '𠮷',
];
export const patterns = [
  '',
  'a?',
  '[aA]b?',
  '发[明-晓]',
  String.raw`x\\`,
  "it('s|s)?",
  '[%;]{1,2}|# no',
  '𠮷+',
  String.raw`\d*`,
];
export const days = [
  '0001-01-01',
  '1999-12-31',
  '2000-02-29',
  '2023-02-28',
  '2023-03-01',
  '2023-04-30',
  '2023-12-31',
  '2024-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '9999-12-31',
];
export const integers = [-999_999_999_999_999, -10, -1, 0, 1, 2, 9, 10, 999_999_999_999_999];
export const decimals = [-2.5, -0.1, 0, 0.1, 0.3, 0.5, 1, 1.0001, 2.5, 9.9999, 10];
/** Doubles that no decimal literal writes; in the table only. */
const doubles = [...decimals, 0.1 + 0.2, 1 / 3, 1e-300, 1e300, -0];

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 3 });

export const records = fc.record({
  kind: orNull(texts),
  area: orNull(texts),
  claims: orNull(integers),
  pages: orNull(integers),
  fee: orNull(doubles),
  share: orNull(decimals),
  filed_on: orNull(days),
  granted_on: orNull(days),
  pct: orNull([true, false]),
  funded: orNull([true, false]),
});
