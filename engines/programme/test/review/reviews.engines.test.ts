import { postgresPlace } from '../tasks/task-places.js';
import { reviewsSuite } from './reviews-suite.js';

reviewsSuite('PostgreSQL', postgresPlace);
