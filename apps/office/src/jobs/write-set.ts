import { addedRows, type FigureSet, orderedRows, type SetForm, storedRows, type ToldYears } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore } from '@zhiheng/lake';
import { type Day, OwnFault } from '@zhiheng/vocabulary';
import { type StoredPart, showParts } from '../stored-set.js';
import type { EarlierSet, WrittenSet } from './count-values.js';
import { writeSegment } from './write-admission.js';

/** The set that is gone on with; null: there is none. `until`: the day that it was told to. */
export type Earlier = Pick<EarlierSet, 'set' | 'until'> | null;

/** Writes what a set tells, beside what was told `earlier`; where nothing is told anew, that stays as it is. */
export async function writeSet(
  told: FigureSet,
  session: LakeSession,
  store: ObjectStore,
  earlier: Earlier,
  until: Day,
): Promise<WrittenSet> {
  const { form, sql, telling } = told;
  if (sql === null) {
    if (earlier === null) throw new OwnFault(`${told.definition.id} tells nothing`);
    return earlier.set;
  }
  if (earlier === null || telling.is === 'whole') {
    return {
      form,
      parts: [{ segment: await writeSegment(session, store, sql), told: null }],
      values: null,
      since: null,
    };
  }
  const shown = await showParts(session, 'earlier_set', earlier.set);
  const years = telling.is === 'anew' ? telling.told : null;
  const rows = telling.is === 'added' ? addedRows({ form, sql }, storedRows(form, shown), telling.carried) : sql;
  await session.keep('told_set', rows);
  const since = { ...earlier, years: years === null ? await addedYears(session, form, earlier, until) : bothOf(years) };
  const segment = await writeSegment(session, store, orderedRows(form, 'told_set'));
  const further: StoredPart[] = segment.rows === 0 && years === null ? [] : [{ segment, told: years }];
  return { form, parts: [...earlier.set.parts, ...further], values: null, since };
}

function bothOf({ years, survival }: ToldYears): number[] {
  return [...new Set([...years, ...survival])];
}

/** Years in which rows are added, and of a stock those that are told further than before. */
async function addedYears(session: LakeSession, form: SetForm, earlier: NonNullable<Earlier>, until: Day) {
  const rows = await session.rows<{ year: number }>('SELECT DISTINCT year FROM told_set');
  const years = new Set(rows.map(({ year }) => year));
  const yearOf = (day: Day) => Number(day.slice(0, 4));
  if (form.startsWith('stock') && earlier.until < until) {
    for (let year = yearOf(earlier.until); year <= yearOf(until); year += 1) years.add(year);
  }
  return [...years];
}
