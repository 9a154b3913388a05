import {
  monthSpan,
  type ObservationRelation,
  type SetForm,
  type SetPart,
  storedColumns,
  storedRows,
  type ToldYears,
  unfolded,
} from '@zhiheng/indicators';
import type { LakeSession, Segment } from '@zhiheng/lake';
import type { Day } from '@zhiheng/vocabulary';

/** Rows of a set that were written together; `told`: the years that they tell in the place of earlier ones. */
export interface StoredPart {
  readonly segment: Segment;
  readonly told: ToldYears | null;
  /** Which rows of the segment are the set's, by `set_number`, and how many, where rows of several sets lie in it; left out: all. */
  readonly among?: { readonly number: number; readonly rows: number };
}

/** How many rows a part has. */
export function rowsOfPart({ segment, among }: StoredPart): number {
  return among?.rows ?? segment.rows;
}

/** The observations of one indicator: rows of a form, the earliest first. */
export interface StoredSet {
  readonly form: SetForm;
  readonly parts: readonly StoredPart[];
  /** How many values the rows hold. */
  readonly values: number;
}

/** A set as vintages hold it: those made first have one segment with a row a value. */
export function setOf(observations: StoredSet | Segment): StoredSet {
  if ('form' in observations) return observations;
  return { form: 'observations', parts: [{ segment: observations, told: null }], values: observations.rows };
}

export function segmentsOfSet(observations: StoredSet | Segment | null): Segment[] {
  return observations === null ? [] : setOf(observations).parts.map(({ segment }) => segment);
}

/** Shows the parts of a set, which a session was opened beside, under names that begin so. */
export async function showParts(
  session: LakeSession,
  name: string,
  { form, parts }: Pick<StoredSet, 'form' | 'parts'>,
): Promise<SetPart[]> {
  const shown: SetPart[] = [];
  for (const [index, { segment, told, among }] of parts.entries()) {
    const relation = `${name}_${index + 1}`;
    const all = among === undefined ? relation : `${relation}_all`;
    await session.showSegment(all, segment);
    if (among !== undefined) {
      const columns = storedColumns(form).join(', ');
      await session.name(relation, `SELECT ${columns} FROM ${all} WHERE set_number = ${among.number}`);
    }
    shown.push({ relation, told });
  }
  return shown;
}

/** Shows a set; gives what stands after `FROM` for its observations, with the year of each. */
export async function showSet(
  session: LakeSession,
  name: string,
  set: StoredSet,
  span: { readonly from: Day; readonly until: Day },
): Promise<string> {
  return (await showUnfolding(session, name, set, span))(null);
}

/** The same, of some periods alone where that is asked for. */
export async function showUnfolding(
  session: LakeSession,
  name: string,
  set: StoredSet,
  span: { readonly from: Day; readonly until: Day },
): Promise<ObservationRelation> {
  const rows = storedRows(set.form, await showParts(session, name, set));
  return (suffixes) => `(\n${unfolded(set.form, rows, monthSpan(span), suffixes)}\n) AS observation`;
}
