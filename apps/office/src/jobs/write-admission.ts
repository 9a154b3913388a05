import { type AdmissionPlan, admissionParts } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';

/** The table of the ids of records that changed since an earlier release. */
export const changedRelation = 'changed';

/**
 * Writes the admission of a plan over the records of a session, each of its relations a segment. `earlier`: an admission that is gone on
 * with; then only the records of `changedRelation` are asked, and stand in a further segment.
 */
export async function writeAdmission(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  onProgress: OnProgress,
  earlier: VintageAdmission | null = null,
): Promise<VintageAdmission> {
  const parts: Record<string, Segment[]> = {};
  const asked = admissionParts(plan, earlier === null ? null : changedRelation);
  for (const [done, { name, sql }] of asked.entries()) {
    onProgress({ stage: 'admitting', done, total: asked.length, unit: 'steps' });
    const before = earlier?.parts[name] ?? [];
    const segment = await writeSegment(session, store, sql);
    parts[name] = segment.rows === 0 && before.length > 0 ? [...before] : [...before, segment];
  }
  return {
    tests: plan.tests.map(({ text }) => text),
    definitions: plan.definitions.map(({ definition }) => definition.hash),
    parts,
  };
}

/** Writes the rows of a query as a segment of the lake. */
export async function writeSegment(session: LakeSession, store: ObjectStore, sql: string): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(sql, path);
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return { sha256, rows, bytes, revision: 0 };
}
