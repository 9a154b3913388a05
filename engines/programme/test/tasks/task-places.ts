import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerPlace } from '@zhiheng/ledger';

/** A new ledger in a file of its own. */
export function sqlitePlace(): LedgerPlace {
  return { engine: 'sqlite', path: join(mkdtempSync(join(tmpdir(), 'tasks-')), 'l.sqlite') };
}

/** A new ledger in a schema of its own, on the server that `PG_URL` names. */
export function postgresPlace(): LedgerPlace {
  const url = process.env.PG_URL;
  if (url === undefined) throw new Error('PG_URL names no server: run npm run engines');
  return { engine: 'postgres', url, schema: `tasks_${randomBytes(8).toString('hex')}` };
}
