import { byActor, type Ledger, type MigrationSet } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { Kysely, Transaction } from 'kysely';
import type { PersonName } from './person-name.js';
import { foldedPersonName } from './pseudonyms.js';

/** Names of people whom records name by a pseudonym: the only place where they stand. */
export interface PersonTables {
  readonly person_names: {
    readonly pseudonym: string;
    /** Null once erased: the pseudonym stays taken, so that a later load does not bring the name back. */
    readonly name: string | null;
    readonly erased_at: string | null;
  };
}

/** The table of names, for `Ledger.open`. */
export const personMigrations: MigrationSet = {
  room: 'records-people',
  migrations: [{ name: 'names of people', up: makeNames }],
};

async function makeNames(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('person_names')
    .addColumn('pseudonym', 'text', (column) => column.notNull().primaryKey())
    .addColumn('name', 'text')
    .addColumn('erased_at', 'text')
    .execute();
}

/** Who reads or erases, and when. */
export interface PersonAct {
  readonly actor: Pick<Actor, 'person' | 'onBehalfOf' | 'surface'>;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** Rows of one statement: few enough for the parameters of either database. */
const rowsAtOnce = 1000;

/**
 * Keeps names beside the act of their load, in its transaction. A name that is kept stays as it was first written, one that was
 * erased stays erased. Between statements others get their turn.
 */
export async function keepPersonNames(
  database: Transaction<PersonTables>,
  batches: AsyncIterable<readonly PersonName[]>,
): Promise<void> {
  for await (const batch of batches) {
    for (let at = 0; at < batch.length; at += rowsAtOnce) {
      const rows = batch
        .slice(at, at + rowsAtOnce)
        .map(({ pseudonym, name }) => ({ pseudonym, name: name.replaceAll('\0', ''), erased_at: null }));
      await database
        .insertInto('person_names')
        .values(rows)
        .onConflict((conflict) => conflict.column('pseudonym').doNothing())
        .execute();
    }
  }
}

/**
 * The name behind a pseudonym, null once erased. Reading is an act that names the pseudonym, on the disk before the name is given.
 * Throws `not-found` for a pseudonym that stands for nobody.
 */
export function readPersonName(
  ledger: Ledger,
  { actor, time }: PersonAct,
  pseudonym: string,
): Promise<{ readonly name: string | null; readonly erasedAt: string | null }> {
  return ledger.transact<PersonTables, { name: string | null; erasedAt: string | null }>(
    async ({ database, append }) => {
      const { name, erased_at: erasedAt } = await rowOf(database, pseudonym);
      await append({ ...byActor(actor), time, kind: 'person-read', object: pseudonym, hash: '', reads: true });
      return { name, erasedAt };
    },
  );
}

/**
 * Removes the name behind a pseudonym from tables and files, for good. The act keeps pseudonym and reason, so the reason must not
 * hold the name (`reason-names-person`). Throws `not-found` where nobody is named, or nobody any more.
 */
export async function erasePersonName(
  ledger: Ledger,
  { actor, time }: PersonAct,
  pseudonym: string,
  reason: string,
): Promise<void> {
  await ledger.transact<PersonTables, void>(async ({ database, append, forget }) => {
    const { name } = await rowOf(database, pseudonym);
    if (name === null) throw nobody(pseudonym);
    if (holdsName(reason, name)) throw new UserFault('reason-names-person', { values: { pseudonym } });
    await database
      .updateTable('person_names')
      .set({ name: null, erased_at: time })
      .where('pseudonym', '=', pseudonym)
      .execute();
    forget();
    await append({ ...byActor(actor), time, kind: 'person-erased', object: pseudonym, hash: '', after: { reason } });
  });
}

async function rowOf(database: Transaction<PersonTables>, pseudonym: string): Promise<PersonTables['person_names']> {
  const all = database.selectFrom('person_names').selectAll();
  const row = await all.where('pseudonym', '=', pseudonym).executeTakeFirst();
  if (row === undefined) throw nobody(pseudonym);
  return row;
}

function nobody(pseudonym: string): UserFault {
  const expected = 'the pseudonym of a person whose name is kept';
  return new UserFault('not-found', { found: pseudonym, expected, values: { name: pseudonym } });
}

/** Written otherwise too: folded, and without spaces. */
function holdsName(reason: string, name: string): boolean {
  const bare = (text: string) => foldedPersonName(text).replaceAll(' ', '');
  return bare(reason).includes(bare(name));
}
