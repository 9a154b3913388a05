import { describeAppending } from './describe-appending.js';
import { describeManyWriters } from './describe-many-writers.js';
import { describeMigrations } from './describe-migrations.js';
import { describePersonal } from './describe-personal.js';
import { describeTampering } from './describe-tampering.js';
import { postgresEngine, sqliteEngine } from './test-engines.js';

for (const engine of [sqliteEngine, postgresEngine]) {
  describeAppending(engine);
  describeTampering(engine);
  describeMigrations(engine);
  describePersonal(engine);
}
describeManyWriters();
