import { createHash } from 'node:crypto';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { localOperator } from '@zhiheng/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  erasePersonName,
  keepPersonNames,
  type PersonName,
  type PersonTables,
  personMigrations,
  readPersonName,
} from '../src/index.js';

const actor = localOperator('test');
const load = { time: '2026-01-01T00:00:00.000Z', person: 'local:test', kind: 'load', object: '1 files', hash: 'x' };
const time = '2026-02-01T00:00:00.000Z';

async function* batchesOf(...batches: PersonName[][]) {
  yield* batches;
}

/** Pseudonyms of a form that no key made. */
const person = (index: number, name = `某人${index}`): PersonName => ({
  pseudonym: `PS-${createHash('sha256').update(String(index)).digest('hex').slice(0, 16).toUpperCase()}`,
  name,
});

/** How names of people are kept, read and erased, on every database. */
export function describePersonNames(engine: string, place: () => LedgerPlace): void {
  describe(`names of people on ${engine}`, () => {
    let ledger: Ledger;
    const keep = (...batches: PersonName[][]) =>
      ledger.transact<PersonTables, unknown>(async ({ database, append }) => {
        await keepPersonNames(database, batchesOf(...batches));
        return append(load);
      });
    const rows = () => ledger.database<PersonTables>().selectFrom('person_names').selectAll().orderBy('pseudonym');
    beforeEach(async () => {
      ledger = await Ledger.open(place(), [personMigrations]);
    });
    afterEach(() => ledger.close());

    it('are kept in batches of any length, each once, as first written', async () => {
      const people = Array.from({ length: 2500 }, (_, index) => person(index));
      await keep(people, [person(7, '某 人7'), person(2500)]);
      const expected = [...people, person(2500)].map((one) => ({ ...one, erased_at: null }));
      const sorted = expected.sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
      expect(await rows().execute()).toEqual(sorted);
    });

    it('are kept with the act of their load or not at all', async () => {
      const failing = ledger.transact<PersonTables, unknown>(async ({ database }) => {
        await keepPersonNames(database, batchesOf([person(1)]));
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await rows().execute()).toEqual([]);
      expect(await ledger.acts()).toEqual([]);
    });

    it('are read by an act, and not for a pseudonym of nobody', async () => {
      await keep([person(1)]);
      const { pseudonym } = person(1);
      expect(await readPersonName(ledger, { actor, time }, pseudonym)).toEqual({ name: '某人1', erasedAt: null });
      await expect(readPersonName(ledger, { actor, time }, 'PS-X')).rejects.toMatchObject({ code: 'not-found' });
      expect((await ledger.acts()).map(({ kind, object, reads }) => [kind, object, reads])).toEqual([
        ['load', '1 files', false],
        ['person-read', pseudonym, true],
      ]);
    });

    it('are erased by an act with a reason, and stay erased', async () => {
      await keep([person(1), person(2)]);
      const { pseudonym } = person(1);
      const erase = (reason: string) => erasePersonName(ledger, { actor, time }, pseudonym, reason);
      await expect(erase('某 人 1 要求')).rejects.toMatchObject({ code: 'reason-names-person' });
      await erase('本人要求');
      await expect(erase('本人要求')).rejects.toMatchObject({ code: 'not-found' });
      await keep([person(1), person(3)]);
      expect((await rows().execute()).map(({ name, erased_at }) => [name, erased_at]).sort()).toEqual(
        [
          [null, time],
          ['某人2', null],
          ['某人3', null],
        ].sort(),
      );
      expect(await readPersonName(ledger, { actor, time }, pseudonym)).toEqual({ name: null, erasedAt: time });
      const act = await ledger.last('person-erased');
      expect(act).toMatchObject({ object: pseudonym, before: null, after: { reason: '本人要求' }, reads: false });
      expect(await ledger.verify()).toMatchObject({ ok: true });
    });
  });
}
