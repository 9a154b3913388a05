import type { Day } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import { allHold } from '../admission/masks.js';
import type { StockDefinition } from '../definition.js';
import { type Bridge, bridgeOf } from '../record/bridges.js';
import { inMonthsSql, monthOf } from '../record/months.js';
import { isSeveral, itself, ownerColumns, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import {
  type CellGroup,
  type CellSide,
  cellDimensions,
  differingCells,
  hasConditions,
  masksOf,
  stagesOf,
} from './cell-groups.js';
import { now, since, was } from './changed-sides.js';
import { differsIn, markedNow, markedWas } from './differing-records.js';
import type { Request } from './request.js';
import { byMonth, type MonthSpan } from './spans.js';

/**
 * Records of which something changed since sets were told. The session shows what they were under the prefix `was_` and what they are under
 * `now_`: the rows of these records in the admission and what lies beside it (`was_admission`, `was_stages_…`), and in `tablesBeside`; and,
 * where there are `recordsSince`, their rows under `since_`. Their ids are those of `changed`; the admission of all records, as it was, stands
 * under `earlier_`.
 */
export interface ChangedRecords {
  /** The last day that sets were told to before. */
  readonly until: Day;
}

/** What figures read of a canonical table beside the admission. */
export interface TableBeside {
  readonly name: string;
  /** SQL of its rows of some records; `source` stands for the table, `ids` for a relation of the records. */
  readonly of: (source: string, ids: string) => string;
}

/** What the figures of a plan read beside its admission. */
export function tablesBeside({ definitions }: Pick<AdmissionPlan, 'definitions'>): TableBeside[] {
  const attributions = definitions.map(({ definition }) => definition.attribution);
  const beside = (name: string, columns: readonly string[]): TableBeside => ({
    name,
    of: (source, ids) => `SELECT ${columns.join(', ')} FROM ${source} WHERE id IN (SELECT id FROM ${ids})`,
  });
  return [
    ...(attributions.some(({ holder }) => isSeveral(holder))
      ? [beside('patent_holders', ['id', 'position', 'area'])]
      : []),
    ...(attributions.some(({ at }) => at !== 'filing') ? [beside('patent_owners', ownerColumns)] : []),
    ...bridgesOf(definitions).map(({ table, columns }) => beside(table, columns)),
  ];
}

/** The tables that bridges of the kept combinations read, each once. */
function bridgesOf(definitions: AdmissionPlan['definitions']): Bridge[] {
  const names = definitions.flatMap(({ definition }) => definition.breakdowns.flat());
  const bridges = names.flatMap((name) => bridgeOf(name) ?? []);
  return [...new Map(bridges.map((bridge) => [bridge.table, bridge])).values()];
}

/** What is looked at of the records to which something happened behind the month that stocks were told to. */
export interface RecordsSince {
  /** SQL of their ids, over the admission and its stages as `tables` names them, and the owners as they are. */
  readonly ids: string;
  /** What figures read of them beside the admission. */
  readonly beside: readonly TableBeside[];
}

/** The records of `since` that the stocks of a plan can tell of; null: no month is behind, or there are no stocks. */
export function recordsSince(
  { definitions }: Pick<AdmissionPlan, 'definitions'>,
  { last }: MonthSpan,
  { until }: ChangedRecords,
  tables: TableOf = itself,
): RecordsSince | null {
  const before = monthOf(until);
  const planned = definitions.filter(({ definition }) => definition.kind === 'stock');
  if (before >= last || planned.length === 0) return null;
  const stocks = planned.map(({ definition }) => definition as StockDefinition);
  // A date at a time: what a file tells of the first and last of each lets most of its rows be passed by.
  const behind = (relation: string, names: Iterable<string>) =>
    [...names].map((date) => `SELECT id FROM ${relation} WHERE ${inMonthsSql(date, before + 1, last)}`);
  const owned = stocks.some(({ attribution }) => attribution.at !== 'filing');
  const ids = [
    ...behind(tables('admission'), new Set(stocks.flatMap(({ starts, ends }) => [starts, ends]))),
    ...(owned ? behind('patent_owners', ['from_on', 'to_on']) : []),
    ...stocks
      .filter(hasConditions)
      .flatMap((one) => behind(tables(stagesOf(one)), ['condition_from', 'condition_until'])),
  ];
  return { ids: ids.join('\nUNION\n'), beside: tablesBeside({ definitions: planned }) };
}

/**
 * Keeps the difference between both sides of changed records as cells under the name of their group: what is, and what was with a sign
 * before it. Stocks were told to an earlier month: of its sides they have what happened up to it, and beside them what happened since to any record.
 */
export async function keepDifference(
  session: RecordSession,
  group: CellGroup,
  plan: AdmissionPlan,
  months: MonthSpan,
  { until }: ChangedRecords,
): Promise<void> {
  const stock = group.requests[0]?.planned.definition.kind === 'stock';
  const told = stock ? { ...months, last: monthOf(until) } : months;
  const only = differsIn(group, plan);
  const [is, before] = only === null ? [now, was] : [markedNow, markedWas];
  const sides: CellSide[] = [
    { extent: { tables: is, only }, months: told, sign: '' },
    { extent: { tables: before, only }, months: told, sign: '-' },
  ];
  if (stock && told.last < months.last) {
    sides.push({ extent: { tables: since, after: told.last }, months, sign: '' });
  }
  await session.keep(group.name, differingCells(group, plan, sides));
}

/** The years in which the cells of a duration differ between both sides, of which `keepDifference` kept what lies between them. */
export async function yearsTouched(
  session: RecordSession,
  { planned }: Request,
  group: CellGroup,
  plan: AdmissionPlan,
): Promise<number[]> {
  const keys = ['office', 'dataset', 'place', ...cellDimensions(group), 'measure', 'year'];
  const where = masksOf(group).length > 0 ? `\nWHERE ${allHold(planned.tests, plan.dialect)}` : '';
  const rows = await session.rows<{ year: number }>(`SELECT DISTINCT year FROM (
  SELECT year FROM ${group.name}${where}
  GROUP BY ${keys.join(', ')}
  HAVING ${byMonth((month) => `sum(m${month}) <> 0`, ' OR ')}
) AS touched ORDER BY year`);
  return rows.map(({ year }) => year);
}
