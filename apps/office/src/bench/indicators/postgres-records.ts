import type { LakeSession } from '@zhiheng/lake';
import { shownTables } from '@zhiheng/vocabulary';
import type pg from 'pg';

/** Columns of canonical tables that are copied: what counting by kind, type of holder and province reads. */
const copied = {
  patents: ['id', 'kind', 'filed_on'],
  patent_states: ['id', 'granted_on', 'ceased_on'],
  patent_holders: ['id', 'position', 'area', 'holder_type'],
} as const;

const types = { text: 'text', integer: 'integer', date: 'date', decimal: 'numeric', hash: 'bigint' } as const;

/** Copies records into a schema of its own, as they lie in a release, and gathers what the planner wants to know; gives how many rows. */
export async function copyRecords(client: pg.Client, session: LakeSession): Promise<number> {
  let rows = 0;
  for (const [table, names] of Object.entries(copied) as [keyof typeof copied, readonly string[]][]) {
    const typeOf = (name: string) =>
      types[(shownTables[table].columns as Record<string, keyof typeof types>)[name] ?? 'text'];
    await client.query(`CREATE TABLE ${table} (${names.map((name) => `${name} ${typeOf(name)}`).join(', ')})`);
    const arrays = names.map((name, index) => `$${index + 1}::${typeOf(name)}[]`).join(', ');
    for await (const batch of inLots(
      session.stream<Record<string, unknown>>(`SELECT ${names.join(', ')} FROM ${table}`),
    )) {
      await client.query(
        `INSERT INTO ${table} SELECT * FROM unnest(${arrays})`,
        names.map((name) => batch.map((row) => row[name])),
      );
      rows += batch.length;
    }
    await client.query(`ANALYZE ${table}`);
  }
  return rows;
}

const lot = 50_000;

/** Batches put together into larger ones. */
async function* inLots<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T[]> {
  let rows: T[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length < lot) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Uses a connection with a schema of its own, which goes with it. */
export async function inSchema<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  // Only the bench asks PostgreSQL here, and reading its client takes a while.
  const { default: postgres } = await import('pg');
  const client = new postgres.Client({ connectionString: url });
  await client.connect();
  const schema = `bench_${process.pid}`;
  try {
    await client.query(`CREATE SCHEMA ${schema}`);
    await client.query(`SET search_path TO ${schema}`);
    return await use(client);
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.end();
  }
}
