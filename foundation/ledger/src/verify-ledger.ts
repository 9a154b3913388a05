import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type ChainFault, ChainFaults } from './chain-fault.js';
import { ChainMarks } from './chain-marks.js';
import { ChainWalk } from './chain-walk.js';
import type { ActsTable, LedgerTables } from './ledger-tables.js';
import { isSignedBy, type SignedHead } from './signed-head.js';
import type { Signing } from './signing-key.js';

/** What became of a verification. */
export interface Verification {
  readonly ok: boolean;
  /** Acts that were read, and anchors they were compared with. */
  readonly acts: number;
  readonly anchors: number;
  readonly faults: readonly ChainFault[];
  /** Faults beyond those that are listed. */
  readonly unlisted: number;
}

const rowsAtOnce = 200;

/**
 * Reads every act once, some hundreds at a time, and compares the chain with itself, with the signed head and with anchors.
 * Acts that are appended meanwhile are left for the next time.
 */
export async function verifyLedger(
  database: Kysely<LedgerTables>,
  anchors: readonly SignedHead[],
  signing: Signing | undefined,
): Promise<Verification> {
  const faults = new ChainFaults();
  const { newest, head } = await stateOf(database, signing);
  const trusted = (one: SignedHead) =>
    signing !== undefined && one.office === signing.office && isSignedBy(one, signing.key);
  const heads = head === null ? [] : [head];
  if (signing !== undefined && head === null && newest > 0) faults.add('signature', newest);
  for (const one of [...heads, ...anchors]) if (!trusted(one)) faults.add('signature', one.number);
  const marks = new ChainMarks([...heads, ...anchors].filter(trusted));
  const walk = new ChainWalk(faults);
  let acts = 0;
  for await (const row of rowsUpTo(database, newest)) {
    acts += 1;
    const number = walk.take(row);
    if (number !== null) marks.compare({ number, chain: row.chain });
  }
  const { linkedAs } = walk.last;
  if (head !== null && trusted(head) && head.number < linkedAs) faults.add('inserted', head.number + 1, linkedAs);
  marks.conclude(linkedAs, faults);
  const { listed, unlisted } = faults;
  return { ok: listed.length === 0, acts, anchors: anchors.length, faults: listed, unlisted };
}

/** The number of the newest act and the signed head, both of one moment. */
async function stateOf(
  database: Kysely<LedgerTables>,
  signing: Signing | undefined,
): Promise<{ newest: number; head: SignedHead | null }> {
  const { rows } = await sql<(SignedHead | { office: null }) & { newest: number | null }>`
    select newest.newest, heads.* from (select max(number) as newest from acts) as newest
    left join heads on heads.office = ${signing?.office ?? ''}`.execute(database);
  const { newest = null, ...head } = rows[0] ?? { office: null };
  return { newest: newest ?? 0, head: head.office === null ? null : (head as SignedHead) };
}

async function* rowsUpTo(database: Kysely<LedgerTables>, newest: number): AsyncGenerator<ActsTable> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const upTo = database.selectFrom('acts').selectAll().where('number', '<=', newest);
    const rows = await upTo.where('number', '>', after).orderBy('number').limit(rowsAtOnce).execute();
    yield* rows;
    after = rows.at(-1)?.number ?? newest;
    if (rows.length < rowsAtOnce) return;
  }
}
