import type { Dialect } from '@zhiheng/expressions';
import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { Attribution } from '../definition.js';
import { type CountedAreas, isCounty } from '../record/area-membership.js';
import { isSeveral, jointAreas, ownerStages, placeSeparator, type TableOf } from '../record/owner-joins.js';
import { fewestHolders, sharesAround } from '../record/shares.js';
import type { RecordSession } from '../session.js';

/** What is read of records, and by which attributions: what stands for the admission and what lies beside it. */
export interface ReadTables {
  readonly tables: TableOf;
  readonly attributions: readonly Attribution[];
  /** SQL of which rows of the admission are read; left out: all. */
  readonly tests?: readonly string[];
}

/**
 * Fills `kept_place (place, kept)`: every place that records count in by some attributions, and the smallest places that
 * figures are told for; and `area_of (place, area, share)`: the areas that such a place is counted in, each once, and how much of a record
 * counts there where holders share it, in parts of `wholeShare`. Of counties, which nobody keeps figures of, only those that are asked for are counted.
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
  const shared = read.some(({ attributions }) => attributions.some(({ holder }) => holder === 'fractional'));
  const known = new Map<string, readonly (readonly [string, number])[]>();
  const sharesOf = (kept: string) => {
    const before = known.get(kept);
    if (before !== undefined) return before;
    const shares = [...sharesAround(areas, kept)].filter(([area]) => counts(area));
    known.set(kept, shares);
    return shares;
  };
  const rows = places.map((place) => {
    const kept = counted === 'kept' ? keptPlace(areas, place, shared) : place;
    return { place, kept, shares: sharesOf(kept) };
  });
  const told = rows.filter((row) => row.shares.length > 0);
  await session.registerTable(
    'kept_place',
    { place: 'text', kept: 'text' },
    told.map(({ place, kept }) => [place, kept]),
  );
  const around = new Map(told.map((row) => [row.kept, row.shares]));
  await session.registerTable(
    'area_of',
    { place: 'text', area: 'text', share: 'integer' },
    [...around].flatMap(([place, all]) => all.map(([area, share]) => [place, area, share] as const)),
  );
}

function placesSql(read: readonly ReadTables[], dialect: Dialect): string {
  const parts = new Set<string>();
  for (const { tables, attributions, tests = [] } of read) {
    const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
    parts.add(`SELECT DISTINCT place FROM ${tables('admission')}${where}`);
    for (const { holder, at } of attributions) {
      if (isSeveral(holder)) parts.add(`SELECT areas FROM (${jointAreas(holder, tables, dialect)}) AS joint`);
      if (at !== 'filing')
        parts.add(`SELECT areas FROM (${ownerStages(holder, tables, dialect)}) AS stage WHERE areas IS NOT NULL`);
    }
  }
  return [...parts].join('\nUNION\n');
}

/** A county is counted with its city; joined areas stay joined, in the same parts where holders share. */
function keptPlace(areas: AreaDirectory, place: string, shared: boolean): string {
  const kept = place
    .split(placeSeparator)
    .map((area) => areas.lineage(area).find((wider) => !isCounty(areas, wider)) ?? area);
  return (shared ? fewestHolders(kept) : [...new Set(kept)].sort()).join(placeSeparator);
}
