import { type AreaDirectory, type Day, UserFault, units } from '@zhiheng/vocabulary';
import type { ComputedDefinition, StockDefinition } from '../definition.js';
import { registerAreaMembership } from '../record/area-membership.js';
import { conditionOf } from '../record/condition.js';
import { monthNumber, monthNumberSql } from '../record/months.js';
import { registerPeriodsEnded, registerPeriodsOfMonths } from '../record/period-tables.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { observationSql } from './observation-sql.js';
import { registerSurvivalMedians } from './survival-medians.js';

export interface ComputeOptions {
  readonly areas: AreaDirectory;
  /** The Parquet file to write. */
  readonly path: string;
  /** The last day that the release can know of: stocks run to the end of its month, survival medians to its year. */
  readonly until: Day;
}

/**
 * Writes the observation set of one definition over the records of a session, sorted, one row a value, and gives the
 * number of rows. Sparse: no row where no record counts.
 *
 * Columns: `office`, `dataset`, `area`, `period`, `kind` (null: the total), `statistic` (null but for durations), `value`
 * (DOUBLE, in the definition's unit), `n` (records behind the value), `numerator` (of a share; its denominator is `n`).
 *
 * One definition at a time in a session. Throws `definition-wrong` when the unit is not a plain one, or not months for a duration.
 */
export async function computeObservations(
  definition: ComputedDefinition,
  session: RecordSession,
  options: ComputeOptions,
): Promise<{ observations: number }> {
  checkUnit(definition);
  const condition = conditionOf(definition);
  await registerAreaMembership(session, options.areas);
  if (definition.kind === 'stock') await registerStockMonths(session, definition, options.until);
  else await registerMonths(session, definition.kind === 'flow' ? definition.date : definition.clock.end);
  if (definition.kind === 'duration') await registerSurvivalMedians(session, definition, condition, options);
  return { observations: await session.writeParquet(observationSql(definition, condition), options.path) };
}

function checkUnit(definition: ComputedDefinition): void {
  const right = definition.kind === 'duration' ? 'months' : units[definition.unit].base;
  if (definition.unit === right) return;
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

async function registerStockMonths(session: RecordSession, { starts }: StockDefinition, until: Day): Promise<void> {
  const [first] = await session.rows<{ month: number | null }>(
    `SELECT min(${monthNumberSql(starts)}) AS month FROM (${recordRelation([starts])}) AS record`,
  );
  const last = monthNumber(Number(until.slice(0, 4)), Number(until.slice(5, 7)));
  await registerPeriodsEnded(session, first?.month ?? last + 1, last);
}
