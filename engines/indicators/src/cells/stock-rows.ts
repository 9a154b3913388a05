import type { Dialect } from '@zhiheng/expressions';
import { part, withParts } from '../compute/sql-parts.js';
import type { MonthSpan } from './cell-groups.js';
import { dimensionsIn, type Request } from './request.js';
import { type KeptCells, observationColumns, wideParts } from './set-sql.js';
import { byMonth, inSpan } from './spans.js';

/** Observations of a stock: what its cells changed before a year and in it up to the end of the period. */
export function stockRows(request: Request, cells: KeptCells, dialect: Dialect, months: MonthSpan): string {
  return withParts(
    [...wideParts(request, cells, dialect), ...runningParts(request, 'wide')],
    openAtEnds(request, 'wide_running', months, cells.years),
  );
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

/** Observations out of what was open at the end of each period. */
function openAtEnds(
  request: Request,
  source: string,
  { first, last }: MonthSpan,
  years: readonly number[] | null,
): string {
  const n = `(was_open + ${inSpan('m', 'u')})`;
  const end = '(year * 12 + span.last_month - 1)';
  const tests = [
    `${n} <> 0`,
    `${end} BETWEEN ${first} AND ${last}`,
    ...(years === null ? [] : [`year IN (${years.join(', ')})`]),
  ];
  return `${observationColumns(request, { value: n, n })}
FROM ${source} CROSS JOIN span
WHERE ${tests.join(' AND ')}`;
}
