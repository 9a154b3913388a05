import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { RecordSession } from '../session.js';

const registered = new WeakMap<RecordSession, Promise<void>>();

/**
 * Fills the table `area_membership (area, member_of)`: for every area that a first holder has, and `XX`, the areas that
 * it lies in, itself included. Once for a session, because the records of a session never change.
 */
export function registerAreaMembership(session: RecordSession, areas: AreaDirectory): Promise<void> {
  const known = registered.get(session);
  if (known !== undefined) return known;
  const work = fill(session, areas);
  registered.set(session, work);
  work.catch(() => registered.delete(session));
  return work;
}

async function fill(session: RecordSession, areas: AreaDirectory): Promise<void> {
  const present = await session.rows<{ area: string }>(
    "SELECT area FROM patent_holders WHERE position = 1 AND area IS NOT NULL UNION SELECT 'XX' ORDER BY 1",
  );
  await session.registerTable(
    'area_membership',
    { area: 'text', member_of: 'text' },
    present.flatMap(({ area }) => areas.lineage(area).map((wider) => [area, wider] as const)),
  );
}

/** Areas that observations are kept for, or a few counties that somebody asks for. */
export type CountedAreas = 'kept' | readonly string[];

/**
 * Fills `counted_area (area, member_of)`: where the first holder's area is counted. Observations are kept for every area
 * but counties, which are nine in ten of all areas and are counted when asked for.
 */
export async function registerCountedAreas(
  session: RecordSession,
  areas: AreaDirectory,
  counted: CountedAreas,
): Promise<void> {
  await registerAreaMembership(session, areas);
  const members = await session.rows<{ area: string; member_of: string }>(
    'SELECT area, member_of FROM area_membership',
  );
  const counts = (area: string) => (counted === 'kept' ? !isCounty(areas, area) : counted.includes(area));
  await session.registerTable(
    'counted_area',
    { area: 'text', member_of: 'text' },
    members.filter(({ member_of }) => counts(member_of)).map((row) => [row.area, row.member_of]),
  );
}

/** True for an area whose observations are not kept. */
export function isCounty(areas: AreaDirectory, area: string): boolean {
  return areas.get(area).level === 'county';
}
