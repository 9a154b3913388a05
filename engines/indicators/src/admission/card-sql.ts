import { areaNumber } from '../record/area-test.js';
import { itself, jointAreas, ownerColumns } from '../record/owner-joins.js';
import { recordRelation } from '../record/record-relation.js';
import { type AdmissionPlan, datesOf } from './admission-plan.js';
import type { ChangedIds } from './changed-tables.js';
import { namedParties } from './party-sql.js';
import { keyNumberSql, recordNumberSql } from './record-number.js';

/** What every card shows. */
const always = ['id', 'number', 'title', 'holder', 'area', 'kind'];

/**
 * SQL of `record_card`, a row a record: `filed_number`, the number of its area as filed, `record_number`, what openings by the definitions of a plan show of it, `joint_areas` (the areas of its holders where
 * there are several), `holder_key`, the key of its first holder in `party_names`, and `party`, to whom that key belongs. `changed`: what stands
 * for the tables where only some records are asked for.
 */
export function cardSql(plan: AdmissionPlan, changed: Pick<ChangedIds, 'tables'> | null): string {
  const { definitions, columns, dialect } = plan;
  const used = definitions.flatMap(({ definition, condition }) => [...condition.columns, ...datesOf(definition)]);
  const names = [...new Set([...always, ...columns, ...used])];
  const tables = changed?.tables ?? itself;
  return `SELECT ${areaNumber('record.area', dialect)} AS filed_number, ${recordNumberSql('record.id')} AS record_number, ${names.map((name) => `record.${name}`).join(', ')}, several.areas AS joint_areas, record.holder_key, named.party
FROM (
${recordRelation([...names, 'holder_key'], { dialect, tables })}
) AS record
LEFT JOIN (
${jointAreas('each', tables, dialect)}
) AS several ON several.id = record.id
LEFT JOIN (
${namedParties(tables)}
) AS named ON named.key = record.holder_key`;
}

/**
 * SQL of `admission_owner`: the rows of `patent_owners`, with `record_number`. `changed`: the only records that are asked for; a
 * record that never changed hands has an owner of no day.
 */
export function ownerCardSql(changed: ChangedIds | null): string {
  const rows = `SELECT ${recordNumberSql('id')} AS record_number, ${ownerColumns.join(', ')}
FROM ${changed?.tables('patent_owners') ?? 'patent_owners'}`;
  if (changed === null) return rows;
  const never = "DATE '0001-01-01'";
  return `${rows}
UNION ALL
SELECT ${recordNumberSql('id')} AS record_number, id, -1 AS stage, 0 AS position, '' AS name, 'XX' AS area, ${never} AS from_on, ${never} AS to_on
FROM ${changed.ids}
WHERE id NOT IN (SELECT id FROM ${changed.tables('patent_owners')})`;
}

/**
 * SQL of `party_of_key`, of the keys of holders that belong to another party than when cards were written: the party, and the number of the
 * key.
 */
export function partyOfKeySql({ keys }: ChangedIds): string {
  return `SELECT ${keyNumberSql('key')} AS key_number, key, party\nFROM ${keys}`;
}
