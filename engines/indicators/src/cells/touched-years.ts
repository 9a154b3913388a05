import type { Day } from '@zhiheng/vocabulary';
import type { AdmissionPlan, PlannedDefinition } from '../admission/admission-plan.js';
import { allHold } from '../admission/masks.js';
import { monthNumber } from '../record/months.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, cellDimensions, cellsSql, type MonthSpan, masksOf } from './cell-groups.js';
import { byMonth } from './spans.js';

/** Rows of the admission that others took the place of: relations of both. */
export interface ChangedRows {
  readonly before: string;
  readonly after: string;
  /** The last day that sets were told to before. */
  readonly until: Day;
}

/** Whether what of a record changed shows in its row of the admission, or also in what stands beside it: owners, classes, parties, stages. */
export function isToldByAdmission({ definition }: PlannedDefinition, group: CellGroup): boolean {
  const { holder, at } = definition.attribution;
  if (holder !== 'first' || at !== 'filing' || (group.requests[0]?.bridges.length ?? 0) > 0) return false;
  if (definition.kind === 'duration') return true;
  return definition.count === 'records' && (definition.kind === 'flow' || definition.conditions.length === 0);
}

/** Keeps the cells of both sides of changed rows, to be asked by `touchedYears`. */
export async function keepChangedCells(
  session: RecordSession,
  group: CellGroup,
  plan: AdmissionPlan,
  months: MonthSpan,
  changed: ChangedRows,
): Promise<void> {
  for (const relation of [changed.before, changed.after]) {
    await session.keep(`${group.name}_${relation}`, cellsSql(group, plan, months, { relation, years: null }));
  }
}

/**
 * The years in which the cells of a definition differ between both sides: those whose figures are counted anew. Of a stock, all from the
 * first of them, or from the year in which it was told no more.
 */
export async function touchedYears(
  session: RecordSession,
  planned: PlannedDefinition,
  group: CellGroup,
  plan: AdmissionPlan,
  months: MonthSpan,
  { before, after, until }: ChangedRows,
): Promise<number[]> {
  const { kind } = planned.definition;
  const masked = masksOf(group).length > 0;
  const keys = ['office', 'dataset', 'place', ...cellDimensions(group), ...(kind === 'duration' ? ['measure'] : [])];
  const where = masked ? ` WHERE ${allHold(planned.tests, plan.dialect)}` : '';
  const side = (relation: string, sign: string) =>
    `SELECT ${keys.join(', ')}, year, ${byMonth((month) => `${sign}m${month} AS m${month}`)} FROM ${group.name}_${relation}${where}`;
  const rows = await session.rows<{ year: number }>(`SELECT DISTINCT year FROM (
  SELECT year FROM (
${side(after, '')}
UNION ALL
${side(before, '-')}
  ) AS both_sides
  GROUP BY ${keys.join(', ')}, year
  HAVING ${byMonth((month) => `sum(m${month}) <> 0`, ' OR ')}
) AS touched ORDER BY year`);
  const years = rows.map(({ year }) => year);
  if (kind !== 'stock') return years;
  const last = monthNumber(Number(until.slice(0, 4)), Number(until.slice(5, 7)));
  const grown = months.last > last ? [Math.floor((last + 1) / 12)] : [];
  const from = Math.min(...years, ...grown);
  const to = Math.floor(months.last / 12);
  return Number.isFinite(from) ? Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index) : [];
}
