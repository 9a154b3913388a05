import type { Dialect } from '@zhiheng/expressions';
import { part, withParts } from '../compute/sql-parts.js';
import { dimensionsIn, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth, type MonthSpan, upToMonth } from './spans.js';

/** Rows of a stock out of its cells: what they changed before a year and in it up to the end of each month. */
export function stockRows(request: Request, cells: KeptCells, dialect: Dialect, { first }: MonthSpan): string {
  const ends = `SELECT ${seriesOf(request)}, ${openAtEnds('m', 'l', 'was_open')}
FROM wide_running
WHERE year >= ${Math.floor(first / 12)}`;
  return withParts(
    [...wideParts(request, cells, dialect), ...runningParts(request, 'wide'), part('ends', ends)],
    `SELECT * FROM ends\nWHERE ${holdsAnything('l')}`,
  );
}

/** How many were open at the end of each month, out of what changed in it. */
export function openAtEnds(changes: string, ends: string, before: string): string {
  return byMonth((month) => `CAST(${before} + ${upToMonth(changes, month)} AS BIGINT) AS ${ends}${month}`);
}

/** `…_running`: every year of every series of `source`, with its changes by month and what was open before it. */
export function runningParts({ combinations }: Request, source: string): string[] {
  const dimensions = dimensionsIn(combinations);
  const series = ['office', 'dataset', 'area', ...dimensions];
  const same = [
    ...['office', 'dataset', 'area'].map((name) => `changed.${name} = series.${name}`),
    ...dimensions.map((name) => `changed.${name} IS NOT DISTINCT FROM series.${name}`),
    'changed.year = stock_year.year',
  ];
  const dense = `SELECT ${series.map((name) => `series.${name}`).join(', ')}, stock_year.year,
  ${byMonth((month) => `coalesce(changed.m${month}, 0) AS m${month}`)}
FROM (SELECT DISTINCT ${series.join(', ')} FROM ${source}) AS series CROSS JOIN stock_year
LEFT JOIN ${source} AS changed ON ${same.join(' AND ')}`;
  const all = byMonth((month) => `m${month}`, ' + ');
  const running = `SELECT ${series.join(', ')}, year, ${byMonth((month) => `m${month}`)},
  CAST(sum(${all}) OVER (PARTITION BY ${series.join(', ')} ORDER BY year) AS BIGINT) - (${all}) AS was_open
FROM ${source}_dense`;
  return [part(`${source}_dense`, dense), part(`${source}_running`, running)];
}
