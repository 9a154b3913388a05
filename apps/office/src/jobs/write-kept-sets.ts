import {
  addedRows,
  addedValues,
  countedValues,
  type FigureSet,
  isAdded,
  monthSpan,
  type SetForm,
  type SetPart,
  storedColumns,
  storedRows,
  type ToldYears,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore } from '@zhiheng/lake';
import type { Day } from '@zhiheng/vocabulary';
import { type StoredPart, type StoredSet, showParts } from '../stored-set.js';
import { writeSegment } from './write-segment.js';
import type { WrittenSet } from './write-set.js';

/** The set that another goes on with, and the day that it was told to. */
export interface EarlierSet {
  readonly set: StoredSet;
  readonly until: Day;
}

interface KnownDays {
  readonly from: Day;
  readonly until: Day;
}

/** What is told anew of a set, as the session keeps it under a name with the number of the set. */
export interface KeptSet {
  readonly form: SetForm;
  readonly earlier: EarlierSet;
  /** The rows that were told before. */
  readonly shown: readonly SetPart[];
  readonly keptAs: string;
  /** The years that are told anew; null: what is kept is added. */
  readonly years: ToldYears | null;
}

/** Keeps what is told anew of a set, beside what was told `earlier`; null: that stays as it is. */
export async function keepSet(
  { form, sql, telling }: FigureSet,
  session: LakeSession,
  earlier: EarlierSet,
  number: number,
): Promise<KeptSet | null> {
  if (sql === null) return null;
  const [shownAs, keptAs] = [`earlier_set_${number}`, `told_set_${number}`];
  const shown = await showParts(session, shownAs, earlier.set);
  const added = telling.is === 'added';
  await session.keep(keptAs, added ? addedRows({ form, sql }, storedRows(form, shown), telling.carried) : sql);
  return { form, earlier, shown, keptAs, years: telling.is === 'anew' ? telling.told : null };
}

/** How many rows are packed together where rows of several sets lie in a file: those of one lie in few groups. */
const rowsAmong = 8192;

/** Writes what was kept of sets, those of one form together; gives the sets in the order of what was kept. */
export async function writeKeptSets(
  kept: readonly KeptSet[],
  session: LakeSession,
  store: ObjectStore,
  span: KnownDays,
): Promise<WrittenSet[]> {
  const forms = [...new Set(kept.map(({ form }) => form))];
  const parts = await Promise.all(
    forms.map((form) =>
      writeTogether(
        form,
        kept.filter((one) => one.form === form),
        session,
        store,
      ),
    ),
  );
  const partOf = new Map(parts.flatMap((some) => [...some]));
  return Promise.all(kept.map((one) => withPart(one, partOf.get(one) ?? null, session, span)));
}

/** Writes what was kept of sets of one form; without rows that tell anything there is no part. */
async function writeTogether(
  form: SetForm,
  sets: readonly KeptSet[],
  session: LakeSession,
  store: ObjectStore,
): Promise<Map<KeptSet, StoredPart>> {
  const counts = sets.map(({ keptAs }, number) => `SELECT ${number} AS set_number, count(*) AS n FROM ${keptAs}`);
  const counted = await session.rows<{ set_number: number; n: number }>(counts.join('\nUNION ALL\n'));
  const rowsOf = new Map(counted.map(({ set_number, n }) => [set_number, n]));
  const told = sets.flatMap((set, number) => {
    const rows = rowsOf.get(number) ?? 0;
    return rows === 0 && set.years === null ? [] : [{ set, number, rows }];
  });
  if (told.length === 0) return new Map();
  const columns = storedColumns(form).join(', ');
  // What is kept stays in the order in which it was told.
  const each = told.map(({ set, number }) => `SELECT ${number} AS set_number, ${columns} FROM ${set.keptAs}`);
  const segment = await writeSegment(session, store, each.join('\nUNION ALL\n'), rowsAmong);
  return new Map(
    told.map(({ set, number, rows }) => [set, { segment, told: set.years, among: { number, rows } }] as const),
  );
}

/** A set with the part that was written of it; its values are counted where that has to be done set by set. */
async function withPart(
  { form, earlier, shown, keptAs, years }: KeptSet,
  part: StoredPart | null,
  session: LakeSession,
  span: KnownDays,
): Promise<WrittenSet> {
  const parts = [...earlier.set.parts, ...(part === null ? [] : [part])];
  const before = storedRows(form, shown);
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
