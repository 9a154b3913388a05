import { now, tablesBeside, was } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import type { VintageAdmission } from '../vintage.js';
import { changedRelation } from './write-admission.js';

/**
 * Keeps in a session what some records were and what they are, as `figureSets` reads it. The session shows the admission and the records
 * as they are, and under `before_` the records of the release before.
 */
export async function showChanged(
  session: LakeSession,
  changed: readonly string[],
  before: VintageAdmission,
  after: VintageAdmission,
): Promise<void> {
  await session.registerTable(
    changedRelation,
    { id: 'text' },
    changed.map((id) => [id]),
  );
  const keepOf = (name: string, relation: string) =>
    session.keep(name, `SELECT * FROM ${relation} WHERE id IN (SELECT id FROM ${changedRelation})`);
  for (const name of Object.keys(after.parts)) {
    await session.showSegments(`earlier_${name}`, { segments: before.parts[name] ?? [] });
    await keepOf(was(name), `earlier_${name}`);
    await keepOf(now(name), name);
  }
  for (const table of tablesBeside) {
    await keepOf(was(table), `before_${table}`);
    await keepOf(now(table), table);
  }
}
