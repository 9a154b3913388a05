import { openLakeSession, type Release } from '@zhiheng/lake';
import { OwnFault, wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../../known-span.js';
import type { Office } from '../../office.js';
import { type StoredSet, segmentsOfSet, showSet } from '../../stored-set.js';
import { type Took, timed } from './measured-office.js';
import { type PlainCount, plainCounts } from './postgres-counts.js';
import { copyRecords, inSchema } from './postgres-records.js';

export interface PostgresBeside {
  readonly version: string;
  /** Rows that were copied in, and what that took. */
  readonly rows: number;
  readonly load: Took;
  /** By figure. */
  readonly took: Readonly<Record<string, number>>;
  readonly compared: number;
}

/**
 * Copies the records of a release into a PostgreSQL, has it count some figures by plain SQL, and compares each value of the country and its
 * provinces, by month and year, with the sets of the same figures. Throws our own fault where one differs.
 */
export async function countBesidePostgres(
  office: Office,
  url: string,
  release: Release,
  sets: ReadonlyMap<string, StoredSet>,
): Promise<PostgresBeside> {
  const beside = [...sets.values()].flatMap((set) => segmentsOfSet(set));
  const session = await openLakeSession(release, office.store, wholeOffice, { memoryLimit: '2GB', beside });
  try {
    return await inSchema(url, async (client) => {
      const version = (await client.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version;
      const { answer: rows, seconds, cpuSeconds } = await timed(() => copyRecords(client, session));
      const took: Record<string, number> = {};
      let compared = 0;
      for (const [id, sql] of Object.entries(plainCounts)) {
        const set = sets.get(id);
        if (set === undefined) throw new OwnFault(`${id} was not computed`);
        const counted = await timed(() => client.query<PlainCount>(sql));
        took[id] = counted.seconds;
        const relation = await showSet(session, 'beside', set, knownSpan(release));
        const ours = await session.rows<PlainCount>(`SELECT area, period, breakdown AS part, value FROM ${relation}
WHERE (area = 'ALL' OR area LIKE '__0000') AND length(period) IN (4, 7) AND period NOT LIKE '%H%' AND period NOT LIKE '%Q%'`);
        compared += demandEqual(id, ours, counted.answer.rows);
      }
      return { version: version ?? '', rows, load: { seconds, cpuSeconds }, took, compared };
    });
  } finally {
    session.close();
  }
}

/** A stock at the end of a year is that of its December, and is told once by PostgreSQL; months that ours does not tell are outside coverage. */
function demandEqual(id: string, ours: readonly PlainCount[], plain: readonly PlainCount[]): number {
  const keyOf = ({ area, period, part }: PlainCount) => `${area} ${period} ${part ?? ''}`;
  const told = new Map(plain.map((row) => [keyOf(row), row.value]));
  const isStock = !plain.some(({ period }) => period.length === 4);
  let compared = 0;
  for (const row of ours) {
    const asked = isStock && row.period.length === 4 ? { ...row, period: `${row.period}-12` } : row;
    const value = told.get(keyOf(asked));
    if (value !== row.value) throw new OwnFault(`${id} ${keyOf(row)}: ${row.value}, and ${value} by PostgreSQL`);
    compared += 1;
  }
  const known = new Set(ours.map(keyOf));
  const periods = new Set(ours.map(({ period }) => period));
  const more = plain.find((row) => periods.has(row.period) && !known.has(keyOf(row)));
  if (more !== undefined) throw new OwnFault(`${id} ${keyOf(more)}: ${more.value} by PostgreSQL, and nothing here`);
  return compared;
}
