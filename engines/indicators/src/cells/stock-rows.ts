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
  const still = [alike('l', 'is_open'), ...(shared ? [alike('v', 'is_shared')] : [])];
  const series = ['office', 'dataset', 'area', ...dimensionsIn(request.combinations)].join(', ');
  const ends = `SELECT ${series}, year, ${columns.join(', ')}
FROM wide_moved
UNION ALL
SELECT ${series}, stock_year.year, ${still.join(', ')}
FROM wide_moved AS moved JOIN stock_year ON stock_year.year > moved.year AND stock_year.year < moved.next_year
WHERE ${['is_open', ...(shared ? ['is_shared'] : [])].map((name) => `${name} <> 0`).join(' OR ')}`;
  const told = (shared ? ['l', 'v'] : ['l']).map((prefix) => byMonth((month) => `${prefix}${month}`));
  return withParts(
    [...wideParts(request, cells, dialect), movedPart(request, shared), part('ends', ends)],
    `SELECT ${[seriesOf(request), ...told].join(', ')}
FROM ends
WHERE year >= ${Math.floor(first / 12)} AND (${(shared ? ['l', 'v'] : ['l']).map(holdsAnything).join(' OR ')})`,
  );
}

/** Behind all years. */
const never = 99_999;

/**
 * `wide_moved`: the years in which a series changes, with what was open before each and behind it, and the next year in which it changes;
 * in the years between it stays as it is.
 */
function movedPart({ combinations }: Request, shared: boolean): string {
  const series = ['office', 'dataset', 'area', ...dimensionsIn(combinations)].join(', ');
  const running = (prefix: string, name: string) => {
    const all = byMonth((month) => `${prefix}${month}`, ' + ');
    const sum = `CAST(sum(${all}) OVER years AS BIGINT)`;
    return `${byMonth((month) => `${prefix}${month}`)}, ${sum} - (${all}) AS was_${name}, ${sum} AS is_${name}`;
  };
  return part(
    'wide_moved',
    `SELECT ${series}, year, coalesce(lead(year) OVER years, ${never}) AS next_year,
  ${[running('m', 'open'), ...(shared ? [running('v', 'shared')] : [])].join(',\n  ')}
FROM wide
WINDOW years AS (PARTITION BY ${series} ORDER BY year)`,
  );
}

/** The same at the end of each month. */
function alike(prefix: string, held: string): string {
  return byMonth((month) => `${held} AS ${prefix}${month}`);
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
