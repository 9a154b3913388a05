import { datesOf } from '../admission/admission-plan.js';
import type { ComputedDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import type { Owned } from '../record/record-relation.js';
import type { Admission, AdmissionTest } from './admission-tests.js';

/** The figure that is opened. */
export interface OpeningGround {
  /** SQL of the rows that are looked through: `record`. */
  readonly source: string;
  readonly admission: Admission;
  /** Tests of what could count at all: the office, dataset, area and part. */
  readonly scope: readonly string[];
  /** The records that do not count are asked for. */
  readonly leftOut: boolean;
  /** SQL of the conditions of a stock that a record meets; null where it has none. */
  readonly conditions: string | null;
  /** Whether holders share a record, so that its source tells its `share`. */
  readonly shared: boolean;
  /** Whether records are shown by their cards, so that the source tells the number of the area by which they lie. */
  readonly carded: boolean;
  /** No records: the scope may not know which count. */
  readonly withheld: boolean;
}

const alwaysShown = ['id', 'number', 'title', 'holder', 'area', 'kind'];

/** Columns of an opened row that a figure shows: those of every figure, then those that the definition uses. */
export function shownColumns(definition: ComputedDefinition, condition: Condition, owned: Owned | null): string[] {
  const used = [...new Set([...condition.columns, ...datesOf(definition), ...valuesOf(definition)])];
  return [...alwaysShown, ...ownedColumns(owned), ...used.filter((name) => !alwaysShown.includes(name))];
}

/** The column whose values a figure tells, or adds up. */
export function valuesOf(definition: ComputedDefinition): string[] {
  if (definition.kind === 'distribution') return [definition.column];
  if (definition.kind !== 'flow') return [];
  const { count } = definition;
  return count === 'records' || count === 'holders' ? [] : [count === 'claims' ? 'claim_count' : count];
}

/** A column as a row shows it. */
export function shownAs(column: string): string {
  return column === 'place' ? 'place AS counted_in' : column;
}

/** Ids with `countedOn` and `leftOutBy`, in order; `after`: those of later pages only. */
export function admittedSql(ground: OpeningGround, after: string | null): string {
  const why = ground.leftOut ? firstFailing(ground.admission.tests) : 'CAST(NULL AS VARCHAR)';
  const tests = after === null ? testsOf(ground) : [...testsOf(ground), `id > ${quoted(after)}`];
  const met = ground.conditions === null ? '' : `, ${ground.conditions} AS conditions`;
  const share = ground.shared ? `, ${ground.leftOut ? 'CAST(NULL AS DOUBLE PRECISION) AS share' : 'share'}` : '';
  const filed = ground.carded ? ', filed_number' : '';
  return `SELECT id, ${ground.admission.countedOn} AS "countedOn", ${why} AS "leftOutBy"${met}${share}${filed}
FROM (
${ground.source}
) AS record
WHERE ${tests.join('\n  AND ')}
ORDER BY id`;
}

/** The number of all rows, whatever the page. */
export function totalSql(ground: OpeningGround): string {
  return `SELECT count(*) AS total
FROM (
${ground.source}
) AS record
WHERE ${testsOf(ground).join('\n  AND ')}`;
}

/** What is shown of whose areas count, where it is not the first holder's as filed. */
function ownedColumns(owned: Owned | null): string[] {
  if (owned === null) return [];
  return owned.stages === null ? ['place'] : ['owner', 'place'];
}

function testsOf({ admission, scope, leftOut, withheld }: OpeningGround): string[] {
  return [...scope, ...countTests(admission.tests, leftOut), ...(withheld ? ['1 = 0'] : [])];
}

function countTests(tests: readonly AdmissionTest[], leftOut: boolean): string[] {
  if (!leftOut) return tests.map(({ sql }) => `(${sql})`);
  return [`coalesce(${tests.map(({ sql }) => `(${sql})`).join(' AND ')}, FALSE) = FALSE`];
}

function firstFailing(tests: readonly AdmissionTest[]): string {
  const cases = tests.map(
    ({ sql, leavesOutBy }) => `  WHEN coalesce((${sql}), FALSE) = FALSE THEN ${quoted(leavesOutBy)}`,
  );
  return `CASE\n${cases.join('\n')}\nEND`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
