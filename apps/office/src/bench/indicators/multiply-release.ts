import { join } from 'node:path';
import {
  type LakeSession,
  openLakeSession,
  type Release,
  type Segment,
  segmentsOf,
  type TableSegments,
} from '@zhiheng/lake';
import { localOperator, OwnFault, recordGroupNames, recordGroups, wholeOffice } from '@zhiheng/vocabulary';
import { writeSegment } from '../../jobs/write-segment.js';
import type { Office } from '../../office.js';
import { holdersByKey, keyedHolders, multipliedTables, shiftedRows } from './multiplied-tables.js';

/** A copy is told by at most two more digits. */
const mostTimes = 99;

/**
 * Freezes one more release that holds every record of another (left out: the newest) so many times, under shifted numbers, and parties and
 * holders with them; its coverage, and all days and areas, are the same. Each segment is multiplied by itself, so that two releases share of theirs what
 * those share that they are made of. Gives how many records it has. Throws our own fault where a table does not have so many times its rows, or a
 * key twice.
 */
export async function multiplyRelease(
  office: Office,
  times: number,
  of?: string,
): Promise<{ readonly records: number }> {
  if (!Number.isInteger(times) || times < 2 || times > mostTimes)
    throw new OwnFault(`a release is multiplied by 2 to ${mostTimes}, not ${times}`);
  const { release } = await office.release(of);
  const tables = await inSession(office, release, (session) => multiplied(office, release, times, session));
  const name = `${release.name}-times-${times}`;
  const more: Release = { ...release, name, tables };
  await inSession(office, more, (session) => demandTimes(session, release, times));
  const { sha256 } = await office.store.putJson(more);
  await office.act(localOperator('bench'), 'release', name, sha256);
  return { records: more.tables.patents?.rows ?? 0 };
}

async function multiplied(office: Office, release: Release, times: number, session: LakeSession) {
  await session.keep(holdersByKey, keyedHolders);
  const tables: Record<string, TableSegments> = {};
  for (const name of Object.keys(multipliedTables)) {
    const table = release.tables[name];
    if (table === undefined) continue;
    const all = async (segments: readonly Segment[], columns: readonly string[]) => {
      const each: Segment[] = [];
      for (const segment of segments) {
        await session.showSegment(oneSegment, segment);
        for (let copy = 1; copy <= times; copy += 1) {
          const rows = shiftedRows(name, copyMark(copy, times), { relation: oneSegment, columns });
          each.push({ ...(await writeSegment(session, office.store, rows)), revision: segment.revision });
        }
      }
      return each;
    };
    const columns = Object.keys(multipliedTables[name]?.columns ?? {});
    const { restated } = table;
    tables[name] = {
      segments: await all(table.segments, columns),
      replaced: await all(table.replaced, replacedColumns),
      history: [],
      rows: table.rows * times,
      ...(restated === undefined
        ? {}
        : {
            restated: {
              segments: await all(restated.segments, columns),
              replaced: await all(restated.replaced, replacedColumns),
            },
          }),
    };
  }
  return tables;
}

/** The segment that is multiplied. */
const oneSegment = 'one_segment';
/** Of lists of rows that are no longer the current state. */
const replacedColumns = ['id', 'revision'];

/** Heads of records, and parties, by their key; each stands once. */
const keys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(recordGroupNames.map((group) => [recordGroups[group][0] ?? group, 'id'])),
  parties: 'party',
  party_names: 'key',
  party_keys: 'key',
};

async function demandTimes(session: LakeSession, base: Release, times: number): Promise<void> {
  for (const [name, { rows }] of Object.entries(base.tables)) {
    if (multipliedTables[name] === undefined) throw new OwnFault(`${name} was not multiplied`);
    const [all] = await session.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`);
    if (all?.rows !== rows * times) throw new OwnFault(`${name}: ${all?.rows} rows, not ${times} times ${rows}`);
    const key = keys[name];
    if (key === undefined) continue;
    const twice = await session.rows(`SELECT ${key} FROM ${name} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`);
    if (twice.length > 0) throw new OwnFault(`${name}: ${JSON.stringify(twice[0])} stands twice`);
  }
}

async function inSession<T>(office: Office, release: Release, use: (session: LakeSession) => Promise<T>): Promise<T> {
  const session = await openLakeSession(release, office.store, wholeOffice, {
    memoryLimit: '2GB',
    spillFolder: join(office.paths.work, 'spill-times'),
    writeFolder: office.store.incomingFolder,
    beside: segmentsOf(release),
  });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** What tells a copy: as many digits for each, so that no number with its mark is another number with its own. */
function copyMark(copy: number, times: number): string {
  return String(copy).padStart(String(times).length, '0');
}
