import type { ObjectStore, Session, TableSegments } from '@zhiheng/lake';
import { recordTables } from '@zhiheng/vocabulary';
import { writeSegment } from '../loading/write-segments.js';
import type { SettledArea } from './resolution-extract.js';

/** Tables whose rows tell an address. */
const addressed = ['patent_holders', 'new_holders', 'trademark_holders'] as const;

/**
 * Tables in which every holder row with a settled address lies in the area it was settled for. What was loaded stays as it is:
 * the records concerned get rows of their own beside it, and only they are written. Reads the views `loaded_…`.
 */
export async function restateAreas(
  session: Session,
  store: ObjectStore,
  tables: Readonly<Record<string, TableSegments>>,
  settled: readonly SettledArea[],
  revision: number,
): Promise<Record<string, TableSegments>> {
  const restated: Record<string, TableSegments> = { ...tables };
  if (settled.length === 0) return restated;
  const latest = new Map(
    [...settled].sort((a, b) => a.act - b.act).map((one) => [JSON.stringify([one.address, one.country]), one]),
  );
  const rows = [...latest.values()].map(({ address, country, area }) => [address, country, area]);
  await session.registerTable('settled_areas', { address: 'text', country: 'text', area: 'text' }, rows);
  for (const name of addressed) {
    const table = tables[name];
    if (table === undefined) continue;
    const same = 's.address = h.address AND s.country IS NOT DISTINCT FROM h.country';
    await session.run(`CREATE TABLE restated_${name} AS SELECT DISTINCT h.id, h.revision FROM loaded_${name} AS h
      JOIN settled_areas AS s ON ${same} WHERE h.area IS DISTINCT FROM s.area`);
    const columns = Object.keys(recordTables[name].columns).map((column) =>
      column === 'area' ? 'coalesce(s.area, h.area) AS area' : `h."${column}"`,
    );
    const replaced = await writeSegment(
      session,
      store,
      `SELECT id, revision FROM restated_${name} ORDER BY id, revision`,
      revision,
    );
    if (replaced.length === 0) continue;
    const segments = await writeSegment(
      session,
      store,
      `SELECT ${columns.join(', ')} FROM loaded_${name} AS h
        JOIN restated_${name} AS r ON r.id = h.id AND r.revision = h.revision LEFT JOIN settled_areas AS s ON ${same}
        ORDER BY h.id, h.position, h.name`,
      revision,
    );
    restated[name] = { ...table, restated: { segments, replaced } };
  }
  return restated;
}
