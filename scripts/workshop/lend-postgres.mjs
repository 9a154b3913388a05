import { providePostgres } from './postgres.mjs';

/**
 * Provides a PostgreSQL to the process that forked this one, until it lets go or ends: `{ url, origin }`, or `{ absent }` with the
 * reason. What is told meanwhile goes to standard error.
 */
console.log = console.error;
try {
  const { url, origin, stop } = await providePostgres();
  process.once('disconnect', () => void stop().then(() => process.exit(0)));
  process.send?.({ url, origin });
} catch (error) {
  process.send?.({ absent: error instanceof Error ? error.message : String(error) }, () => process.exit(1));
}
