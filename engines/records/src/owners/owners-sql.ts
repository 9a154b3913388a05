/**
 * SQL of `patent_owners` over the views of loaded records. A transfer counts where its day is known, where whoever tells of
 * it names the new holders, and where the patent is held, in the same dataset. Of transfers of one day the greater id of a
 * deed is the later one. What is asked for comes in a fixed order, so that the same records give the same file.
 */
export const ownersSql = `WITH teller AS (
  SELECT id, dataset FROM recordals
  UNION ALL
  SELECT id, dataset FROM patent_statements
),
told AS (
  SELECT DISTINCT event.patent AS id, event.event_on AS from_on, event.id AS deed
  FROM patent_events AS event
  JOIN teller ON teller.id = event.id
  JOIN patents AS patent ON patent.id = event.patent AND patent.dataset = teller.dataset
  WHERE event.event = 'transfer' AND event.event_on IS NOT NULL
    AND event.id IN (SELECT id FROM new_holders)
),
opened AS (
  SELECT id, deed, from_on, row_number() OVER series AS stage, lead(from_on) OVER series AS to_on
  FROM told
  WINDOW series AS (PARTITION BY id ORDER BY from_on, deed)
),
filed AS (
  SELECT id, from_on AS to_on FROM opened WHERE stage = 1
),
owner AS (
  SELECT filed.id, CAST(0 AS BIGINT) AS stage, coalesce(holder.position, 1) AS position, coalesce(holder.name, '') AS name,
    holder.credit_code, holder.holder_type, holder.country, coalesce(holder.area, 'XX') AS area,
    CAST(NULL AS DATE) AS from_on, filed.to_on, CAST(NULL AS VARCHAR) AS deed
  FROM filed LEFT JOIN patent_holders AS holder ON holder.id = filed.id
  UNION ALL
  SELECT opened.id, opened.stage, holder.position, holder.name,
    holder.credit_code, holder.holder_type, holder.country, coalesce(holder.area, 'XX'),
    opened.from_on, opened.to_on, opened.deed
  FROM opened JOIN new_holders AS holder ON holder.id = opened.deed
)
SELECT id, stage, position, name, credit_code, holder_type, country, area, from_on, to_on, deed
FROM owner
ORDER BY id, stage, position`;
