import type { Dialect } from '@zhiheng/expressions';
import { part, withParts } from '../compute/sql-parts.js';
import { isShared } from '../definition.js';
import { dimensionsIn, type Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth, type MonthSpan, upToMonth } from './spans.js';

/** Rows of a stock out of its cells: what they changed before a year and in it up to the end of each month. */
export function stockRows(request: Request, cells: KeptCells, dialect: Dialect, { first }: MonthSpan): string {
  const shared = isShared(request.planned.definition);
  const columns = [openAtEnds('m', 'l', 'was_open'), ...(shared ? [openAtEnds('v', 'v', 'was_shared')] : [])];
  const ends = `SELECT ${seriesOf(request)}, ${columns.join(', ')}
FROM wide_running
WHERE year >= ${Math.floor(first / 12)}`;
  return withParts(
    [...wideParts(request, cells, dialect), ...runningParts(request, 'wide', shared), part('ends', ends)],
    `SELECT * FROM ends\nWHERE ${(shared ? ['l', 'v'] : ['l']).map(holdsAnything).join(' OR ')}`,
  );
}

/** How many were open at the end of each month, out of what changed in it. */
export function openAtEnds(changes: string, ends: string, before: string): string {
  return byMonth((month) => `CAST(${before} + ${upToMonth(changes, month)} AS BIGINT) AS ${ends}${month}`);
}

/** `…_running`: every year of every series of `source`, with its changes by month and what was open before it; of shares too where it has them. */
export function runningParts({ combinations }: Request, source: string, shared = false): string[] {
  const changes = [['m', 'was_open'] as const, ...(shared ? [['v', 'was_shared'] as const] : [])];
  const dimensions = dimensionsIn(combinations);
  const series = ['office', 'dataset', 'area', ...dimensions];
  const same = [
    ...['office', 'dataset', 'area'].map((name) => `changed.${name} = series.${name}`),
    ...dimensions.map((name) => `changed.${name} IS NOT DISTINCT FROM series.${name}`),
    'changed.year = stock_year.year',
  ];
  const dense = `SELECT ${series.map((name) => `series.${name}`).join(', ')}, stock_year.year,
  ${changes.map(([prefix]) => byMonth((month) => `coalesce(changed.${prefix}${month}, 0) AS ${prefix}${month}`)).join(',\n  ')}
FROM (SELECT DISTINCT ${series.join(', ')} FROM ${source}) AS series CROSS JOIN stock_year
LEFT JOIN ${source} AS changed ON ${same.join(' AND ')}`;
  const before = changes.map(([prefix, name]) => {
    const all = byMonth((month) => `${prefix}${month}`, ' + ');
    return `${byMonth((month) => `${prefix}${month}`)},
  CAST(sum(${all}) OVER (PARTITION BY ${series.join(', ')} ORDER BY year) AS BIGINT) - (${all}) AS ${name}`;
  });
  const running = `SELECT ${series.join(', ')}, year, ${before.join(', ')}
FROM ${source}_dense`;
  return [part(`${source}_dense`, dense), part(`${source}_running`, running)];
}
