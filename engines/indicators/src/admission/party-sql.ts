import { type Dialect, dialects } from '@zhiheng/expressions';
import { holderKey } from '../record/holder-key.js';
import type { ChangedIds } from './changed-tables.js';

/**
 * SQL of who holds a record first, as filed: `id`, `party`. Where the release resolved no party, the way in which the row tells
 * its holder (name, credit code, country and area) stands for one; a record that names nobody has no row, or a row without a party where it
 * is one of those `changed`.
 */
export function partySql(dialect: Dialect = dialects.duckdb, changed: ChangedIds | null = null): string {
  const key = holderKey('h', dialect);
  const first = "WHERE h.position = 1 AND h.name <> ''";
  if (changed === null) {
    return `SELECT h.id, coalesce(named.party, ${key}) AS party
FROM patent_holders AS h
LEFT JOIN (SELECT key, min(party) AS party FROM party_names GROUP BY key) AS named ON named.key = ${key}
${first}`;
  }
  return `SELECT changed_id.id, min(coalesce(named.party, holder.key)) AS party
FROM ${changed.ids} AS changed_id
LEFT JOIN (SELECT h.id, ${key} AS key FROM ${changed.tables('patent_holders')} AS h ${first}) AS holder ON holder.id = changed_id.id
LEFT JOIN party_names AS named ON named.key = holder.key
GROUP BY changed_id.id`;
}
