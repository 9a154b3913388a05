export { openPostgresSession, PostgresSession } from './postgres-session.js';
export { presentEngines, type SecondEngine } from './present-engines.js';
export type { SecondSession } from './second-session.js';
export { TrinoClient } from './trino-client.js';
export { openTrinoSession, type TrinoPlace, TrinoSession } from './trino-session.js';
