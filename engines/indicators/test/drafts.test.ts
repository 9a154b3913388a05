import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftsSuite } from './drafts-suite.js';

draftsSuite('SQLite', () => ({ engine: 'sqlite', path: join(mkdtempSync(join(tmpdir(), 'drafts-')), 'l.sqlite') }));
