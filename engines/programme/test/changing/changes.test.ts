import { sqlitePlace } from '../tasks/task-places.js';
import { changesSuite } from './changes-suite.js';

changesSuite('SQLite', sqlitePlace);
