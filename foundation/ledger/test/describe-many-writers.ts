import type { Ledger } from '@zhiheng/ledger';
import { Ledger as OneLedger } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigned, sampleAct } from './sample-acts.js';
import { postgresEngine, serverAddress, type TestPlace } from './test-engines.js';

const counting = {
  room: 'counting',
  migrations: [
    {
      name: 'runs',
      up: async (database: Kysely<unknown>) => {
        await database.schema.createTable('runs').addColumn('id', 'text').execute();
      },
    },
  ],
};

/** Several servers on one PostgreSQL database. */
export function describeManyWriters(): void {
  describe('several writers on PostgreSQL', () => {
    let test: TestPlace;
    let ledgers: Ledger[] = [];
    beforeEach(() => {
      test = postgresEngine.fresh();
    });
    afterEach(async () => {
      for (const ledger of ledgers) await ledger.close();
      await test.remove();
    });

    it('migrate at once: one does it, the others wait', async () => {
      ledgers = await Promise.all(Array.from({ length: 5 }, () => openSigned(test, [counting])));
      expect(await test.raw("select name from migrations where room = 'counting'")).toEqual([{ name: 'runs' }]);
    });

    it('append at once: numbers without gaps, one chain, nothing lost', async () => {
      ledgers = await Promise.all(Array.from({ length: 4 }, () => openSigned(test, [counting])));
      const acknowledged = await Promise.all(
        ledgers.flatMap((ledger, writer) =>
          Array.from({ length: 25 }, async (_, at) => {
            const act = { ...sampleAct(at), object: `${writer} ${at}` };
            if (at % 2 === 0) return ledger.append(act);
            return ledger.act<{ runs: { id: string } }>(act, async (database) => {
              await database.insertInto('runs').values({ id: act.object }).execute();
              if (at % 5 === 0) await database.selectFrom('runs').selectAll().execute();
            });
          }),
        ),
      );
      const acts = (await ledgers[0]?.acts()) ?? [];
      expect(acts.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
      const inOrder = acknowledged.toSorted((a, b) => a.number - b.number);
      expect(inOrder.map(({ number, chain, object }) => ({ number, chain, object }))).toEqual(
        acts.map(({ number, chain, object }) => ({ number, chain, object })),
      );
      expect((await test.raw('select count(*)::int as count from runs'))[0]).toEqual({ count: 48 });
      expect(await ledgers[1]?.verify()).toMatchObject({ ok: true, acts: 100, faults: [] });
    });

    it('open while other offices leave the database', async () => {
      const leaving = Array.from({ length: 8 }, () => postgresEngine.fresh());
      for (const other of leaving) await (await openSigned(other)).close();
      const opening = Array.from({ length: 4 }, () => openSigned(test, [counting]));
      await Promise.all(leaving.map((other) => other.remove()));
      ledgers = await Promise.all(opening);
      expect(await ledgers[3]?.append(sampleAct(1))).toMatchObject({ number: 1 });
    });

    it('tell by name that the server went away, keep nothing half, and go on when it is back', async () => {
      ledgers = [await openSigned(test, [counting])];
      const [ledger] = ledgers as [Ledger];
      await ledger.append(sampleAct(1));
      const cut = ledger.transact<{ runs: { id: string } }, unknown>(async ({ database, append }) => {
        await append(sampleAct(2));
        await database.insertInto('runs').values({ id: 'lost' }).execute();
        await endConnections(test);
        await append(sampleAct(3));
      });
      await expect(cut).rejects.toMatchObject({ code: 'database-unreachable' });
      expect(await ledger.append(sampleAct(4))).toMatchObject({ number: 2, object: 'file 4' });
      expect(await test.raw('select * from runs')).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ ok: true, acts: 2 });
    });

    it('are told by name what is wrong with an address', async () => {
      const { place } = test;
      if (place.engine !== 'postgres') throw new Error('this is PostgreSQL');
      const open = (url: string) => OneLedger.open({ ...place, url });
      await expect(open('postgresql://user:secret@127.0.0.1:1/office')).rejects.toMatchObject({
        code: 'database-unreachable',
        detail: { place: { path: '127.0.0.1:1/office' }, found: 'ECONNREFUSED' },
      });
      const missing = new URL(serverAddress());
      missing.pathname = '/no_such_database';
      await expect(open(missing.href)).rejects.toMatchObject({
        code: 'database-unreachable',
        detail: { found: '3D000' },
      });
    });

    it('are refused a database that would lose what it acknowledged, or cannot hold it', async () => {
      const latin = new URL(serverAddress());
      const name = `latin_${process.pid}`;
      await test.raw(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
      latin.pathname = `/${name}`;
      const { place } = test;
      if (place.engine !== 'postgres') throw new Error('this is PostgreSQL');
      await expect(OneLedger.open({ ...place, url: latin.href })).rejects.toMatchObject({
        code: 'database-unusable',
        detail: { found: 'encoding LATIN1' },
      });
      await test.raw(`drop database ${name}`);
    });
  });
}

async function endConnections({ place }: TestPlace): Promise<void> {
  const client = new pg.Client({ connectionString: serverAddress() });
  await client.connect();
  const { rows } = await client.query<{ ended: boolean }>(
    `select pg_terminate_backend(l.pid) as ended from pg_locks l
     where l.relation = $1::regclass and l.pid <> pg_backend_pid()`,
    [`${place.engine === 'postgres' ? place.schema : ''}.acts`],
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(0);
}
