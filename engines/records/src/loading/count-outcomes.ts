import type { Session } from '@zhiheng/lake';
import { recordGroupNames } from '@zhiheng/vocabulary';
import { arrivingName } from './arrivals.js';
import type { FileReading } from './file-reading.js';
import { type LoadedFile, noRecords } from './load-result.js';
import { outcomesTable } from './outcomes.js';

/**
 * The sum of each file. Records that would cross from one dataset to the other are put into quarantine here, since only
 * the settling knows them.
 */
export async function countOutcomes(
  session: Session,
  readings: readonly FileReading[],
  revision: number,
): Promise<LoadedFile[]> {
  for (const group of recordGroupNames) {
    await session.run(`INSERT INTO quarantine
      SELECT 'Q${revision}-' || a.sequence || '-D', a.source, a.source_position, NULL, 'dataset', a.dataset, 'another office folder', 'dataset-mixed', NULL
      FROM ${arrivingName(group)} AS a JOIN ${outcomesTable} AS o ON o.sequence = a.sequence WHERE o.outcome = 'other-dataset'`);
  }
  const counts = await session.rows<{ file: number; outcome: string; count: number }>(
    `SELECT f.file, o.outcome, count(*) AS count FROM ${outcomesTable} AS o
     JOIN arriving_file_list AS f ON o.sequence BETWEEN f.first_sequence AND f.last_sequence GROUP BY ALL`,
  );
  return readings.map((reading, index): LoadedFile => {
    const count = (outcome: string) => counts.find((row) => row.file === index && row.outcome === outcome)?.count ?? 0;
    const older = count('older-state');
    const reasons = { ...reading.ignoredReasons, ...(older === 0 ? {} : { 'older-state': older }) };
    const ignored = Object.values(reasons).reduce((total, one) => total + one, 0);
    const arrived = reading.lastSequence - reading.firstSequence + 1;
    const skipped = Object.values(reading.ignoredReasons).reduce((total, one) => total + one, 0);
    return {
      ...noRecords,
      path: reading.path,
      format: reading.format,
      bytes: reading.bytes,
      read: Math.max(0, arrived) + skipped + reading.quarantined,
      loaded: count('loaded'),
      replaced: count('replaced'),
      duplicates: count('duplicate'),
      ignored,
      quarantined: reading.quarantined + count('other-dataset'),
      ignoredReasons: reasons,
      ...(reading.error === undefined ? {} : { error: reading.error }),
      ...(reading.keptComplete ? { keptComplete: true } : {}),
    };
  });
}
