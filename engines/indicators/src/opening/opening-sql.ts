import type { ComputedDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import { recordRelation } from '../record/record-relation.js';
import type { Admission, AdmissionTest } from './admission-tests.js';

/** The records that a figure could count: of one office, dataset and area, and of one kind if asked. */
export interface OpeningScope {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly kind: string | null;
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
  definition: ComputedDefinition,
  condition: Condition,
  admission: Admission,
  scope: OpeningScope,
  { leftOut, after, withheld }: Choice & { after: string | null },
): string {
  const shown = [...alwaysShown, ...usedColumns(definition, condition)];
  const why = leftOut ? firstFailing(admission.tests) : 'CAST(NULL AS VARCHAR)';
  const tests = testsOf(admission, scope, { leftOut, withheld });
  if (after !== null) tests.push(`id > ${quoted(after)}`);
  return `WITH record AS (
${recordRelation([...shown, 'office', 'dataset'])}
)
SELECT ${shown.join(', ')}, ${admission.countedOn} AS "countedOn", ${why} AS "leftOutBy"
FROM record
WHERE ${tests.join('\n  AND ')}
ORDER BY id`;
}

/** The number of all rows, whatever the page. */
export function totalSql(
  definition: ComputedDefinition,
  condition: Condition,
  admission: Admission,
  scope: OpeningScope,
  { leftOut, withheld }: Choice,
): string {
  const columns = ['office', 'dataset', 'area', 'kind', ...usedColumns(definition, condition), ...condition.columns];
  return `WITH record AS (
${recordRelation(columns)}
)
SELECT count(*) AS total
FROM record
WHERE ${testsOf(admission, scope, { leftOut, withheld }).join('\n  AND ')}`;
}

function testsOf(admission: Admission, scope: OpeningScope, { leftOut, withheld }: Choice): string[] {
  return [...scopeTests(scope), ...countTests(admission.tests, leftOut), ...(withheld ? ['false'] : [])];
}

function scopeTests({ office, dataset, area, kind }: OpeningScope): string[] {
  return [
    `office = ${quoted(office)}`,
    `dataset = ${quoted(dataset)}`,
    `area IN (SELECT area FROM area_membership WHERE member_of = ${quoted(area)})`,
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
