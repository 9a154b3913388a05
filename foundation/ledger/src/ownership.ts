import Database from 'libsql';
import { ledgerFault } from './ledger-fault.js';

/** Held as long as a process owns a folder; the operating system frees it when the process dies, however it dies. */
export interface Ownership {
  release(): void;
}

/**
 * Takes sole ownership through an exclusive lock on a small SQLite file; null when another process holds it.
 * `waitMilliseconds`: how long to wait for a holder to let go. Throws `folder-unusable` where the file cannot be written.
 */
export function takeOwnership(path: string, waitMilliseconds: number): Ownership | null {
  const database = openDatabase(path);
  try {
    database.pragma(`busy_timeout = ${waitMilliseconds}`);
    database.exec('BEGIN EXCLUSIVE');
    return {
      release: () => {
        database.exec('ROLLBACK');
        database.close();
      },
    };
  } catch (error) {
    database.close();
    if (error instanceof Error && /lock|busy/i.test(`${error.message} ${(error as { code?: string }).code ?? ''}`)) {
      return null;
    }
    throw ledgerFault(error, path);
  }
}

function openDatabase(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    throw ledgerFault(error, path);
  }
}
