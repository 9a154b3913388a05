import { patentDecisionTables, patentTables } from '@zhiheng/vocabulary';
import { areaNumber } from '../record/area-test.js';
import { bitColumn, bitsSql } from '../record/bridges.js';
import { distinctCalls } from '../record/condition.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { recordRelation } from '../record/record-relation.js';
import type { AdmissionPlan } from './admission-plan.js';
import type { ChangedIds } from './changed-tables.js';
import { maskColumns, maskSql } from './masks.js';
import { namedParties } from './party-sql.js';
import { flagColumns } from './placed.js';

/**
 * SQL of the admission of a plan, a row a record: `id`, `office`, `dataset`, `place` (the area of its first holder as filed) with its number,
 * `kind`, its dates and dimensions, the numbers of dimensions of several values, `joint` and `transferred` where a definition counts by other holders, `party` (who holds it
 * first, as `partySql` tells) where holders are counted, and `mask0`, `mask1`, … with a bit
 * for each test that holds. `changed`: the records that are asked, where not all are; `tables`: what stands for the canonical tables.
 */
export function admissionSql(
  plan: AdmissionPlan,
  changed: ChangedIds | null = null,
  tables: TableOf = changed?.tables ?? itself,
): string {
  const { tests, columns, dialect } = plan;
  const calls = distinctCalls(tests.flatMap((test) => test.calls));
  const asked = tests.flatMap((test) => test.columns);
  const holder = plan.parties ? ['holder', 'holder_key'] : [];
  const relation = recordRelation(['id', 'office', 'dataset', 'area', 'kind', ...columns, ...asked, ...holder], {
    calls,
    dialect,
    tables,
  });
  const masks = maskColumns(tests.length).map((column) => `${maskSql(column, tests)} AS ${column}`);
  const flags = flagColumns(plan, tables);
  const flagged = flags.map(({ name, sql }) => `${sql} AS ${name}`);
  const bits = plan.bits.flatMap((name) => bitColumn(name) ?? []);
  const party = plan.parties ? ["CASE WHEN holder <> '' THEN coalesce(named.party, holder_key) END AS party"] : [];
  const parties = plan.parties ? `\nLEFT JOIN (\n${namedParties(tables)}\n) AS named ON named.key = holder_key` : '';
  const rows = `SELECT ${['id', 'office', 'dataset', 'area AS place', `${areaNumber('area', dialect)} AS place_number`, 'kind', ...columns, ...bits, ...flagged, ...party, ...masks].join(', ')}
FROM (
${withBits(relation, plan, tables)}
) AS record${parties}`;
  if (changed === null) return rows;
  const none = [
    ...columns.map((name) => `CAST(NULL AS ${isDate(name) ? 'DATE' : 'VARCHAR'}) AS ${name}`),
    ...[...bits, ...flags.map(({ name }) => name)].map(nothing),
    ...(plan.parties ? ['CAST(NULL AS VARCHAR) AS party'] : []),
    ...maskColumns(tests.length).map(nothing),
  ];
  return `${rows}\nUNION ALL\n${goneSql(none, changed)}`;
}

/** The records with a number of each dimension of several values that is told so. */
function withBits(relation: string, { bits, dialect }: AdmissionPlan, tables: TableOf): string {
  if (bits.length === 0) return relation;
  const told = bits.map((name) => `coalesce(${name}.${bitColumn(name)}, 0) AS ${bitColumn(name)}`);
  const joins = bits.map(
    (name) => `LEFT JOIN (\n${bitsSql(name, tables, dialect)}\n) AS ${name} ON ${name}.id = bare.id`,
  );
  return `SELECT bare.*, ${told.join(', ')}
FROM (
${relation}
) AS bare
${joins.join('\n')}`;
}

const nothing = (name: string) => `CAST(0 AS BIGINT) AS ${name}`;

function isDate(name: string): boolean {
  const typed: Readonly<Record<string, string>> = {
    ...patentTables.patents.columns,
    ...patentTables.patent_states.columns,
    ...patentDecisionTables.patent_decisions.columns,
  };
  return typed[name] === 'date';
}

/** Rows that no figure counts, in the place of records that are there no more. */
function goneSql(none: readonly string[], { ids, tables }: ChangedIds): string {
  return `SELECT ${['id', "'' AS office", "'' AS dataset", "'XX' AS place", '0 AS place_number', "'other' AS kind", ...none].join(', ')}
FROM ${ids}
WHERE id NOT IN (SELECT id FROM ${tables('patents')})`;
}
