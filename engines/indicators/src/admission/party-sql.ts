import { type Dialect, dialects } from '@zhiheng/expressions';
import { holderKey } from '../record/holder-key.js';
import { itself, type TableOf } from '../record/owner-joins.js';

/**
 * SQL of who holds a record first, as filed: `id`, `party`. Where the release resolved no party, the way in which the row tells
 * its holder (name, credit code, country and area) stands for one; a record that names nobody has no row.
 */
export function partySql(dialect: Dialect = dialects.duckdb): string {
  const key = holderKey('h', dialect);
  return `SELECT h.id, coalesce(named.party, ${key}) AS party
FROM patent_holders AS h
LEFT JOIN (\n${namedParties(itself)}\n) AS named ON named.key = ${key}
WHERE h.position = 1 AND h.name <> ''`;
}

/** SQL of the parties that the release resolved: `key` of a holder, once, and `party`. */
export function namedParties(tables: TableOf): string {
  return `SELECT key, min(party) AS party FROM ${tables('party_names')} WHERE key IS NOT NULL
GROUP BY key`;
}

/** SQL of the rows of `party_names` that are of first holders of some records. */
export function partiesOfHolders(tables: TableOf, dialect: Dialect): string {
  return `SELECT key, party FROM party_names
WHERE key IN (SELECT ${holderKey('h', dialect)} FROM ${tables('patent_holders')} AS h WHERE h.position = 1)`;
}
