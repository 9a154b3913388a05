import { type AdmissionPlan, admissionParts } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';

/** Writes the admission of a plan over the records of a session, each of its relations a segment. */
export async function writeAdmission(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  onProgress: OnProgress,
): Promise<VintageAdmission> {
  const parts: Record<string, Segment[]> = {};
  const all = admissionParts(plan);
  for (const [done, { name, sql }] of all.entries()) {
    onProgress({ stage: 'admitting', done, total: all.length, unit: 'steps' });
    parts[name] = [await writeSegment(session, store, sql)];
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
