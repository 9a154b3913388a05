import type { Attribution } from '../definition.js';
import { areaNumber } from '../record/area-test.js';
import { bitColumn } from '../record/bridges.js';
import { isSeveral, itself, ownedDays, type TableOf } from '../record/owner-joins.js';
import type { AdmissionPlan } from './admission-plan.js';
import type { ChangedIds } from './changed-tables.js';
import { maskColumns } from './masks.js';
import { sharedPlacesSql } from './shared-places.js';

/** Columns of the admission that tell which records count elsewhere than where their first holder as filed is. */
const flags = {
  /** Whether there are several holders. */
  joint: (tables: TableOf) => `(SELECT id FROM ${tables('patent_holders')} WHERE position > 1)`,
  /** Whether the patent changed hands. */
  transferred: (tables: TableOf) => `(SELECT id FROM ${tables('patent_owners')})`,
} as const;
type Flag = keyof typeof flags;

/** The relation of the places of such records by an attribution; null: none counts elsewhere. */
export function placedRelation({ holder, at }: Attribution): string | null {
  if (holder === 'first' && at === 'filing') return null;
  return `placed_${holder}_${at === 'filing' ? 'filed' : 'owned'}`;
}

function flagsOf({ holder, at }: Attribution): Flag[] {
  return [...(isSeveral(holder) ? (['joint'] as const) : []), ...(at === 'filing' ? [] : (['transferred'] as const))];
}

function plannedFlags({ definitions }: Pick<AdmissionPlan, 'definitions'>): Flag[] {
  return [...new Set(definitions.flatMap(({ definition }) => flagsOf(definition.attribution)))].sort();
}

/** The flags that the admission of a plan has, each 1 or 0. */
export function flagColumns(
  plan: Pick<AdmissionPlan, 'definitions'>,
  tables: TableOf = itself,
): { readonly name: Flag; readonly sql: string }[] {
  return plannedFlags(plan).map((name) => ({
    name,
    sql: `CASE WHEN id IN ${flags[name](tables)} THEN 1 ELSE 0 END`,
  }));
}

/** That a row of the admission counts where it says: SQL over it. */
export function countsAsFiled(attribution: Attribution): string[] {
  return flagsOf(attribution).map((flag) => `a.${flag} = 0`);
}

/** That a row of `placedRelation` counts on a day (SQL): its stage of ownership is open, or it has none that could be. */
export function countsPlaced({ at }: Attribution, day: string | null): string[] {
  if (at === 'filing' || day === null) return [];
  return [
    `CASE WHEN a.stage IS NULL THEN a.transferred = 0 OR ${day} IS NULL ELSE ${ownedDays('a.owned_from', 'a.owned_until', day)} END`,
  ];
}

/**
 * SQL of `placedRelation`: the rows of `admission` of the records that its flags tell of, once for each area and stage of ownership in
 * which they count, with the number of the area as filed; where holders share a record, `part` of them in the area, of a `whole`. `changed`: the records that are asked for, where not all are; those that count nowhere else have a row that
 * no figure counts.
 */
export function placedSql(
  attribution: Attribution,
  plan: AdmissionPlan,
  admission: string,
  changed: ChangedIds | null,
): string {
  const { dialect } = plan;
  const bits = plan.bits.flatMap((name) => bitColumn(name) ?? []);
  const columns = ['kind', ...plan.columns, ...bits, ...plannedFlags(plan), ...maskColumns(plan.tests.length)];
  const shared = attribution.holder === 'fractional';
  const place = 'coalesce(placed.area, a.place)';
  const rows = `SELECT a.id, a.office, a.dataset, ${place} AS place, ${areaNumber(place, dialect)} AS place_number, a.place_number AS filed_number, ${columns.map((name) => `a.${name}`).join(', ')}, placed.stage, placed.owned_from, placed.owned_until${shared ? ', placed.part, placed.whole' : ''}
FROM ${admission} AS a
JOIN (
${placesSql(attribution, changed?.tables ?? itself)}
) AS placed ON placed.id = a.id`;
  if (changed === null) return rows;
  const none = ['kind', ...plan.columns].map((name) => `a.${name}`);
  const rest = [...bits, ...plannedFlags(plan), ...maskColumns(plan.tests.length)].map((name) => `0 AS ${name}`);
  return `${rows}
UNION ALL
SELECT a.id, '' AS office, '' AS dataset, 'XX' AS place, 0 AS place_number, 0 AS filed_number, ${[...none, ...rest].join(', ')}, NULL AS stage, NULL AS owned_from, NULL AS owned_until${shared ? ', 1 AS part, 1 AS whole' : ''}
FROM ${admission} AS a`;
}

/** Where records count: `id, stage, area, owned_from, owned_until`; no stage: as filed; no area: that of the first holder as filed. */
function placesSql({ holder, at }: Attribution, tables: TableOf): string {
  const [holders, owners, joint] = [tables('patent_holders'), tables('patent_owners'), flags.joint(tables)];
  const asFiled = (
    of: string,
  ) => `SELECT DISTINCT id, CAST(NULL AS BIGINT) AS stage, ${of} AS area, CAST(NULL AS DATE) AS owned_from, CAST(NULL AS DATE) AS owned_until
FROM `;
  if (holder === 'fractional') return sharedPlacesSql(at, { holders, owners, joint });
  const jointly = `${asFiled("coalesce(area, 'XX')")}${holders}
WHERE id IN ${joint}`;
  if (at === 'filing') return jointly;
  if (holder === 'first') {
    return `SELECT id, stage, min(area) FILTER (WHERE position = 1) AS area, min(from_on) AS owned_from, min(to_on) AS owned_until
FROM ${owners}
GROUP BY id, stage
UNION ALL
${asFiled('CAST(NULL AS VARCHAR)')}${owners}`;
  }
  return `SELECT id, stage, coalesce(area, 'XX') AS area, min(from_on) AS owned_from, min(to_on) AS owned_until
FROM ${owners}
GROUP BY id, stage, coalesce(area, 'XX')
UNION ALL
${jointly}
UNION ALL
${asFiled('CAST(NULL AS VARCHAR)')}${owners}
WHERE id NOT IN ${joint}`;
}

/** The attributions of a plan whose places stand beside its admission, each relation once. */
export function placedAttributions({ definitions }: Pick<AdmissionPlan, 'definitions'>): Map<string, Attribution> {
  const found = new Map<string, Attribution>();
  for (const { definition } of definitions) {
    const relation = placedRelation(definition.attribution);
    if (relation !== null) found.set(relation, definition.attribution);
  }
  return found;
}
