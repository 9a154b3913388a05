import type { Kysely, Transaction } from 'kysely';
import type { LedgerTables } from './ledger-tables.js';

/** What the ledger needs of a database engine beyond SQL that both understand. */
export interface LedgerDatabase {
  readonly tables: Kysely<LedgerTables>;
  /** Called first in a transaction that writes: whoever comes second waits until the first has ended. */
  takeTurn(transaction: Transaction<LedgerTables>): Promise<void>;
  /** Makes what was deleted unreadable in the files. */
  sweep(): Promise<void>;
  /** What the engine itself finds wrong with its files. */
  faults(): Promise<string[]>;
  /** The fault to show of what the engine threw. */
  faultOf(error: unknown): unknown;
}
