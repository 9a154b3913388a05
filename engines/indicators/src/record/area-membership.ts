import type { Dialect } from '@zhiheng/expressions';
import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { Attribution } from '../definition.js';
import type { RecordSession } from '../session.js';
import { isSeveral, jointAreas, ownerStages } from './owner-joins.js';
import { sharesAround } from './shares.js';

/** What a session knows already: the attributions that were asked for, and the places that records count in. */
interface KnownPlaces {
  readonly asked: Set<string>;
  readonly places: Set<string>;
}

const known = new WeakMap<RecordSession, KnownPlaces>();

/**
 * Fills the table `area_membership (area, member_of, share)`: for every area or joined areas that records count in by an attribution,
 * and `XX`, the areas around them, themselves included and each once; where holders share a record, how much of it counts there, in parts of `wholeShare`. What other attributions asked for stays in it. Once
 * for each in a session, because the records of a session never change.
 */
export async function registerAreaMembership(
  session: RecordSession,
  areas: AreaDirectory,
  attribution: Attribution,
): Promise<void> {
  const { asked, places } = known.get(session) ?? { asked: new Set(), places: new Set(['XX']) };
  const key = `${attribution.holder} ${attribution.at === 'filing' ? 'filed' : 'owned'}`;
  if (asked.has(key)) return;
  const found = await session.rows<{ place: string }>(placesSql(attribution, session.dialect));
  for (const { place } of found) places.add(place);
  await session.registerTable(
    'area_membership',
    { area: 'text', member_of: 'text', share: 'integer' },
    [...places].sort().flatMap((place) => [...sharesAround(areas, place)].map((wider) => [place, ...wider] as const)),
  );
  known.set(session, { asked: asked.add(key), places });
}

/** Everything that records count in by an attribution. */
function placesSql({ holder, at }: Attribution, dialect: Dialect): string {
  const parts = ['SELECT DISTINCT area AS place FROM patent_holders WHERE position = 1 AND area IS NOT NULL'];
  if (isSeveral(holder)) parts.push(`SELECT areas FROM (${jointAreas(holder, undefined, dialect)}) AS joint`);
  if (at !== 'filing') parts.push(`SELECT areas FROM (${ownerStages(holder, undefined, dialect)}) AS stage`);
  return parts.join('\nUNION\n');
}

/** Areas that observations are kept for, or a few counties that somebody asks for. */
export type CountedAreas = 'kept' | readonly string[];

/**
 * Fills `counted_area (area, member_of, share)`: where an area, or joined areas, are counted, and how much of a record that is shared. Observations are kept for every area
 * but counties, which are nine in ten of all areas and are counted when asked for.
 */
export async function registerCountedAreas(
  session: RecordSession,
  areas: AreaDirectory,
  counted: CountedAreas,
  attribution: Attribution,
): Promise<void> {
  await registerAreaMembership(session, areas, attribution);
  const members = await session.rows<{ area: string; member_of: string; share: number }>(
    'SELECT area, member_of, share FROM area_membership',
  );
  const counts = (area: string) => (counted === 'kept' ? !isCounty(areas, area) : counted.includes(area));
  await session.registerTable(
    'counted_area',
    { area: 'text', member_of: 'text', share: 'integer' },
    members.filter(({ member_of }) => counts(member_of)).map((row) => [row.area, row.member_of, row.share]),
  );
}

/** True for an area whose observations are not kept. */
export function isCounty(areas: AreaDirectory, area: string): boolean {
  return areas.get(area).level === 'county';
}
