import type { Session } from '@zhiheng/lake';
import { recordTableNames } from '@zhiheng/vocabulary';
import { type ArrivedTable, type ArrivingTable, arrivedName, arrivingName } from './arrivals.js';
import type { WorkerDatabase } from './reading-pool.js';

/**
 * For each table that took any row, the relations that hold the rows, each of which is written by itself: one view over
 * all, or, where rows are wide, the single parts.
 */
export type ArrivedRelations = ReadonlyMap<ArrivingTable, readonly string[]>;

/** Defines `arriving_…`: for each table one view over what the session itself and the workers' databases took. */
export async function joinArrivals(
  session: Session,
  own: readonly ArrivedTable[],
  workers: readonly WorkerDatabase[],
): Promise<ArrivedRelations> {
  for (const [index, { path }] of workers.entries()) {
    await session.run(`ATTACH '${path.replaceAll("'", "''")}' AS worker_${index} (READ_ONLY)`);
  }
  const places = [
    ...workers.map(({ tables }, index) => ({ tables, prefix: `worker_${index}.` })),
    { tables: own, prefix: '' },
  ];
  const filled = new Map<ArrivingTable, readonly string[]>();
  for (const table of [...recordTableNames, 'names'] as const) {
    const held = places.map(({ tables, prefix }) =>
      (tables.find((one) => one.table === table)?.parts ?? []).map((part) => `${prefix}"${part}"`),
    );
    const parts = held.flat();
    const selects = (parts.length === 0 ? [`"${arrivedName(table)}"`] : parts).map((part) => `SELECT * FROM ${part}`);
    await session.run(`CREATE VIEW "${arrivingName(table)}" AS ${selects.join(' UNION ALL ')}`);
    if (parts.length === 0) continue;
    filled.set(table, held.some((one) => one.length > 1) ? parts : [`"${arrivingName(table)}"`]);
  }
  return filled;
}
