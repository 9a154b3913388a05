import { listsSuite } from './lists-suite.js';
import { remindersSuite } from './reminders-suite.js';
import { postgresPlace } from './task-places.js';
import { tasksSuite } from './tasks-suite.js';

tasksSuite('PostgreSQL', postgresPlace);
listsSuite('PostgreSQL', postgresPlace);
remindersSuite('PostgreSQL', postgresPlace);
