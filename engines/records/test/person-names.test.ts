import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describePersonNames } from './describe-person-names.js';

describePersonNames('SQLite', () => ({
  engine: 'sqlite',
  path: join(mkdtempSync(join(tmpdir(), 'zhiheng-names-')), 'ledger.sqlite'),
}));
