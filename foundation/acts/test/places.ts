import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerPlace } from '@zhiheng/ledger';

/** A new ledger in a file of its own. */
export function sqlitePlace(): LedgerPlace {
  return { engine: 'sqlite', path: join(mkdtempSync(join(tmpdir(), 'acts-')), 'ledger.sqlite') };
}
