import { sqlitePlace } from '../tasks/task-places.js';
import { reviewsSuite } from './reviews-suite.js';

reviewsSuite('SQLite', sqlitePlace);
