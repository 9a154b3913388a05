import { describeAppending } from './describe-appending.js';
import { sqliteEngine } from './test-engines.js';

describeAppending(sqliteEngine);
