import type { Dialect } from '@zhiheng/expressions';
import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { Attribution } from '../definition.js';
import { type CountedAreas, isCounty } from '../record/area-membership.js';
import { jointAreas, ownerStages, placeSeparator, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';

/** What is read of records, and by which attributions: what stands for the admission and what lies beside it. */
export interface ReadTables {
  readonly tables: TableOf;
  readonly attributions: readonly Attribution[];
}

/**
 * Fills `kept_place (place, kept)`: every place that records count in by some attributions, and the smallest places that
 * figures are told for; and `area_of (place, area)`: the areas that such a place is counted in, each once. Of counties, which nobody keeps
 * figures of, only those that are asked for are counted.
 */
export async function registerPlaces(
  session: RecordSession,
  areas: AreaDirectory,
  read: readonly ReadTables[],
  counted: CountedAreas,
): Promise<void> {
  const found = await session.rows<{ place: string }>(placesSql(read, session.dialect));
  const places = [...new Set(['XX', ...found.map(({ place }) => place)])].sort();
  const counts = (area: string) => (counted === 'kept' ? !isCounty(areas, area) : counted.includes(area));
  const rows = places.map((place) => {
    const kept = counted === 'kept' ? keptPlace(areas, place) : place;
    return { place, kept, areas: areasAround(areas, kept).filter(counts) };
  });
  const told = rows.filter((row) => row.areas.length > 0);
  await session.registerTable(
    'kept_place',
    { place: 'text', kept: 'text' },
    told.map(({ place, kept }) => [place, kept]),
  );
  const around = new Map(told.map((row) => [row.kept, row.areas]));
  await session.registerTable(
    'area_of',
    { place: 'text', area: 'text' },
    [...around].flatMap(([place, all]) => all.map((area) => [place, area] as const)),
  );
}

function placesSql(read: readonly ReadTables[], dialect: Dialect): string {
  const parts = new Set<string>();
  for (const { tables, attributions } of read) {
    parts.add(`SELECT DISTINCT place FROM ${tables('admission')}`);
    for (const { holder, at } of attributions) {
      if (holder === 'each') parts.add(`SELECT areas FROM (${jointAreas(tables, dialect)}) AS joint`);
      if (at !== 'filing')
        parts.add(`SELECT areas FROM (${ownerStages(holder, tables, dialect)}) AS stage WHERE areas IS NOT NULL`);
    }
  }
  return [...parts].join('\nUNION\n');
}

/** A county is counted with its city; joined areas stay joined. */
function keptPlace(areas: AreaDirectory, place: string): string {
  const kept = place
    .split(placeSeparator)
    .map((area) => areas.lineage(area).find((wider) => !isCounty(areas, wider)) ?? area);
  return [...new Set(kept)].sort().join(placeSeparator);
}

function areasAround(areas: AreaDirectory, place: string): string[] {
  return [...new Set(place.split(placeSeparator).flatMap((area) => areas.lineage(area)))];
}
