import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulingsSuite } from './rulings-suite.js';

rulingsSuite('SQLite', () => ({ engine: 'sqlite', path: join(mkdtempSync(join(tmpdir(), 'rulings-')), 'l.sqlite') }));
