import { describeAppending } from './describe-appending.js';
import { postgresEngine, sqliteEngine } from './test-engines.js';

for (const engine of [sqliteEngine, postgresEngine]) {
  describeAppending(engine);
}
