import type { Dialect } from '@zhiheng/expressions';
import { allHold } from '../admission/masks.js';
import { part } from '../compute/sql-parts.js';
import { isShared } from '../definition.js';
import { breakdownSql, conditionDimension, dimensionsIn, groupingSets, type Request } from './request.js';
import { byMonth } from './spans.js';

/** The cells of a request: where they are kept, and whether masks in them tell whose they are. */
export interface KeptCells {
  readonly name: string;
  readonly masked: boolean;
  /** Whether they are of one request alone: nobody has to tell apart or add up what is of others. */
  readonly alone: boolean;
  /** The years that are told of a duration; null: all. */
  readonly years: readonly number[] | null;
}

/** SQL of the twelve sums of a prefix. */
export function monthSums(prefix: string): string {
  return byMonth((month) => `CAST(sum(${prefix}${month}) AS BIGINT) AS ${prefix}${month}`);
}

/**
 * The parts that figures begin with: `own`, the cells of the definition by its dimensions where they are not its own alone, and `wide`, the same by
 * area and combination, with `v1` to `v12` of the shares that count there where holders share. `more`: columns beside the twelve months by which
 * both are grouped.
 */
export function wideParts(
  request: Request,
  cells: KeptCells,
  dialect: Dialect,
  more: readonly string[] = [],
): string[] {
  const { planned, combinations, byCondition } = request;
  const by = ['office', 'dataset', 'place', ...dimensionsIn(combinations), 'year', ...more];
  const where = ownCells(request, cells, dialect);
  const source = cells.alone && !byCondition && where === '' ? cells.name : 'own';
  const own = `SELECT ${by.join(', ')}, ${monthSums('m')}
FROM ${byCondition ? withCondition(cells.name, planned.definition.id) : cells.name}${where}
GROUP BY ${by.join(', ')}`;
  const sums = [monthSums('m'), ...(isShared(planned.definition) ? [sharedSums(source)] : [])].join(', ');
  return [...(source === 'own' ? [part('own', own)] : []), part('wide', wider(request, source, sums, more))];
}

/** `WHERE …`: which of the cells that definitions share are of a request and of the years that are told; empty: all. */
export function ownCells({ planned }: Request, cells: KeptCells, dialect: Dialect): string {
  const tests = [
    ...(cells.masked ? [allHold(planned.tests, dialect)] : []),
    ...(cells.years === null ? [] : [`year IN (${cells.years.join(', ')})`]),
  ];
  return tests.length === 0 ? '' : `\nWHERE ${tests.join(' AND ')}`;
}

function sharedSums(source: string): string {
  return byMonth((month) => `CAST(sum(${source}.m${month} * area_of.share) AS BIGINT) AS v${month}`);
}

/** SQL of rows by place as rows by area and combination. */
export function wider({ combinations }: Request, source: string, sums: string, more: readonly string[]): string {
  const by = ['office', 'dataset', 'area', ...dimensionsIn(combinations), 'year', ...more];
  return `SELECT ${by.join(', ')}, ${sums}
FROM ${source} JOIN area_of ON area_of.place = ${source}.place
${groupingSets(combinations, ['office', 'dataset', 'area', 'year', ...more])}`;
}

/** Cells with a row for each condition that their records meet, and for each two. */
export function withCondition(cells: string, id: string): string {
  const met = 'met_value.met = told.met';
  return `(
  SELECT told.*, met_value.value AS ${conditionDimension}
  FROM ${cells} AS told JOIN condition_value AS met_value ON ${met} AND met_value.definition = '${id}'
) AS by_condition`;
}

/** Columns of the series of a row by area and combination, as sets are stored. */
export function seriesOf({ combinations }: Request): string {
  return `office, dataset, area, ${breakdownSql(combinations)} AS breakdown, year`;
}
