import type { Holdings, ObjectStore, Release } from '@zhiheng/lake';
import { OwnFault, type ShownTable } from '@zhiheng/vocabulary';
import { openPostgresSession, PostgresSession } from './postgres-session.js';
import type { SecondSession } from './second-session.js';
import { openTrinoSession, TrinoSession } from './trino-session.js';

/** An engine beside the lake's that is there. */
export interface SecondEngine {
  readonly name: 'trino' | 'postgres';
  /** A session without tables. */
  open(): Promise<SecondSession>;
  /** A session with the current rows of tables of a manifest. */
  over(manifest: Holdings | Release, store: ObjectStore, tables: readonly ShownTable[]): Promise<SecondSession>;
}

/**
 * The second engines that an environment names: PostgreSQL by `PG_URL`, Trino by `TRINO_URL` and `TRINO_WAREHOUSE`; `ZHIHENG_ENGINE` narrows
 * them to one. Throws our own fault where that leaves none, so that nothing passes because it did not run.
 */
export function presentEngines(environment: Readonly<Record<string, string | undefined>>): SecondEngine[] {
  const { PG_URL = '', TRINO_URL = '', TRINO_WAREHOUSE = '', ZHIHENG_ENGINE = '' } = environment;
  const place = { url: TRINO_URL, warehouse: TRINO_WAREHOUSE };
  const trino: SecondEngine = {
    name: 'trino',
    open: () => TrinoSession.open(place),
    over: (manifest, store, tables) => openTrinoSession(manifest, store, place, tables),
  };
  const postgres: SecondEngine = {
    name: 'postgres',
    open: () => PostgresSession.open(PG_URL),
    over: (manifest, store, tables) => openPostgresSession(manifest, store, PG_URL, tables),
  };
  const there = [...(TRINO_URL === '' ? [] : [trino]), ...(PG_URL === '' ? [] : [postgres])];
  const asked = there.filter(({ name }) => ZHIHENG_ENGINE === '' || name === ZHIHENG_ENGINE);
  if (asked.length === 0) throw new OwnFault('no second engine is there: run npm run engines');
  return asked;
}
