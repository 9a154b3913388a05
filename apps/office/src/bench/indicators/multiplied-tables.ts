import { holderKeySql } from '@zhiheng/records';
import { derivedTables, recordTables, type TableShape } from '@zhiheng/vocabulary';

/** Columns that tell one record, deed, person or party from another; in every table they go by these names. */
const telling = new Set([
  ...['id', 'number', 'number_as_given', 'publication_number', 'grant_number', 'registration_number'],
  ...['application_number', 'family', 'patent', 'reference', 'refers_to', 'deed'],
  ...['pseudonym', 'from_parties', 'to_parties', 'credit_code', 'party', 'origin', 'alias_of', 'a', 'b'],
]);

/** Tables of a release that are written several times over. */
export const multipliedTables: Readonly<Record<string, TableShape>> = { ...recordTables, ...derivedTables };

/** The ways in which rows tell holders, by the key of each: a relation that `keyedHolders` fills. */
export const holdersByKey = 'holder_by_key';

const holderColumns = { name: 'h.name', creditCode: 'h.credit_code', country: 'h.country', area: 'h.area' };

/** SQL of every way in which rows tell a holder, with its key in `party_names`: `key, name, credit_code, country, area`. */
export const keyedHolders = `SELECT DISTINCT ${holderKeySql(holderColumns)} AS key, name, credit_code, country, area FROM (
  SELECT name, credit_code, country, area FROM patent_holders
  UNION ALL SELECT name, credit_code, country, area FROM new_holders
  UNION ALL SELECT name, credit_code, country, area FROM trademark_holders
  UNION ALL SELECT name, credit_code, CAST(NULL AS VARCHAR), area FROM gi_users
) AS h WHERE name <> ''`;

/** Rows of a table, or some of its columns. */
interface ShiftedRows {
  readonly relation: string;
  readonly columns: readonly string[];
}

/**
 * SQL of the rows of a table under shifted numbers: what tells one record, person, party or holder from another ends in the mark of the
 * `copy`, so that rows that belong together still do. Days, areas, kinds and amounts stay.
 */
export function shiftedRows(table: string, copy: string, { relation, columns }: ShiftedRows): string {
  // Of a holder or a party the name tells it too; of a mark or an indication it is what is protected.
  const isTelling = (name: string) => telling.has(name) || (name === 'name' && columns.includes('credit_code'));
  const shown = columns.map((name) => {
    if (name === 'key' && table === 'party_names')
      return `coalesce(${holderKeySql(shiftedHolder(copy))}, md5(told.key || '${copy}')) AS key`;
    return isTelling(name) || name === 'key' ? `${shifted(`told.${name}`, copy)} AS "${name}"` : `told."${name}"`;
  });
  if (table !== 'party_names') return `SELECT ${shown.join(', ')} FROM ${relation} AS told`;
  return `SELECT ${shown.join(', ')} FROM ${relation} AS told LEFT JOIN ${holdersByKey} AS h ON h.key = told.key ORDER BY 1`;
}

function shiftedHolder(copy: string) {
  return { ...holderColumns, name: shifted('h.name', copy), creditCode: shifted('h.credit_code', copy) };
}

/** Nothing stays nothing. */
function shifted(column: string, copy: string): string {
  return `CASE WHEN ${column} = '' THEN ${column} ELSE ${column} || '${copy}' END`;
}
