import type { ComputedDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { type Owned, recordRelation } from '../record/record-relation.js';
import type { Admission, AdmissionTest } from './admission-tests.js';

/** The records that a figure could count: of one office, dataset and area, and of one kind if asked. */
export interface OpeningScope {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly kind: string | null;
}

/** The figure that is opened. */
export interface OpeningGround {
  readonly definition: ComputedDefinition;
  readonly condition: Condition;
  readonly admission: Admission;
  /** Whose areas count; null: the first holder's as filed. */
  readonly owned: Owned | null;
  readonly scope: OpeningScope;
}

/** Which records are asked for. */
interface Choice {
  /** Those that do not count. */
  readonly leftOut: boolean;
  /** None: the scope may not know which count. */
  readonly withheld: boolean;
}

const alwaysShown = ['id', 'number', 'title', 'holder', 'area', 'kind'];

/** Columns of an opened row that the definition uses, beside those that every row has. */
export function usedColumns(definition: ComputedDefinition, condition: Condition): string[] {
  const used = [...condition.columns, ...dateColumns(definition)];
  return [...new Set(used)].filter((name) => !alwaysShown.includes(name));
}

/** All rows, by id, with `countedOn` and `leftOutBy`; `after`: those of later pages only. */
export function rowsSql(
  { definition, condition, admission, owned, scope }: OpeningGround,
  { leftOut, after, withheld }: Choice & { after: string | null },
): string {
  const shown = [...alwaysShown, ...ownedColumns(owned), ...usedColumns(definition, condition)];
  const why = leftOut ? firstFailing(admission.tests) : 'CAST(NULL AS VARCHAR)';
  const tests = testsOf(admission, scope, placeColumn(owned), { leftOut, withheld });
  if (after !== null) tests.push(`id > ${quoted(after)}`);
  return `WITH record AS (
${recordRelation([...shown, placeColumn(owned), 'office', 'dataset'], { owned, calls: condition.calls })}
)
SELECT ${shown.map(shownAs).join(', ')}, ${admission.countedOn} AS "countedOn", ${why} AS "leftOutBy"
FROM record
WHERE ${tests.join('\n  AND ')}
ORDER BY id`;
}

/** The number of all rows, whatever the page. */
export function totalSql(
  { definition, condition, admission, owned, scope }: OpeningGround,
  { leftOut, withheld }: Choice,
): string {
  const columns = [
    'office',
    'dataset',
    placeColumn(owned),
    'kind',
    ...usedColumns(definition, condition),
    ...condition.columns,
  ];
  return `WITH record AS (
${recordRelation(columns, { owned, calls: condition.calls })}
)
SELECT count(*) AS total
FROM record
WHERE ${testsOf(admission, scope, placeColumn(owned), { leftOut, withheld }).join('\n  AND ')}`;
}

/** The column that says where a record counts. */
function placeColumn(owned: Owned | null): 'area' | 'place' {
  return owned === null ? 'area' : 'place';
}

/** What is shown of whose areas count, where it is not the first holder's as filed. */
function ownedColumns(owned: Owned | null): string[] {
  if (owned === null) return [];
  return owned.stages === null ? ['place'] : ['owner', 'place'];
}

function shownAs(column: string): string {
  return column === 'place' ? 'place AS counted_in' : column;
}

function testsOf(admission: Admission, scope: OpeningScope, place: string, { leftOut, withheld }: Choice): string[] {
  return [...scopeTests(scope, place), ...countTests(admission.tests, leftOut), ...(withheld ? ['false'] : [])];
}

function scopeTests({ office, dataset, area, kind }: OpeningScope, place: string): string[] {
  return [
    `office = ${quoted(office)}`,
    `dataset = ${quoted(dataset)}`,
    `${place} IN (SELECT area FROM area_membership WHERE member_of = ${quoted(area)})`,
    ...(kind === null ? [] : [`kind = ${quoted(kind)}`]),
  ];
}

function countTests(tests: readonly AdmissionTest[], leftOut: boolean): string[] {
  if (!leftOut) return tests.map(({ sql }) => `(${sql})`);
  return [`(${tests.map(({ sql }) => `(${sql})`).join(' AND ')}) IS NOT TRUE`];
}

function firstFailing(tests: readonly AdmissionTest[]): string {
  const cases = tests.map(({ sql, leavesOutBy }) => `  WHEN (${sql}) IS NOT TRUE THEN ${quoted(leavesOutBy)}`);
  return `CASE\n${cases.join('\n')}\nEND`;
}

function dateColumns(definition: ComputedDefinition): string[] {
  switch (definition.kind) {
    case 'flow':
      return [definition.date];
    case 'stock':
      return [definition.starts, definition.ends];
    case 'duration':
      return [definition.clock.start, definition.clock.end];
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
