import { type AdmissionPlan, admissionGroupRows, admissionParts, openingParts } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';
import { writeCards } from './write-cards.js';

/** Writes the admission of a plan over the records of a session, each of its relations a segment. */
export async function writeAdmission(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  onProgress: OnProgress,
): Promise<VintageAdmission> {
  const parts: Record<string, Segment[]> = {};
  const asked = admissionParts(plan);
  for (const [done, { name, sql }] of asked.entries()) {
    onProgress({ stage: 'admitting', done, total: asked.length, unit: 'steps' });
    parts[name] = [await writeSegment(session, store, sql, groupRowsOf(name))];
  }
  return admissionOf(plan, parts);
}

/** An admission with what openings read beside it, in a session that shows it; `spillFolder`: for work larger than memory. */
export async function withOpeningParts(
  admission: VintageAdmission,
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  spillFolder: string,
): Promise<VintageAdmission> {
  const parts: Record<string, readonly Segment[]> = { ...admission.parts };
  for (const part of openingParts(plan, 'admission', null)) {
    if (part.name === 'record_card') Object.assign(parts, await writeCards(plan, session, store, { spillFolder }));
    else parts[part.name] = [await writeSegment(session, store, part.sql, part.groupRows)];
  }
  return { ...admission, parts };
}

export function admissionOf(plan: AdmissionPlan, parts: VintageAdmission['parts']): VintageAdmission {
  return {
    tests: plan.tests.map(({ text }) => text),
    definitions: plan.definitions.map(({ definition }) => definition.hash),
    parts,
  };
}

/** How many rows of a relation of an admission are packed together; undefined: the usual number. */
export function groupRowsOf(name: string): number | undefined {
  return name === 'admission' ? admissionGroupRows : undefined;
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
