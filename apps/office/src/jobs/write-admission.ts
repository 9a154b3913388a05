import {
  type AdmissionPlan,
  admissionGroupRows,
  admissionParts,
  admissionSql,
  byPlace,
  openingParts,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';
import { nameStretch, ofStretch, openSorting, sortedFiles, usualStretch } from './record-stretches.js';
import { stretchesOfIds } from './stretches-of-ids.js';
import { writeCards } from './write-cards.js';
import { writeSegment } from './write-segment.js';

export interface AdmissionGround {
  /** How many records there are, about. */
  readonly records: number;
  /** For work larger than memory. */
  readonly spillFolder: string;
  readonly onProgress?: OnProgress;
  /** Records beyond which they are not asked at once; left out: as many as fit into memory. */
  readonly atOnce?: number;
}

/**
 * Writes the admission of a plan over the records of a session, each of its relations a segment. Many records are asked a stretch of ids after the
 * other, and put in order then.
 */
export async function writeAdmission(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  { records, spillFolder, onProgress = () => {}, atOnce = usualStretch }: AdmissionGround,
): Promise<VintageAdmission> {
  const parts: Record<string, Segment[]> = {};
  const asked = admissionParts(plan);
  const lots = Math.max(1, Math.ceil(records / atOnce));
  const total = asked.length - 1 + lots;
  let done = 0;
  const step = () => onProgress({ stage: 'admitting', done: done++, total, unit: 'steps' });
  for (const { name, sql } of asked) {
    const many = name === 'admission' && lots > 1;
    if (!many) step();
    parts[name] = [
      many
        ? await writeStretches(plan, session, store, { records, spillFolder, lots, step })
        : await writeSegment(session, store, sql, groupRowsOf(name)),
    ];
  }
  return admissionOf(plan, parts);
}

/** The rows of the admission, asked in so many lots; `step` is called before each. */
async function writeStretches(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  {
    records,
    spillFolder,
    lots,
    step,
  }: Pick<AdmissionGround, 'records' | 'spillFolder'> & { readonly lots: number; readonly step: () => void },
): Promise<Segment> {
  const files: string[] = [];
  const sorting = await openSorting(spillFolder);
  try {
    for (const within of await stretchesOfIds(session, 'patents', records, lots)) {
      step();
      await nameStretch(plan, session, within);
      const file = await store.incomingPath('parquet');
      files.push(file);
      await session.writeParquet(admissionSql(plan, null, ofStretch), file);
    }
    return await writeSegment(sorting, store, sortedFiles(files, byPlace), admissionGroupRows);
  } finally {
    sorting.close();
    for (const file of files) await store.discard(file);
  }
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
