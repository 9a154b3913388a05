import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionsSuite } from './decisions-suite.js';

decisionsSuite('SQLite', () => ({
  engine: 'sqlite',
  path: join(mkdtempSync(join(tmpdir(), 'decisions-')), 'l.sqlite'),
}));
