import { notTold } from '@zhiheng/vocabulary';

/** One value of a figure, as both count it; `part` is a breakdown, null for the total. */
export interface PlainCount {
  readonly area: string;
  readonly period: string;
  readonly part: string | null;
  readonly value: number;
}

/** Patents with the province and the type of their first holder; abroad and unknown areas count in the whole alone. */
const told = `SELECT p.kind, h.holder_type, p.filed_on, s.granted_on, s.ceased_on,
  CASE WHEN h.area ~ '^[0-9]{6}$' THEN left(h.area, 2) || '0000' END AS province
FROM patents AS p JOIN patent_states AS s ON s.id = p.id LEFT JOIN patent_holders AS h ON h.id = p.id AND h.position = 1
WHERE p.kind IN ('invention', 'utility_model', 'design')`;

/** The area and the breakdown of a group. */
const parts = `CASE WHEN grouping(province) = 0 THEN province ELSE 'ALL' END AS area,
  nullif(concat_ws(';', CASE WHEN grouping(holder_type) = 0 THEN 'holder_type=' || coalesce(holder_type, '${notTold}') END,
    CASE WHEN grouping(kind) = 0 THEN 'kind=' || kind END), '') AS part`;
const broken = '(), (kind), (holder_type), (kind, holder_type)';
const sets = (period: string) => `GROUPING SETS ((${period}), (${period}, province)), GROUPING SETS (${broken})`;

function flow(date: string): string {
  return `SELECT ${parts}, to_char(year, 'FM0000') || CASE WHEN grouping(month) = 0 THEN '-' || to_char(month, 'FM00') ELSE '' END AS period,
  count(*)::integer AS value
FROM (SELECT told.*, extract(year FROM ${date})::integer AS year, extract(month FROM ${date})::integer AS month
  FROM (${told}) AS told WHERE ${date} IS NOT NULL) AS dated
GROUP BY GROUPING SETS ((year), (year, month), (year, province), (year, month, province)), GROUPING SETS (${broken})
HAVING grouping(province) = 1 OR province IS NOT NULL`;
}

/** In force at the end of each month: what began, less what ended, added up from the first month on. */
function stock(starts: string, ends: string): string {
  const change = (
    date: string,
    sign: number,
  ) => `SELECT province, kind, holder_type, date_trunc('month', ${date})::date AS month, ${sign} AS change
  FROM told WHERE ${starts} IS NOT NULL AND (${ends} IS NULL OR ${ends} > ${starts}) AND ${date} IS NOT NULL`;
  return `WITH told AS (${told}),
changes AS (SELECT province, kind, holder_type, month, sum(change) AS change
  FROM (${change(starts, 1)} UNION ALL ${change(ends, -1)}) AS each_change GROUP BY province, kind, holder_type, month),
months AS (SELECT month::date FROM generate_series((SELECT min(month) FROM changes), (SELECT max(month) FROM changes), interval '1 month') AS month),
cells AS (SELECT DISTINCT province, kind, holder_type FROM changes),
running AS (SELECT cells.province, cells.kind, cells.holder_type, months.month,
    sum(coalesce(changes.change, 0)) OVER (PARTITION BY cells.province, cells.kind, cells.holder_type ORDER BY months.month) AS held
  FROM cells CROSS JOIN months LEFT JOIN changes ON changes.month = months.month AND changes.kind = cells.kind
    AND changes.province IS NOT DISTINCT FROM cells.province AND changes.holder_type IS NOT DISTINCT FROM cells.holder_type)
SELECT ${parts}, to_char(month, 'YYYY-MM') AS period, sum(held)::integer AS value
FROM running GROUP BY ${sets('month')}
HAVING (grouping(province) = 1 OR province IS NOT NULL) AND sum(held) <> 0`;
}

/** What is counted, by the ids of the list of the bench, each as SQL that somebody without this software would write. */
export const plainCounts: Readonly<Record<string, string>> = {
  'bench-applications': flow('filed_on'),
  'bench-grants': flow('granted_on'),
  'bench-in-force': stock('granted_on', 'ceased_on'),
};
