import { randomBytes } from 'node:crypto';
import { describePersonNames } from './describe-person-names.js';

// On SQLite they run with all other tests.
describePersonNames('PostgreSQL', () => ({
  engine: 'postgres',
  url: process.env.PG_URL ?? '',
  schema: `names_${randomBytes(8).toString('hex')}`,
}));
