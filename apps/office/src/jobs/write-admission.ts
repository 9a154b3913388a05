import { type AdmissionPlan, admissionGroupRows, admissionParts, openingParts } from '@zhiheng/indicators';
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
    const segment = await writeSegment(session, store, sql, name === 'admission' ? admissionGroupRows : undefined);
    parts[name] = segment.rows === 0 && before.length > 0 ? [...before] : [...before, segment];
  }
  return {
    tests: plan.tests.map(({ text }) => text),
    definitions: plan.definitions.map(({ definition }) => definition.hash),
    parts,
  };
}

/**
 * An admission with what openings read beside it, in a session that shows it. `earlier`: the one that was gone on with; then `rows` has those
 * of the changed records alone.
 */
export async function withOpeningParts(
  admission: VintageAdmission,
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  { earlier, rows }: { readonly earlier: VintageAdmission | null; readonly rows: string },
): Promise<VintageAdmission> {
  const parts: Record<string, readonly Segment[]> = { ...admission.parts };
  for (const { name, sql, groupRows, whole } of openingParts(plan, rows, earlier !== null)) {
    const before = whole ? [] : (earlier?.parts[name] ?? []);
    const segment = await writeSegment(session, store, sql, groupRows);
    parts[name] = segment.rows === 0 && before.length > 0 ? before : [...before, segment];
  }
  return { ...admission, parts };
}

/** Writes the rows of a query as a segment of the lake; `groupRows`: how many are packed together, where that is not usual. */
export async function writeSegment(
  session: LakeSession,
  store: ObjectStore,
  sql: string,
  groupRows?: number,
): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(sql, path, groupRows);
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return { sha256, rows, bytes, revision: 0 };
}
