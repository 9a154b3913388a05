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
 * marks and geographical indications; `as_filed` is false for whom a transfer of a patent names, so that its inventors and
 * agency speak of whoever filed it.
 */
export const holderRowsSql = `CREATE VIEW holder_rows AS
  SELECT id, name, credit_code, country, area, address, holder_type, to_on IS NULL AS as_filed
  FROM patent_holders WHERE name <> ''
  UNION ALL
  SELECT event.patent, h.name, h.credit_code, h.country, h.area, h.address, h.holder_type, false
  FROM new_holders AS h JOIN patent_events AS event ON event.id = h.id
  WHERE event.event = 'transfer' AND event.patent IS NOT NULL AND h.name <> ''
  UNION ALL
  SELECT id, name, credit_code, country, area, address, holder_type, to_on IS NULL
  FROM trademark_holders WHERE name <> ''
  UNION ALL
  SELECT id, name, credit_code, CAST(NULL AS VARCHAR), area, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), to_on IS NULL
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
  SELECT s.string, h.id, h.address, h.as_filed FROM holder_rows AS h JOIN holder_strings AS s
    ON s.name = h.name AND s.credit_code IS NOT DISTINCT FROM h.credit_code
    AND s.country IS NOT DISTINCT FROM h.country AND s.area IS NOT DISTINCT FROM h.area`;
