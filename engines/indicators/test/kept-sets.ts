import { planAdmission } from '../src/admission/admission-plan.js';
import { monthSpan } from '../src/cells/figure-set.js';
import { figureSets } from '../src/cells/figure-sets.js';
import { unfolded } from '../src/cells/set-form.js';
import { keepAdmission } from '../src/compute/compute-sets.js';
import type { ComputedDefinition } from '../src/definition.js';
import type { RecordSession } from '../src/session.js';
import { areas } from './areas.js';

/** What is known of the records of tests. */
export const keptScope = { areas, from: '2019-06-01', until: '2023-10-10' };

/** What stands after `FROM` for the observations of a definition, and the SQL of the rows that they are kept in. */
export interface KeptSet {
  readonly table: string;
  readonly sql: string;
}

/** The observations of some definitions by id, each kept as a table of the session. */
export async function keptSets(
  definitions: readonly ComputedDefinition[],
  session: RecordSession,
): Promise<ReadonlyMap<string, KeptSet>> {
  const plan = planAdmission(definitions, session.dialect);
  await keepAdmission(plan, session);
  const sets = new Map<string, KeptSet>();
  for await (const { definition, form, sql } of figureSets(plan, session, keptScope)) {
    const table = `observed_${sets.size + 1}`;
    if (sql === null) throw new Error(`${definition.id} tells nothing`);
    await session.keep(table, sql);
    const observations = unfolded(form, `SELECT * FROM ${table}`, monthSpan(keptScope));
    sets.set(definition.id, { table: `(\n${observations}\n) AS observation`, sql });
  }
  return sets;
}

/** Its rows, in one order on every engine. */
export function keptRows<Row extends object>(session: RecordSession, { table }: KeptSet): Promise<Row[]> {
  return session.rows<Row>(
    `SELECT office, dataset, area, period, breakdown, statistic, value, n, numerator FROM ${table} ORDER BY area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset`,
  );
}
