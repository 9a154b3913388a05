import { Ledger, type MigrationSet } from '@zhiheng/ledger';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestEngine, TestPlace } from './test-engines.js';

type Step = MigrationSet['migrations'][number];

/** A migration that makes a table and notes each time it runs. */
const making = (table: string): Step => ({
  name: `make ${table}`,
  up: async (database) => {
    await database.schema.createTable(table).addColumn('note', 'text').execute();
    await sql`insert into ${sql.table(table)} (note) values ('made')`.execute(database);
  },
});
const failing: Step = {
  name: 'fail',
  up: async () => {
    throw new Error('no such thing');
  },
};

/** What migrations of rooms may rely on, on every database. */
export function describeMigrations(engine: TestEngine): void {
  describe(`migrations on ${engine.name}`, () => {
    let test: TestPlace;
    beforeEach(() => {
      test = engine.fresh();
    });
    afterEach(() => test.remove());

    const open = async (sets: readonly MigrationSet[]) => (await Ledger.open(test.place, sets)).close();
    const recorded = async () =>
      (await test.raw("select room, name from migrations where room <> 'ledger' order by position")).map(
        ({ room, name }) => `${room}: ${name}`,
      );

    it('run once each, in the order of the sets, and later ones behind', async () => {
      const accounts = { room: 'accounts', migrations: [making('people')] };
      const lists = { room: 'lists', migrations: [making('lists')] };
      await open([accounts, lists]);
      await open([accounts, lists]);
      await open([{ ...accounts, migrations: [...accounts.migrations, making('keys')] }, lists]);
      expect(await recorded()).toEqual(['accounts: make people', 'lists: make lists', 'accounts: make keys']);
      for (const table of ['people', 'lists', 'keys']) {
        expect(await test.raw(`select note from ${table}`)).toEqual([{ note: 'made' }]);
      }
      // Another program may know fewer rooms.
      await open([lists]);
    });

    it('are all undone when one fails', async () => {
      const set = { room: 'accounts', migrations: [making('people'), failing] };
      await open([]);
      await expect(open([set])).rejects.toThrow('no such thing');
      expect(await recorded()).toEqual([]);
      await open([{ room: 'accounts', migrations: [making('people')] }]);
      expect(await test.raw('select note from people')).toEqual([{ note: 'made' }]);
    });

    it('of newer software are refused by name', async () => {
      await open([{ room: 'accounts', migrations: [making('people'), making('keys')] }]);
      await expect(open([{ room: 'accounts', migrations: [making('people')] }])).rejects.toMatchObject({
        code: 'ledger-newer',
        detail: { found: 'accounts: make keys', expected: 'make people' },
      });
    });

    it('may neither change their order nor stand twice', async () => {
      const [people, keys] = [making('people'), making('keys')];
      await open([{ room: 'accounts', migrations: [people, keys] }]);
      const turned = open([{ room: 'accounts', migrations: [keys, people] }]);
      await expect(turned).rejects.toThrow('another order');
      const twice = open([{ room: 'accounts', migrations: [people, keys, people] }]);
      await expect(twice).rejects.toThrow('two migrations of one name');
      const room = { room: 'lists', migrations: [] };
      await expect(open([room, room])).rejects.toThrow('two sets');
    });

    it('hold every portable type the same way', async () => {
      const types: Step = {
        name: 'types',
        up: (database) =>
          database.schema
            .createTable('types')
            .addColumn('id', 'text', (column) => column.notNull().primaryKey())
            .addColumn('small', 'integer')
            .addColumn('large', 'bigint')
            .addColumn('exact', 'double precision')
            .addColumn('owner', 'text', (column) => column.references('types.id'))
            .execute(),
      };
      interface Types {
        readonly types: { id: string; small: number; large: number; exact: number; owner: string | null };
      }
      const ledger = await Ledger.open(test.place, [{ room: 'types', migrations: [types] }]);
      const row = { id: '一', small: -1, large: Number.MAX_SAFE_INTEGER, exact: 0.1, owner: null };
      const insert = (database: Kysely<Types>, values: Types['types']) =>
        database.insertInto('types').values(values).execute();
      await insert(ledger.database<Types>(), row);
      expect(await ledger.database<Types>().selectFrom('types').selectAll().execute()).toEqual([row]);
      await expect(insert(ledger.database<Types>(), { ...row, id: 'b', owner: 'nobody' })).rejects.toThrow(
        /foreign key/i,
      );
      await ledger.close();
    });
  });
}
