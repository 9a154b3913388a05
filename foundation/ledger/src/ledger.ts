import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Kysely, Transaction } from 'kysely';
import { type Act, actOf, type NewAct } from './act.js';
import { appendAnchor } from './anchors.js';
import { appendAct, putHead } from './append-act.js';
import { beginning } from './chain.js';
import type { LedgerDatabase } from './ledger-database.js';
import { ledgerMigrations, signedHeads } from './ledger-migrations.js';
import type { ActsTable, LedgerTables } from './ledger-tables.js';
import { type MigrationSet, migrate } from './migrations.js';
import { PersonalData, type Randomness } from './personal.js';
import type { LedgerPlace } from './place.js';
import { type SignedHead, signHead } from './signed-head.js';
import type { Signing } from './signing-key.js';
import { openSqlite } from './sqlite-database.js';
import { type Verification, verifyLedger } from './verify-ledger.js';

export interface LedgerOptions {
  /** Who signs the head at each act, and for which office; left out: heads are not signed. */
  readonly signing?: Signing;
  /** For salts; left out: this machine's. */
  readonly random?: Randomness;
}

/** One transaction of the ledger: acts, and the changes of tables that they stand for. All of it is kept, or nothing. */
export interface LedgerTransaction<Tables = unknown> {
  /** For the tables of rooms. The ledger's own are written through the others only. */
  readonly database: Transaction<Tables>;
  readonly personal: PersonalData;
  append(act: NewAct): Promise<Act>;
  /** To be called where the tables of a room lost something that has to leave the files too: its bytes are swept out behind the transaction. */
  forget(): void;
}

/** Which acts a page shows. */
export interface ActPage {
  /** Acts below this number; left out: from the newest. */
  readonly before?: number;
  readonly limit: number;
  readonly kind?: string;
  readonly person?: string;
  readonly object?: string;
  /** True: reads of personal data only; false: none of them. */
  readonly reads?: boolean;
}

/** What people did, in order. What it acknowledged survives a killed process and a lost power line. */
export class Ledger {
  readonly #database: LedgerDatabase;
  readonly #options: LedgerOptions;
  readonly #inside = new AsyncLocalStorage<true>();

  private constructor(database: LedgerDatabase, options: LedgerOptions) {
    this.#database = database;
    this.#options = options;
  }

  /**
   * Opens or makes the ledger at a place and brings its tables, and those of the rooms, to their newest form.
   * Throws `folder-unusable`, `database-unreachable`, `database-unusable`, `ledger-newer`.
   */
  static async open(
    place: LedgerPlace,
    sets: readonly MigrationSet[] = [],
    options: LedgerOptions = {},
  ): Promise<Ledger> {
    const database =
      place.engine === 'sqlite' ? await openSqlite(place.path) : await postgresAt(place.url, place.schema);
    try {
      const run = await migrate(database, [ledgerMigrations, ...sets]);
      const ledger = new Ledger(database, options);
      if (run.some(({ room, name }) => room === ledgerMigrations.room && name === signedHeads))
        await ledger.#signNewest();
      // A process that was killed after forgetting something may not have come to this.
      await database.sweep();
      return ledger;
    } catch (error) {
      await database.tables.destroy();
      throw database.faultOf(error);
    }
  }

  /** Appends an act; when this returns, it is on the disk. Throws `folder-unusable`, `database-unreachable`, `database-unusable`. */
  append(act: NewAct): Promise<Act> {
    return this.transact((transaction) => transaction.append(act));
  }

  /** Appends an act with the changes that it makes to the tables of rooms, in one transaction. Throws as `append` does. */
  act<Tables>(act: NewAct, changes: (database: Transaction<Tables>) => Promise<unknown>): Promise<Act> {
    return this.transact<Tables, Act>(async ({ database, append }) => {
      await changes(database);
      return append(act);
    });
  }

  /**
   * One transaction of acts and changes, for work that has to look before it knows what its act is. Whoever comes second waits, so that
   * what it reads stays true until it is done. What changes tables appends an act. Throws as `append` does.
   */
  async transact<Tables, Result>(work: (transaction: LedgerTransaction<Tables>) => Promise<Result>): Promise<Result> {
    this.#refuseNesting();
    const { result, removes } = await this.#guard(() =>
      this.#database.tables.transaction().execute((transaction) =>
        this.#inside.run(true, async () => {
          await this.#database.takeTurn(transaction);
          const personal = this.#personal(transaction);
          let forgets = false;
          const result = await work({
            database: transaction as unknown as Transaction<Tables>,
            personal,
            append: (act) => appendAct(transaction, act, this.#options.signing),
            forget: () => {
              forgets = true;
            },
          });
          return { result, removes: personal.removes || forgets };
        }),
      ),
    );
    if (removes) await this.#guard(() => this.#database.sweep());
    return result;
  }

  /** The tables of a room, for reading. Inside a transaction its own `database` serves. */
  database<Tables>(): Kysely<Tables> {
    this.#refuseNesting();
    return this.#database.tables as unknown as Kysely<Tables>;
  }

  /** Personal data, for reading; writing goes through `transact`. */
  get personal(): Pick<PersonalData, 'get'> {
    return this.#personal(this.database());
  }

  /**
   * Removes the content under a pseudonym from tables and files, by an act that keeps the commitment that had stood for it.
   * Throws `not-found` when nothing is held.
   */
  erase(act: Pick<NewAct, 'time' | 'person' | 'onBehalfOf' | 'surface'>, pseudonym: string): Promise<Act> {
    return this.transact(async ({ personal, append }) => {
      const commitment = await personal.erase(pseudonym, act.time);
      const { time, person, onBehalfOf = null, surface = null } = act;
      const before = { commitment };
      return append({ time, person, onBehalfOf, surface, kind: 'erase', object: pseudonym, hash: commitment, before });
    });
  }

  /** Acts in order, of one kind when named. */
  async acts(kind?: string): Promise<Act[]> {
    const all = this.#acts().orderBy('number');
    return this.#rows(kind === undefined ? all : all.where('kind', '=', kind));
  }

  /** The newest act of a kind, of one object when named. */
  async last(kind: string, object?: string): Promise<Act | null> {
    const [act] = await this.page({ limit: 1, kind, ...(object === undefined ? {} : { object }) });
    return act ?? null;
  }

  /** Acts from the newest downwards. */
  async page({ before, limit, kind, person, object, reads }: ActPage): Promise<Act[]> {
    let query = this.#acts().orderBy('number', 'desc').limit(limit);
    if (before !== undefined) query = query.where('number', '<', before);
    if (kind !== undefined) query = query.where('kind', '=', kind);
    if (person !== undefined) query = query.where('person', '=', person);
    if (object !== undefined) query = query.where('object', '=', object);
    if (reads !== undefined) query = query.where('reads', '=', reads ? 1 : 0);
    return this.#rows(query);
  }

  /**
   * Signs the newest act and appends that head as one line of JSON to a file that lies elsewhere, synced. Throws `anchors-unusable`.
   * `time`: ISO 8601, UTC.
   */
  async anchor(path: string, time: string): Promise<SignedHead> {
    const { signing } = this.#options;
    if (signing === undefined) throw new OwnFault('a ledger without a key cannot be anchored');
    const [{ number, chain } = { number: 0, chain: beginning }] = await this.page({ limit: 1 });
    const head = signHead({ office: signing.office, number, chain, time }, signing.key);
    appendAnchor(path, head);
    return head;
  }

  /**
   * Reads the whole chain and compares it with itself, with its signed head and with anchors: every altered, inserted or removed act, an
   * end cut off, a chain written anew. Memory does not grow with the ledger.
   */
  verify({ anchors = [] }: { readonly anchors?: readonly SignedHead[] } = {}): Promise<Verification> {
    return this.#guard(() => verifyLedger(this.database<LedgerTables>(), anchors, this.#options.signing));
  }

  /** The faults that the database itself finds in its files; empty when they are sound. */
  faults(): Promise<string[]> {
    return this.#guard(() => this.#database.faults());
  }

  close(): Promise<void> {
    return this.#database.tables.destroy();
  }

  /** Acts of an older folder get their head at once, so that a missing one is a fault ever after. */
  async #signNewest(): Promise<void> {
    const { signing } = this.#options;
    const [newest] = await this.page({ limit: 1 });
    if (signing === undefined || newest === undefined) return;
    await this.#database.tables.transaction().execute((transaction) => putHead(transaction, newest, signing));
  }

  #acts() {
    return this.database<LedgerTables>().selectFrom('acts').selectAll();
  }

  #rows(query: { execute(): Promise<ActsTable[]> }): Promise<Act[]> {
    return this.#guard(async () => (await query.execute()).map(actOf));
  }

  #personal(database: Kysely<LedgerTables>): PersonalData {
    return new PersonalData(database, this.#options.random ?? randomBytes);
  }

  /** On SQLite it would wait for itself, on PostgreSQL it would not see what the transaction wrote. */
  #refuseNesting(): void {
    if (this.#inside.getStore()) throw new OwnFault('inside a transaction of the ledger, use what it was given');
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#database.faultOf(error);
    }
  }
}

/** The driver is read by those alone who keep their ledger there. */
async function postgresAt(url: string, schema: string): Promise<LedgerDatabase> {
  const { openPostgres } = await import('./postgres-database.js');
  return openPostgres(url, schema);
}
