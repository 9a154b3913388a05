import { randomBytes } from 'node:crypto';
import { decisionsSuite } from './decisions-suite.js';

decisionsSuite('PostgreSQL', () => {
  const url = process.env.PG_URL;
  if (url === undefined) throw new Error('PG_URL names no server: run npm run engines');
  return { engine: 'postgres', url, schema: `records_${randomBytes(8).toString('hex')}` };
});
