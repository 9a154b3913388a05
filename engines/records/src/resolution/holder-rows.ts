/** The columns by which a holder row tells its holder; `country` is left out where a table has none. */
export interface HolderColumns {
  readonly name: string;
  readonly creditCode: string;
  readonly country?: string;
  readonly area: string;
}

/**
 * SQL of the key of `party_names` for a holder row, out of the SQL of its columns. A session that masks names has no keys, so
 * that the join finds nothing there.
 */
export function holderKeySql({ name, creditCode, country, area }: HolderColumns): string {
  const parts = [name, creditCode, country ?? "''", area].map((column) => `coalesce(${column}, '')`);
  return `md5(concat(${parts.join(`, chr(31), `)}))`;
}

/**
 * SQL of the view `holder_rows` over the tables of records in the session: every row that names a holder, of patents, trade
 * marks and geographical indications.
 */
export const holderRowsSql = `CREATE VIEW holder_rows AS
  SELECT id, name, credit_code, country, area, address, holder_type, to_on FROM patent_holders WHERE name <> ''
  UNION ALL
  SELECT id, name, credit_code, country, area, address, holder_type, to_on FROM trademark_holders WHERE name <> ''
  UNION ALL
  SELECT id, name, credit_code, CAST(NULL AS VARCHAR), area, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), to_on
  FROM gi_users WHERE name <> ''`;

/** Table `holder_strings`: each way in which rows tell a holder, numbered from 1 in the order of its text. */
export const holderStringsSql = `CREATE TABLE holder_strings AS
  SELECT row_number() OVER (ORDER BY name, coalesce(credit_code, ''), coalesce(country, ''), coalesce(area, ''), country, area) AS string,
    told.* FROM (
      SELECT name, credit_code, country, area, count(*) AS rows,
        CASE WHEN 2 * sum(CASE WHEN holder_type = 'individual' THEN 1 ELSE 0 END) > count(holder_type)
          THEN 'individual' ELSE max(CASE WHEN holder_type <> 'individual' THEN holder_type END) END AS holder_type
      FROM holder_rows GROUP BY name, credit_code, country, area
    ) AS told`;

/** Table `string_rows`: the rows of each such way. */
export const stringRowsSql = `CREATE TABLE string_rows AS
  SELECT s.string, h.id, h.address, h.to_on FROM holder_rows AS h JOIN holder_strings AS s
    ON s.name = h.name AND s.credit_code IS NOT DISTINCT FROM h.credit_code
    AND s.country IS NOT DISTINCT FROM h.country AND s.area IS NOT DISTINCT FROM h.area`;
