import type { Generated } from 'kysely';

/** One act: who did what to which object, and the hash of what came of it. History is only ever added to. */
export interface ActsTable {
  readonly number: Generated<number>;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly person: string;
  readonly kind: string;
  readonly object: string;
  /** Hash of the manifest or content that the act names; what no act names does not exist. */
  readonly hash: string;
}

export interface LedgerTables {
  readonly acts: ActsTable;
}
