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
