import { type AreaDirectory, type Day, UserFault, units } from '@zhiheng/vocabulary';
import { emptyRows } from '../cells/empty-rows.js';
import type { ComputedDefinition, StockDefinition } from '../definition.js';
import type { StoredObservation } from '../figure/observation-store.js';
import { type CountedAreas, registerCountedAreas } from '../record/area-membership.js';
import { monthNumberSql, monthOf } from '../record/months.js';
import { registerPeriodsEnded, registerPeriodsOfMonths } from '../record/period-tables.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession, WritingSession } from '../session.js';
import { sessionFor, writtenFor } from '../tables/table-session.js';
import { observationSql } from './observation-sql.js';
import { registerSurvivalMedians } from './survival-medians.js';

export interface ComputeScope {
  readonly areas: AreaDirectory;
  /** The first day that the release can know of: stocks before it are not told. */
  readonly from: Day;
  /** The last day that the release can know of: stocks run to the end of its month, survival medians to its year. */
  readonly until: Day;
}

export interface ComputeOptions extends ComputeScope {
  /** The Parquet file to write. */
  readonly path: string;
}

/**
 * Writes the observation set of one definition over the records of a session, sorted, one row a value, and gives the
 * number of rows. Sparse: no row where no record counts. Counties are left out: `countCounties` tells them.
 *
 * Columns: `office`, `dataset`, `area`, `period`, `breakdown` (null: the total; else `kind=invention`), `statistic` (null but for durations), `value`
 * (DOUBLE, in the definition's unit), `n` (records behind the value), `numerator` (of a share; its denominator is `n`).
 *
 * One definition at a time in a session. Throws `definition-wrong` when the unit is not a plain one, or not months for a duration.
 */
export async function computeObservations(
  definition: ComputedDefinition,
  session: WritingSession,
  options: ComputeOptions,
): Promise<{ observations: number }> {
  const sql = await prepare(definition, sessionFor(definition, session), options, 'kept');
  return { observations: await session.writeParquet(writtenFor(definition, session, sql), options.path) };
}

/**
 * SQL of the observation set of a definition over a table without records: no row, in the columns that `computeObservations` writes. Throws
 * `definition-wrong` as that does.
 */
export function noObservations(definition: ComputedDefinition): string {
  checkUnit(definition);
  return emptyRows('observations');
}

/** The observations of a definition for some counties, counted now, in the columns that a stored set has. */
export async function countCounties(
  definition: ComputedDefinition,
  session: RecordSession,
  scope: ComputeScope,
  counties: readonly string[],
): Promise<StoredObservation[]> {
  const own = sessionFor(definition, session);
  return own.rows<StoredObservation>(await prepare(definition, own, scope, counties));
}

async function prepare(
  definition: ComputedDefinition,
  session: RecordSession,
  { areas, from, until }: ComputeScope,
  counted: CountedAreas,
): Promise<string> {
  checkUnit(definition);
  await registerCountedAreas(session, areas, counted, definition.attribution);
  if (definition.kind === 'stock') await registerStockMonths(session, definition, from, until);
  else await registerMonths(session, definition.kind === 'duration' ? definition.clock.end : definition.date);
  if (definition.kind === 'duration') await registerSurvivalMedians(session, definition, { areas, until });
  return observationSql(definition, session.dialect);
}

function checkUnit(definition: ComputedDefinition): void {
  const right = unitCounted(definition);
  const counted = definition.kind !== 'duration' && definition.count === 'holders';
  if (definition.unit === right || counted) return;
  throw new UserFault('definition-wrong', {
    place: { path: definition.file, field: 'unit' },
    found: definition.unit,
    expected: right,
    values: { what: 'this is not a unit in which figures are computed from records' },
  });
}

async function registerMonths(session: RecordSession, date: string): Promise<void> {
  const months = await session.rows<{ month: number }>(
    `SELECT DISTINCT ${monthNumberSql(date)} AS month FROM (${recordRelation([date])}) AS record WHERE ${date} IS NOT NULL ORDER BY 1`,
  );
  await registerPeriodsOfMonths(
    session,
    months.map(({ month }) => month),
  );
}

async function registerStockMonths(
  session: RecordSession,
  { starts }: StockDefinition,
  from: Day,
  until: Day,
): Promise<void> {
  const [first] = await session.rows<{ month: number | null }>(
    `SELECT min(${monthNumberSql(starts)}) AS month FROM (${recordRelation([starts])}) AS record`,
  );
  const last = monthOf(until);
  await registerPeriodsEnded(session, Math.max(first?.month ?? last + 1, monthOf(from)), last);
}

/** The unit in which a figure is counted: sums have that of what is added up. */
function unitCounted(definition: ComputedDefinition): string {
  if (definition.kind === 'duration') return 'months';
  // A value has whatever unit its column has.
  if (definition.kind === 'distribution') return definition.unit;
  switch (definition.count) {
    case 'amount':
      return 'cny';
    case 'claims':
    case 'years':
      return definition.count;
    default:
      return units[definition.unit].base;
  }
}
