import type { Session } from '@zhiheng/lake';
import { type RecordTable, recordTableNames } from '@zhiheng/vocabulary';
import { arrivedName, arrivingName } from './arrivals.js';
import type { WorkerDatabase } from './reading-pool.js';

/**
 * Defines `arriving_…`: for each table one view over what the session itself and the workers' databases took. Gives the
 * tables that hold any row.
 */
export async function joinArrivals(
  session: Session,
  own: readonly RecordTable[],
  workers: readonly WorkerDatabase[],
): Promise<ReadonlySet<RecordTable>> {
  for (const [index, { path }] of workers.entries()) {
    await session.run(`ATTACH '${path.replaceAll("'", "''")}' AS worker_${index} (READ_ONLY)`);
  }
  const filled = new Set<RecordTable>();
  for (const table of recordTableNames) {
    const parts = workers.flatMap(({ tables }, index) => (tables.includes(table) ? [`worker_${index}.`] : []));
    if (own.includes(table)) parts.push('');
    if (parts.length > 0) filled.add(table);
    const selects = (parts.length === 0 ? [''] : parts).map((part) => `SELECT * FROM ${part}"${arrivedName(table)}"`);
    await session.run(`CREATE VIEW "${arrivingName(table)}" AS ${selects.join(' UNION ALL ')}`);
  }
  return filled;
}
