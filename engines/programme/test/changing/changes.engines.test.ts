import { postgresPlace } from '../tasks/task-places.js';
import { changesSuite } from './changes-suite.js';

changesSuite('PostgreSQL', postgresPlace);
