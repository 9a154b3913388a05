import { describeAppending } from './describe-appending.js';
import { describeMigrations } from './describe-migrations.js';
import { describePersonal } from './describe-personal.js';
import { describeTampering } from './describe-tampering.js';
import { sqliteEngine } from './test-engines.js';

describeAppending(sqliteEngine);
describeTampering(sqliteEngine);
describeMigrations(sqliteEngine);
describePersonal(sqliteEngine);
