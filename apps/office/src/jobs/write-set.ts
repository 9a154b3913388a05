import {
  addedRows,
  addedValues,
  countedValues,
  type FigureSet,
  isAdded,
  monthSpan,
  type SetForm,
  storedRows,
  type ToldYears,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore } from '@zhiheng/lake';
import { type Day, OwnFault } from '@zhiheng/vocabulary';
import { type StoredPart, type StoredSet, showParts } from '../stored-set.js';
import { writeSegment } from './write-admission.js';

/** A set as it was written; `values` is null until they are counted, which needs a session that sees what was written. */
export type WrittenSet = StoredSet | (Omit<StoredSet, 'values'> & { readonly values: null });

/** The set that another goes on with, and the day that it was told to. */
export interface EarlierSet {
  readonly set: StoredSet;
  readonly until: Day;
}

interface KnownDays {
  readonly from: Day;
  readonly until: Day;
}

/** Writes what a set tells, beside what was told `earlier` (null: nothing); where nothing is told anew, that stays as it is. */
export async function writeSet(
  told: FigureSet,
  session: LakeSession,
  store: ObjectStore,
  earlier: EarlierSet | null,
  span: KnownDays,
): Promise<WrittenSet> {
  const { form, sql, telling } = told;
  if (sql === null) {
    if (earlier === null) throw new OwnFault(`${told.definition.id} tells nothing`);
    return earlier.set;
  }
  if (earlier === null || telling.is === 'whole') {
    return { form, parts: [{ segment: await writeSegment(session, store, sql), told: null }], values: null };
  }
  const shown = await showParts(session, 'earlier_set', earlier.set);
  const years = telling.is === 'anew' ? telling.told : null;
  const before = storedRows(form, shown);
  await session.keep('told_set', telling.is === 'added' ? addedRows({ form, sql }, before, telling.carried) : sql);
  const months = { before: monthSpan({ ...span, until: earlier.until }), after: monthSpan(span) };
  const more = (): string => {
    if (years === null && isAdded(form)) {
      const where = addedYears(form, earlier.until, span.until);
      return addedValues(form, { rows: before, added: 'told_set', where }, months);
    }
    const after = storedRows(form, [...shown, { relation: 'told_set', told: years }]);
    const differing = years === null ? '1 = 1' : yearList(years);
    return `SELECT (\n${countedValues(form, after, months.after, differing)}\n)
  - (\n${countedValues(form, before, months.before, differing)}\n) AS more`;
  };
  const [counted] = await session.rows<{ more: number }>(more());
  // What is kept stays in the order in which it was told.
  const segment = await writeSegment(session, store, 'SELECT * FROM told_set');
  const further: StoredPart[] = segment.rows === 0 && years === null ? [] : [{ segment, told: years }];
  return { form, parts: [...earlier.set.parts, ...further], values: earlier.set.values + (counted?.more ?? 0) };
}

/** SQL of the years that are told anew. */
function yearList({ years, survival }: ToldYears): string {
  return [...years, ...survival].length === 0
    ? '1 = 0'
    : `year IN (${[...new Set([...years, ...survival])].join(', ')})`;
}

/** SQL of the years in which rows are added, and of a stock those that are told further than before. */
function addedYears(form: SetForm, before: Day, until: Day): string {
  const added = 'year IN (SELECT year FROM told_set)';
  const further = form.startsWith('stock') && before < until;
  return further ? `(${added} OR year BETWEEN ${Number(before.slice(0, 4))} AND ${Number(until.slice(0, 4))})` : added;
}
