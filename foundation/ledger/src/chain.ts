import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { ActsTable } from './ledger-tables.js';

/** What stands as `previous` in the first act. */
export const beginning = '0'.repeat(64);

const truths = new Map([
  [0, false],
  [1, true],
]);

/** The link of an act: SHA-256 over the RFC 8785 text of all its other columns, the link before it among them. */
export function chainOf(row: Omit<ActsTable, 'chain'>): string {
  const { number, time, person, on_behalf_of, surface, kind, object, hash, before, after, reads, previous } = row;
  const states = { before, after, reads: truths.get(reads) ?? reads };
  return canonicalHash({ number, time, person, on_behalf_of, surface, kind, object, hash, ...states, previous });
}
