import { postgresPlace } from './places.js';
import { storedSuite } from './stored-suite.js';

storedSuite('PostgreSQL', postgresPlace);
