import { planAdmission } from '../admission/admission-plan.js';
import { observationsIn } from '../cells/figure-set.js';
import { figureSets } from '../cells/figure-sets.js';
import { type ComputedDefinition, isPlain } from '../definition.js';
import { parseBreakdown } from '../figure/breakdown.js';
import type { StoredObservation } from '../figure/observation-store.js';
import type { CombinationCount } from '../figure/with-combinations.js';
import type { RecordSession } from '../session.js';
import { type ComputeScope, countCounties } from './compute-observations.js';
import { keepAdmission } from './compute-sets.js';

/**
 * The observations of one combination of a definition in some areas, counted now. `tests`: the texts of the tests of the
 * admission that the session shows (with the stages of a stock with conditions); null where it shows
 * none: then every record is asked first. Throws `definition-wrong`, `expression-wrong`.
 */
export async function countCombination(
  definition: ComputedDefinition,
  session: RecordSession,
  { areas, from, until }: ComputeScope,
  asked: CombinationCount,
  tests: readonly string[] | null,
): Promise<StoredObservation[]> {
  if (isPlain(definition)) {
    const rows = await countCounties(
      { ...definition, breakdowns: [asked.combination] },
      session,
      { areas, from, until },
      asked.areas,
    );
    const wanted = [...asked.combination].sort().join();
    return rows.filter(({ breakdown }) => Object.keys(parseBreakdown(breakdown)).sort().join() === wanted);
  }
  const plan = planAdmission([definition], session.dialect, tests ?? []);
  if (tests === null) await keepAdmission(plan, session);
  const scope = { areas, from, until, counted: asked.areas, combinations: [asked.combination] };
  const rows: StoredObservation[] = [];
  for await (const set of figureSets(plan, session, scope)) {
    const sql = observationsIn(set, scope);
    if (sql !== null) rows.push(...(await session.rows<StoredObservation>(sql)));
  }
  return rows;
}
