import type { Session } from '@zhiheng/lake';
import { OwnFault, type RecordGroup, recordGroupNames } from '@zhiheng/vocabulary';
import { arrivingName } from './arrivals.js';
import { blockOf } from './block-numbers.js';
import type { FileReading } from './file-reading.js';
import type { ArrivedRelations } from './join-arrivals.js';
import { type LoadedFile, noRecords } from './load-result.js';
import { besideGroup, outcomesTable } from './outcomes.js';
import { blocksTable } from './register-files.js';
import type { Outcome } from './settle.js';

/**
 * The sum of each file. Records that would cross from one dataset to the other are put into quarantine here, since only
 * the settling knows them.
 */
export async function countOutcomes(
  session: Session,
  arrived: ArrivedRelations,
  readings: readonly FileReading[],
  revision: number,
): Promise<LoadedFile[]> {
  const groups = recordGroupNames.filter((group) => group !== besideGroup && arrived.has(group));
  const relations = groups.map((group) => ({ group, relation: arrivingName(group) }));
  if (arrived.has(besideGroup)) relations.push({ group: besideGroup, relation: await aloneBeside(session, groups) });
  await checkArrivals(session, relations, readings);
  await quarantineMixed(session, relations, revision);
  const counts = await session.rows<{ file: number; outcome: string; count: number }>(
    `SELECT f.file, o.outcome, count(*) AS count FROM (${recordOutcomes(groups, arrived.has(besideGroup))}) AS o
     JOIN ${blocksTable} AS f ON f.block = ${blockOf('o.sequence')} GROUP BY ALL`,
  );
  return readings.map((reading, index): LoadedFile => {
    const own = counts.filter(({ file }) => file === index);
    const count = (outcome: string) => own.find((row) => row.outcome === outcome)?.count ?? 0;
    const settled = own.reduce((total, one) => total + one.count, 0);
    const passed = Object.fromEntries(ignoredOutcomes.map((one) => [one, count(one)]).filter(([, n]) => n !== 0));
    const reasons: Readonly<Record<string, number>> = { ...reading.ignoredReasons, ...passed };
    const unread = ignoredOutcomes.reduce((total, one) => total + count(one), 0);
    const ignored = Object.values(reasons).reduce((total, one) => total + one, 0);
    return {
      ...noRecords,
      path: reading.path,
      format: reading.format,
      bytes: reading.bytes,
      read: reading.records + ignored - unread + reading.quarantined,
      loaded: reading.records - settled + count('loaded'),
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

/** Outcomes by which a record is ignored; they are the reasons. */
const ignoredOutcomes = ['second-hand-state', 'older-state', 'lesser-state'] as const satisfies readonly Outcome[];

/** A source record that tells several things is counted once, by the first of these that became of any. */
const order: readonly Outcome[] = ['other-dataset', 'replaced', 'loaded', ...ignoredOutcomes, 'duplicate'];

/** SQL: `sequence, outcome` of each source record that was settled; those left out are loaded. */
function recordOutcomes(groups: readonly RecordGroup[], hasBeside: boolean): string {
  if (!hasBeside) return `SELECT sequence, outcome FROM ${outcomesTable}`;
  const beside = `(SELECT DISTINCT sequence FROM ${arrivingName(besideGroup)}) AS b`;
  const parts = [...groups, besideGroup].map((group) => `SELECT sequence, id FROM ${arrivingName(group)}`);
  const place = `list_position([${order.map((one) => `'${one}'`).join(', ')}], coalesce(o.outcome, 'loaded'))`;
  return `SELECT o.sequence, o.outcome FROM ${outcomesTable} AS o ANTI JOIN ${beside} ON b.sequence = o.sequence
    UNION ALL SELECT p.sequence, arg_min(coalesce(o.outcome, 'loaded'), ${place}) AS outcome
    FROM (${parts.join(' UNION ALL ')}) AS p SEMI JOIN ${beside} ON b.sequence = p.sequence
    LEFT JOIN ${outcomesTable} AS o ON o.sequence = p.sequence AND o.id = p.id GROUP BY p.sequence`;
}

/** A group and the relation of its arrivals that are source records of their own. */
interface OwnArrivals {
  readonly group: RecordGroup;
  readonly relation: string;
}

/** A view of the statements that stand beside no other record of their source record. */
async function aloneBeside(session: Session, groups: readonly RecordGroup[]): Promise<string> {
  const name = 'alone_beside';
  const others = groups.map(
    (group) => `ANTI JOIN ${arrivingName(group)} AS of_${group} ON of_${group}.sequence = a.sequence`,
  );
  await session.run(`CREATE VIEW ${name} AS SELECT a.* FROM ${arrivingName(besideGroup)} AS a ${others.join(' ')}`);
  return name;
}

/** What the files were counted to bring stands in the tables, no more and no less. */
async function checkArrivals(
  session: Session,
  relations: readonly OwnArrivals[],
  readings: readonly FileReading[],
): Promise<void> {
  let standing = 0;
  for (const { group, relation } of relations) {
    const counted = group === besideGroup ? 'count(DISTINCT sequence)' : 'count(*)';
    const [row] = await session.rows<{ count: number }>(`SELECT ${counted} AS count FROM ${relation}`);
    standing += row?.count ?? 0;
  }
  const counted = readings.reduce((total, { records }) => total + records, 0);
  if (standing !== counted) throw new OwnFault(`${counted} records were read and ${standing} arrived`);
}

async function quarantineMixed(session: Session, relations: readonly OwnArrivals[], revision: number): Promise<void> {
  for (const { group, relation } of relations) {
    await session.run(`INSERT INTO quarantine
      SELECT 'Q${revision}-' || (f.file + 1) || '-D' || row_number() OVER (PARTITION BY f.file ORDER BY a.sequence) || '-${group}',
        a.source, a.source_position, NULL, 'dataset', a.dataset, 'another office folder', 'dataset-mixed', NULL, NULL
      FROM ${relation} AS a JOIN ${outcomesTable} AS o ON o.sequence = a.sequence AND o.id = a.id
      JOIN ${blocksTable} AS f ON f.block = ${blockOf('a.sequence')} WHERE o.outcome = 'other-dataset'`);
  }
}
