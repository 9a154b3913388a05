import { type Dialect, dialects } from '@zhiheng/expressions';

/**
 * SQL of who holds a record first, as filed: `id`, `party`. Where the release resolved no party, the way in which the row tells
 * its holder (name, credit code, country and area) stands for one; a record that names nobody has no row, or a row without a party where it
 * is one of those `changed`.
 */
export function partySql(dialect: Dialect = dialects.duckdb, changed: string | null = null): string {
  const key = holderKey('h', dialect);
  const parties = `SELECT h.id, coalesce(named.party, ${key}) AS party
FROM patent_holders AS h
LEFT JOIN (SELECT key, min(party) AS party FROM party_names GROUP BY key) AS named ON named.key = ${key}
WHERE h.position = 1 AND h.name <> ''${changed === null ? '' : ` AND h.id IN (SELECT id FROM ${changed})`}`;
  if (changed === null) return parties;
  return `SELECT changed_id.id, holder.party
FROM ${changed} AS changed_id
LEFT JOIN (
${parties}
) AS holder ON holder.id = changed_id.id`;
}

/** The key of `party_names` over a row of holders: SQL. */
export function holderKey(holder: string, { name }: Dialect = dialects.duckdb): string {
  const parts = ['name', 'credit_code', 'country', 'area'].map((column) => `coalesce(${holder}.${column}, '')`);
  const text = `concat(${parts.join(', chr(31), ')})`;
  return name === 'trino' ? `lower(to_hex(md5(to_utf8(${text}))))` : `md5(${text})`;
}
