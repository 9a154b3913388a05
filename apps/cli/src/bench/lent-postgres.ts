import { fork } from 'node:child_process';
import { join } from 'node:path';
import { OwnFault } from '@zhiheng/vocabulary';
import { repositoryRoot } from '../repository-root.js';

/** The script of the workshop that `npm run engines` gets its PostgreSQL by too; it stands beside the rooms, and is not built. */
const lender = join(repositoryRoot, 'scripts/workshop/lend-postgres.mjs');

interface LentServer {
  readonly url: string;
  /** Where it comes from, and its version. */
  readonly origin: string;
}

/**
 * Uses a PostgreSQL 15 or later: the server that `PG_URL` names, else one that is started for the while. Throws our own fault with the reason
 * where none can be had.
 */
export async function withPostgres<T>(use: (server: LentServer) => Promise<T>): Promise<T> {
  const child = fork(lender, [], { stdio: ['ignore', 2, 2, 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const told = await new Promise<LentServer | { readonly absent: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LentServer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new OwnFault(`no PostgreSQL could be had: its lender ended with ${code}`)));
  });
  if ('absent' in told) throw new OwnFault(`no PostgreSQL could be had: ${told.absent}`);
  try {
    return await use(told);
  } finally {
    child.disconnect();
    await ended;
  }
}
