import { type Dialect, dialects } from '@zhiheng/expressions';

/** The key of `party_names` over a row of holders: SQL. */
export function holderKey(holder: string, { name }: Dialect = dialects.duckdb): string {
  const parts = ['name', 'credit_code', 'country', 'area'].map((column) => `coalesce(${holder}.${column}, '')`);
  const text = `concat(${parts.join(', chr(31), ')})`;
  return name === 'trino' ? `lower(to_hex(md5(to_utf8(${text}))))` : `md5(${text})`;
}
