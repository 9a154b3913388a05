import { addedRows, type FigureSet, orderedRows, storedRows } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import { type StoredPart, type StoredSet, showParts } from '../stored-set.js';
import type { WrittenSet } from './count-values.js';
import { writeSegment } from './write-admission.js';

/** Parts of a set beyond which it is written whole again, so that figures are read quickly. */
const mostParts = 8;

/** Writes what a set tells, beside what was told `earlier`; where nothing is told anew, that stays as it is. */
export async function writeSet(
  set: FigureSet,
  session: LakeSession,
  store: ObjectStore,
  earlier: StoredSet | null,
): Promise<WrittenSet> {
  const { form, sql, telling } = set;
  if (sql === null) {
    if (earlier === null) throw new OwnFault(`${set.definition.id} tells nothing`);
    return earlier;
  }
  if (earlier === null || telling.is === 'whole') {
    return { form, parts: [{ segment: await writeSegment(session, store, sql), told: null }], values: null };
  }
  const shown = await showParts(session, 'earlier_set', earlier);
  const told = telling.is === 'anew' ? telling.told : null;
  const rows = telling.is === 'added' ? addedRows({ form, sql }, storedRows(form, shown), telling.carried) : sql;
  if (earlier.parts.length < mostParts) {
    const segment = await writeSegment(session, store, rows);
    const parts: StoredPart[] = segment.rows === 0 && told === null ? [] : [{ segment, told }];
    return { form, parts: [...earlier.parts, ...parts], values: null };
  }
  await session.keep('told_set', rows);
  const whole = orderedRows(form, [...shown, { relation: 'told_set', told }]);
  return { form, parts: [{ segment: await writeSegment(session, store, whole), told: null }], values: null };
}
