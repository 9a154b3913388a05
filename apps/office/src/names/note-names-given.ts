import { createHash } from 'node:crypto';
import { byActor } from '@zhiheng/ledger';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import type { NamesGiven } from './names-given.js';

/** Kind of the act that says names were given out. */
export const nameReadAct = 'read:personal';

/**
 * Writes down that names were given out: who, when, from where and what, and the hash of the ids of the rows; never a name. One act for a
 * page or an export, on the disk before anything is given.
 */
export async function noteNamesGiven(
  { ledger, clock }: Office,
  actor: Actor,
  { object, asked, rows, ids }: NamesGiven,
): Promise<void> {
  await ledger.append({
    ...byActor(actor),
    time: clock.now().toISOString(),
    kind: nameReadAct,
    object,
    hash: typeof ids === 'string' ? ids : hashOfIds(ids),
    after: { asked, rows },
    reads: true,
  });
}

/** SHA-256 over sorted ids, one a line; empty for none. */
export function hashOfIds(ids: readonly string[]): string {
  return ids.length === 0
    ? ''
    : createHash('sha256')
        .update([...ids].sort().join('\n'))
        .digest('hex');
}
