import { randomBytes } from 'node:crypto';
import { draftsSuite } from './drafts-suite.js';

draftsSuite('PostgreSQL', () => {
  const url = process.env.PG_URL;
  if (url === undefined) throw new Error('PG_URL names no server: run npm run engines');
  return { engine: 'postgres', url, schema: `drafts_${randomBytes(8).toString('hex')}` };
});
