import type { Attribution } from '../definition.js';

/** What stands for the holders, the owners, and (`joint`) the ids of the records of several holders. */
interface HolderTables {
  readonly holders: string;
  readonly owners: string;
  readonly joint: string;
}

/**
 * Where records count that holders share: `id, stage, area, owned_from, owned_until`, no stage: as filed, with `part`, how many of the
 * holders of the stage lie in the area, and `whole`, how many there are. No area: that of the only holder as filed.
 */
export function sharedPlacesSql(at: Attribution['at'], { holders, owners, joint }: HolderTables): string {
  const place = "coalesce(area, 'XX')";
  const parts = (by: string) => `count(*) AS part, CAST(sum(count(*)) OVER (PARTITION BY ${by}) AS BIGINT) AS whole`;
  const asFiled = (area: string) =>
    `id, CAST(NULL AS BIGINT) AS stage, ${area} AS area, CAST(NULL AS DATE) AS owned_from, CAST(NULL AS DATE) AS owned_until`;
  const jointly = `SELECT ${asFiled(place)}, ${parts('id')}
FROM ${holders} AS named
WHERE id IN ${joint}
GROUP BY id, ${place}`;
  if (at === 'filing') return jointly;
  return `SELECT id, stage, ${place} AS area, min(from_on) AS owned_from, min(to_on) AS owned_until, ${parts('id, stage')}
FROM ${owners} AS named
GROUP BY id, stage, ${place}
UNION ALL
${jointly}
UNION ALL
SELECT DISTINCT ${asFiled('CAST(NULL AS VARCHAR)')}, 1 AS part, 1 AS whole
FROM ${owners} AS named
WHERE id NOT IN ${joint}`;
}
