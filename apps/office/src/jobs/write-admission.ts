import {
  type AdmissionPlan,
  admissionGroupRows,
  admissionParts,
  type OpeningRelation,
  openingParts,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';
import { cardPart } from '../vintage-cards.js';

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

/** An admission with what openings read beside it, in a session that shows it. */
export async function withOpeningParts(
  admission: VintageAdmission,
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
): Promise<VintageAdmission> {
  const parts: Record<string, readonly Segment[]> = { ...admission.parts };
  for (const part of openingParts(plan, 'admission', null)) {
    if (part.name === 'record_card') Object.assign(parts, await writeCards(session, store, part));
    else parts[part.name] = [await writeSegment(session, store, part.sql, part.groupRows)];
  }
  return { ...admission, parts };
}

/** Cards beyond which the next province begins a part of its own. */
const fullPart = 400_000;

/** Writes cards in parts by provinces, so that of those of a page little else is looked through; later ones follow in `record_card`. */
async function writeCards(
  session: LakeSession,
  store: ObjectStore,
  { sql, groupRows }: OpeningRelation,
): Promise<Record<string, readonly Segment[]>> {
  const provinces = await session.rows<{ province: number; cards: number }>(
    'SELECT place_number - place_number % 10000 AS province, count(*) AS cards FROM admission GROUP BY 1 ORDER BY 1',
  );
  const starts = startsOf(provinces);
  const part = starts.map((from) => `WHEN filed_number >= ${from} THEN ${from}`).reverse();
  const apart = `SELECT told.*, CASE ${part.join(' ')} END AS part FROM (\n${sql}\n) AS told`;
  const folder = await store.incomingPath('cards');
  const parts: Record<string, readonly Segment[]> = { record_card: [] };
  for (const { value, path, rows } of await session.writeParquetApart(apart, folder, 'part', groupRows)) {
    const { sha256, bytes } = await store.adopt(path, 'parquet');
    parts[cardPart(value)] = [...(parts[cardPart(value)] ?? []), { sha256, rows, bytes, revision: 0 }];
  }
  if (provinces.length === 0) parts[cardPart(0)] = [await writeSegment(session, store, sql, groupRows)];
  return parts;
}

/** Where parts begin; the first with 0. */
function startsOf(provinces: readonly { readonly province: number; readonly cards: number }[]): number[] {
  const starts = [0];
  let held = 0;
  for (const { province, cards } of provinces) {
    if (held > 0 && held + cards > fullPart) {
      starts.push(province);
      held = 0;
    }
    held += cards;
  }
  return starts;
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
