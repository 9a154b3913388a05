import { jointAreas } from '../record/owner-joins.js';
import { recordRelation } from '../record/record-relation.js';
import { type AdmissionPlan, datesOf } from './admission-plan.js';
import { holderKey } from './party-sql.js';

/** What every card shows; a title stands with the texts of a record. */
const always = ['id', 'number', 'holder', 'area', 'kind'];

/**
 * SQL of `admission_card`, a row a record: what openings by the definitions of a plan show of it, `joint_areas` (the areas of its holders where
 * there are several) and `holder_key`, the key of its first holder in `party_names`. `changed`: a relation of the only ids that are asked for.
 */
export function cardSql(plan: AdmissionPlan, changed: string | null): string {
  const { definitions, columns, dialect } = plan;
  const used = definitions.flatMap(({ definition, condition }) => [...condition.columns, ...datesOf(definition)]);
  const names = [...new Set([...always, ...columns, ...used])].filter((name) => name !== 'title');
  const only = changed === null ? undefined : `SELECT id FROM ${changed}`;
  const table = (name: string) => (only === undefined ? name : `(SELECT * FROM ${name} WHERE id IN (${only}))`);
  return `SELECT ${names.map((name) => `record.${name}`).join(', ')}, several.areas AS joint_areas, ${holderKey('filed', dialect)} AS holder_key
FROM (
${recordRelation(names, { dialect, ...(only === undefined ? {} : { only }) })}
) AS record
LEFT JOIN (
${jointAreas(table, dialect)}
) AS several ON several.id = record.id
LEFT JOIN ${table('patent_holders')} AS filed ON filed.id = record.id AND filed.position = 1`;
}

/** SQL of `party_of_key`: the party of each holder, as it is told. */
export const partyOfKeySql = 'SELECT key, min(party) AS party FROM party_names WHERE key IS NOT NULL GROUP BY key';
