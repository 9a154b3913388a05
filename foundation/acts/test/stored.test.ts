import { sqlitePlace } from './places.js';
import { storedSuite } from './stored-suite.js';

storedSuite('SQLite', sqlitePlace);
