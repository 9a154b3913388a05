import Database from 'libsql';

/** Held as long as a process owns a folder; the operating system frees it when the process dies, however it dies. */
export interface Ownership {
  release(): void;
}

/**
 * Takes sole ownership through an exclusive lock on a small SQLite file; null when another process holds it.
 * `waitMilliseconds`: how long to wait for a holder to let go.
 */
export function takeOwnership(path: string, waitMilliseconds: number): Ownership | null {
  const database = new Database(path);
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
    throw error;
  }
}
