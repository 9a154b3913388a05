import { Ledger } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigned, sampleAct } from './sample-acts.js';
import type { TestEngine, TestPlace } from './test-engines.js';

interface Counters {
  readonly counters: { readonly name: string; readonly value: number };
}

const counters = {
  room: 'counting',
  migrations: [
    {
      name: 'counters',
      up: (database: Kysely<unknown>) =>
        database.schema
          .createTable('counters')
          .addColumn('name', 'text', (column) => column.notNull().primaryKey())
          .addColumn('value', 'integer', (column) => column.notNull())
          .execute(),
    },
  ],
};

/** The first two acts of an office, in every field, and their links as worked out by hand from RFC 8785. */
const firstAct = {
  time: '2026-03-01T08:00:00.000Z',
  person: 'account:李',
  onBehalfOf: 'account:王',
  surface: 'page 192.0.2.7',
  kind: 'decide',
  object: 'application 202310000001',
  hash: 'ab',
  before: { state: 'open', share: 0.1 },
  after: { 理由: 'a"b\n', share: 1e21, state: 'refused', nothing: null },
  reads: true,
};
const secondAct = { time: '2026-03-01T08:00:01.000Z', person: 'local:root', kind: 'release', object: 'r1', hash: 'cd' };

/** What appending promises on every database. */
export function describeAppending(engine: TestEngine): void {
  describe(`acts on ${engine.name}`, () => {
    let test: TestPlace;
    let ledger: Ledger;
    beforeEach(async () => {
      test = engine.fresh();
      ledger = await openSigned(test, [counters]);
    });
    afterEach(async () => {
      await ledger.close();
      await test.remove();
    });

    it('come back as they were given, over a reopening, with what was left out as nothing', async () => {
      const { number } = await ledger.append(firstAct);
      await ledger.append(secondAct);
      await ledger.close();
      ledger = await openSigned(test, [counters]);
      const [one, two] = await ledger.acts();
      expect(number).toBe(1);
      expect(one).toMatchObject({ number: 1, ...firstAct });
      const nothing = { onBehalfOf: null, surface: null, before: null, after: null, reads: false };
      expect(two).toMatchObject({ number: 2, ...secondAct, ...nothing, previous: one?.chain });
    });

    it('have the links that RFC 8785 and SHA-256 give', async () => {
      await ledger.append(firstAct);
      await ledger.append(secondAct);
      expect((await ledger.acts()).map(({ previous, chain }) => [previous, chain])).toEqual([
        ['0'.repeat(64), 'a6f5e54fd0e6da56bf6332a4c6ebd325108f05dc0fc3d704fcf3541653046958'],
        [
          'a6f5e54fd0e6da56bf6332a4c6ebd325108f05dc0fc3d704fcf3541653046958',
          'f60d789fc6c8cf6629cfa3cf22ff359774f8579d051109ef556cc5caac5aafc9',
        ],
      ]);
    });

    it('are found by kind, person and object, newest first', async () => {
      for (let n = 1; n <= 6; n += 1) await ledger.append({ ...sampleAct(n), kind: n % 2 === 0 ? 'load' : 'release' });
      await ledger.append({ ...sampleAct(7), reads: true });
      const numbers = async (page: Parameters<Ledger['page']>[0]) =>
        (await ledger.page(page)).map(({ number }) => number);
      expect(await numbers({ limit: 3 })).toEqual([7, 6, 5]);
      expect(await numbers({ limit: 3, before: 5 })).toEqual([4, 3, 2]);
      expect(await numbers({ limit: 9, kind: 'load' })).toEqual([7, 6, 4, 2]);
      expect(await numbers({ limit: 9, person: 'account:0' })).toEqual([6, 3]);
      expect(await numbers({ limit: 9, object: 'file 4' })).toEqual([4]);
      expect(await numbers({ limit: 9, reads: true })).toEqual([7]);
      expect(await numbers({ limit: 9, reads: false, kind: 'load' })).toEqual([6, 4, 2]);
      expect((await ledger.acts('release')).map(({ number }) => number)).toEqual([1, 3, 5]);
      expect(await ledger.last('release')).toMatchObject({ number: 5 });
      expect(await ledger.last('release', 'file 1')).toMatchObject({ number: 1 });
      expect(await ledger.last('release', 'file 2')).toBeNull();
    });

    it('refuse texts that a database would not keep as they are', async () => {
      for (const object of ['a\0b', 'half \ud800 of a pair']) {
        await expect(ledger.append({ ...sampleAct(1), object })).rejects.toThrow('cannot be stored');
      }
      await expect(ledger.append({ ...sampleAct(1), after: { name: '\udc00' } })).rejects.toThrow('cannot be stored');
      expect(await ledger.acts()).toEqual([]);
      const after = { name: 'a\0b', 'b\u{1f600}': '\u{1f600}' };
      await ledger.append({ ...sampleAct(1), after });
      expect((await ledger.acts())[0]?.after).toEqual(after);
    });

    it('and their changes are kept together or not at all', async () => {
      await ledger.act<Counters>(sampleAct(1), (database) =>
        database.insertInto('counters').values({ name: 'a', value: 1 }).execute(),
      );
      const failing = ledger.act<Counters>(sampleAct(2), async (database) => {
        await database.updateTable('counters').set({ value: 2 }).execute();
        throw new Error('the second thoughts');
      });
      await expect(failing).rejects.toThrow('the second thoughts');
      const repeated = ledger.transact<Counters, unknown>(async ({ database, append }) => {
        await append(sampleAct(3));
        await database.insertInto('counters').values({ name: 'a', value: 3 }).execute();
      });
      await expect(repeated).rejects.toThrow(/unique/i);
      expect(await test.raw('select name, value from counters')).toEqual([{ name: 'a', value: 1 }]);
      expect((await ledger.acts()).map(({ object }) => object)).toEqual(['file 1']);
      expect(await ledger.append(sampleAct(4))).toMatchObject({ number: 2 });
      expect(await ledger.verify()).toMatchObject({ ok: true, acts: 2 });
    });

    it('that look before they write lose no change of each other', async () => {
      await ledger.act<Counters>(sampleAct(1), (database) =>
        database.insertInto('counters').values({ name: 'a', value: 0 }).execute(),
      );
      const add = (n: number) =>
        ledger.transact<Counters, number>(async ({ database, append }) => {
          const { value } = await database.selectFrom('counters').select('value').executeTakeFirstOrThrow();
          await database
            .updateTable('counters')
            .set({ value: value + 1 })
            .execute();
          return (await append({ ...sampleAct(n), after: { value: value + 1 } })).number;
        });
      const numbers = await Promise.all(Array.from({ length: 20 }, (_, at) => add(at)));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 2));
      expect(await ledger.database<Counters>().selectFrom('counters').select('value').execute()).toEqual([
        { value: 20 },
      ]);
      expect((await ledger.acts()).slice(1).map(({ after }) => after)).toEqual(
        Array.from({ length: 20 }, (_, at) => ({ value: at + 1 })),
      );
    });

    it('are not begun inside of each other', async () => {
      const nested = ledger.transact(async () => ledger.append(sampleAct(1)));
      await expect(nested).rejects.toThrow('use what it was given');
      await expect(ledger.transact(async () => ledger.acts())).rejects.toThrow('use what it was given');
      expect(await ledger.append(sampleAct(1))).toMatchObject({ number: 1 });
    });

    it('behind signed ones are not taken without the key', async () => {
      await ledger.append(sampleAct(1));
      const keyless = await Ledger.open(test.place);
      await expect(keyless.append(sampleAct(2))).rejects.toThrow('without its key');
      await keyless.close();
      expect(await ledger.verify()).toMatchObject({ ok: true, acts: 1 });
    });

    it('count as whole numbers', async () => {
      await ledger.append(sampleAct(1));
      const { count } = await ledger
        .database<{ acts: { number: number } }>()
        .selectFrom('acts')
        .select((one) => one.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      expect(count).toBe(1);
    });
  });
}
