import {
  type AddedToSet,
  addedRows,
  addedValues,
  countedValues,
  type FigureSet,
  isAdded,
  monthSpan,
  storedRows,
  type ToldYears,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import { type Day, OwnFault } from '@zhiheng/vocabulary';
import { type StoredPart, type StoredSet, showParts } from '../stored-set.js';
import { writeSegment } from './write-segment.js';

/**
 * A set as it was written. `values` is null until they are counted: in a session that sees what was written, or where rows were added to what
 * was known (`added`), in the one that wrote them.
 */
export type WrittenSet =
  | (StoredSet & { readonly added: null })
  | (Omit<StoredSet, 'values'> & { readonly values: null; readonly added: AddedPart | null });

/** Rows that were added to a set, which the session keeps, beside the values that it held. */
export interface AddedPart extends AddedToSet {
  readonly heldValues: number;
}

/** The set that another goes on with, and the day that it was told to. */
export interface EarlierSet {
  readonly set: StoredSet;
  readonly until: Day;
}

interface KnownDays {
  readonly from: Day;
  readonly until: Day;
}

/** Writes segments without rows: of a form, which its SQL tells apart, they are the same, so that one is written and stands for all. */
export class EmptySegments {
  readonly #written = new Map<string, Promise<Segment>>();

  /** The segment of SQL that gives no row. */
  of(sql: string, session: LakeSession, store: ObjectStore): Promise<Segment> {
    const written = this.#written.get(sql) ?? writeSegment(session, store, sql);
    this.#written.set(sql, written);
    return written;
  }
}

/** What the rows of a set are written with. */
interface Written {
  readonly span: KnownDays;
  readonly number: number;
  readonly empty: EmptySegments;
}

/**
 * Writes what a set tells, beside what was told `earlier` (null: nothing); where nothing is told anew, that stays as it is. The session
 * keeps rows that are added under a name with the number of the set.
 */
export async function writeSet(
  told: FigureSet,
  session: LakeSession,
  store: ObjectStore,
  earlier: EarlierSet | null,
  { span, number, empty }: Written,
): Promise<WrittenSet> {
  const { form, sql, telling } = told;
  if (sql === null) {
    if (earlier === null) throw new OwnFault(`${told.definition.id} tells nothing`);
    return { ...earlier.set, added: null };
  }
  if (earlier === null || telling.is === 'whole') {
    if (told.empty) {
      const segment = await empty.of(sql, session, store);
      return { form, parts: [{ segment, told: null }], values: 0, added: null };
    }
    const segment = await writeSegment(session, store, sql);
    return { form, parts: [{ segment, told: null }], values: null, added: null };
  }
  const [shownAs, keptAs] = [`earlier_set_${number}`, `told_set_${number}`];
  const shown = await showParts(session, shownAs, earlier.set);
  const years = telling.is === 'anew' ? telling.told : null;
  const before = storedRows(form, shown);
  await session.keep(keptAs, telling.is === 'added' ? addedRows({ form, sql }, before, telling.carried) : sql);
  const nothing = told.empty && telling.is === 'added' && telling.carried.length === 0;
  // What is kept stays in the order in which it was told.
  const segment = nothing ? null : await writeSegment(session, store, `SELECT * FROM ${keptAs}`);
  const further: StoredPart[] =
    segment === null || (segment.rows === 0 && years === null) ? [] : [{ segment, told: years }];
  const parts = [...earlier.set.parts, ...further];
  if (years === null && isAdded(form)) {
    const further = form.startsWith('stock') ? furtherYears(earlier.until, span.until) : null;
    const added = { rows: before, added: keptAs, further, heldValues: earlier.set.values };
    return { form, parts, values: null, added };
  }
  const after = storedRows(form, [...shown, { relation: keptAs, told: years }]);
  const differing = years === null ? '1 = 1' : yearList(years);
  const count = (rows: string, until: Day) => countedValues(form, rows, monthSpan({ ...span, until }), differing);
  const [counted] = await session.rows<{ more: number }>(`SELECT (\n${count(after, span.until)}\n)
  - (\n${count(before, earlier.until)}\n) AS more`);
  return { form, parts, values: earlier.set.values + (counted?.more ?? 0), added: null };
}

/** Counts the values of the sets to which rows were added, in the session that wrote them; `earlier`: the day that they were told to. */
export async function countAdded(
  sets: ReadonlyMap<string, WrittenSet>,
  session: LakeSession,
  earlier: Day,
  span: KnownDays,
): Promise<Map<string, WrittenSet>> {
  const counted = new Map(sets);
  const months = { before: monthSpan({ ...span, until: earlier }), after: monthSpan(span) };
  const added = [...sets].flatMap(([hash, set]) => (set.added === null ? [] : [{ hash, ...set, added: set.added }]));
  const forms = [...new Set(added.map((set) => set.form).filter(isAdded))];
  const ofForm = async (form: (typeof forms)[number]) => {
    const own = added.filter((set) => set.form === form);
    const sql = addedValues(
      form,
      own.map((set) => set.added),
      months,
    );
    const rows = await session.rows<{ set_number: number; more: number }>(sql);
    const more = new Map(rows.map((row) => [row.set_number, row.more]));
    for (const [number, { hash, parts, added: part }] of own.entries()) {
      counted.set(hash, { form, parts, values: part.heldValues + (more.get(number) ?? 0), added: null });
    }
  };
  await Promise.all(forms.map(ofForm));
  return counted;
}

/** SQL of the years that are told anew. */
function yearList({ years, survival }: ToldYears): string {
  return [...years, ...survival].length === 0
    ? '1 = 0'
    : `year IN (${[...new Set([...years, ...survival])].join(', ')})`;
}

/** SQL of the years in which months lie that are told now and were not before; null: there are none. */
function furtherYears(before: Day, until: Day): string | null {
  const { first, last } = monthSpan({ from: before, until });
  return first < last ? `year BETWEEN ${Math.floor((first + 1) / 12)} AND ${Math.floor(last / 12)}` : null;
}
