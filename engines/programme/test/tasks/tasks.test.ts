import { listsSuite } from './lists-suite.js';
import { remindersSuite } from './reminders-suite.js';
import { sqlitePlace } from './task-places.js';
import { tasksSuite } from './tasks-suite.js';

tasksSuite('SQLite', sqlitePlace);
listsSuite('SQLite', sqlitePlace);
remindersSuite('SQLite', sqlitePlace);
