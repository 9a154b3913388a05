import { jointAreas } from '../record/owner-joins.js';
import { recordRelation } from '../record/record-relation.js';
import { type AdmissionPlan, datesOf } from './admission-plan.js';
import { holderKey } from './party-sql.js';
import { keyNumberSql, recordNumberSql } from './record-number.js';

/** What every card shows. */
const always = ['id', 'number', 'title', 'holder', 'area', 'kind'];

/**
 * SQL of `admission_card`, a row a record: `record_number`, what openings by the definitions of a plan show of it, `joint_areas` (the areas of its holders where
 * there are several) and `holder_key`, the key of its first holder in `party_names`. `changed`: a relation of the only ids that are asked for.
 */
export function cardSql(plan: AdmissionPlan, changed: string | null): string {
  const { definitions, columns, dialect } = plan;
  const used = definitions.flatMap(({ definition, condition }) => [...condition.columns, ...datesOf(definition)]);
  const names = [...new Set([...always, ...columns, ...used])];
  const only = changed === null ? undefined : `SELECT id FROM ${changed}`;
  const table = (name: string) => (only === undefined ? name : `(SELECT * FROM ${name} WHERE id IN (${only}))`);
  return `SELECT ${recordNumberSql('record.id')} AS record_number, ${names.map((name) => `record.${name}`).join(', ')}, several.areas AS joint_areas, ${holderKey('filed', dialect)} AS holder_key
FROM (
${recordRelation(names, { dialect, ...(only === undefined ? {} : { only }) })}
) AS record
LEFT JOIN (
${jointAreas(table, dialect)}
) AS several ON several.id = record.id
LEFT JOIN ${table('patent_holders')} AS filed ON filed.id = record.id AND filed.position = 1`;
}

/**
 * SQL of `admission_owner`: the rows of `patent_owners`, with `record_number`. `changed`: a relation of the only ids that are asked for; a
 * record that never changed hands has an owner of no day.
 */
export function ownerCardSql(changed: string | null): string {
  const rows = `SELECT ${recordNumberSql('id')} AS record_number, id, stage, position, name, area, from_on, to_on
FROM patent_owners`;
  if (changed === null) return rows;
  const never = "DATE '0001-01-01'";
  return `${rows}
WHERE id IN (SELECT id FROM ${changed})
UNION ALL
SELECT ${recordNumberSql('id')} AS record_number, id, -1 AS stage, 0 AS position, '' AS name, 'XX' AS area, ${never} AS from_on, ${never} AS to_on
FROM ${changed}
WHERE id NOT IN (SELECT id FROM patent_owners)`;
}

/** SQL of `party_of_key`: the party of each holder by the key of how it is told, with the number of the key. */
export const partyOfKeySql = `SELECT ${keyNumberSql('key')} AS key_number, key, min(party) AS party
FROM party_names
WHERE key IS NOT NULL
GROUP BY key`;
