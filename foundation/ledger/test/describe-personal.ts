import { createHash } from 'node:crypto';
import type { Ledger } from '@zhiheng/ledger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigned, sampleAct } from './sample-acts.js';
import type { TestEngine, TestPlace } from './test-engines.js';

/** 32 bytes: 1, 2, 3 …, then 33, 34 … */
function counting(): (bytes: number) => Uint8Array {
  let next = 0;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      next += 1;
      return next;
    });
}

const bytes = (from: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => from + at));
const sha256 = (...parts: (Buffer | string)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest('hex');
const first = sha256(bytes(1), '{"mail":"li@example.org","name":"李"}');
const second = sha256(bytes(33), '{"name":"李"}');
const erasing = { time: '2026-05-01T00:00:00.000Z', person: 'account:admin', surface: 'page' };

/** How personal data are kept and forgotten, on every database. */
export function describePersonal(engine: TestEngine): void {
  describe(`personal data on ${engine.name}`, () => {
    let test: TestPlace;
    let ledger: Ledger;
    beforeEach(async () => {
      test = engine.fresh();
      ledger = await openSigned(test, [], { random: counting() });
      await ledger.transact(async ({ personal, append }) => {
        const commitment = await personal.put('p1', { name: '李', mail: 'li@example.org' });
        await append({ ...sampleAct(1), object: 'p1', after: { commitment } });
      });
    });
    afterEach(async () => {
      await ledger.close();
      await test.remove();
    });

    it('are kept beside their commitment over salt and canonical text', async () => {
      expect(await ledger.personal.get('p1')).toEqual({
        content: { name: '李', mail: 'li@example.org' },
        commitment: first,
        erasedAt: null,
      });
      expect((await ledger.acts())[0]?.after).toEqual({ commitment: first });
      expect(await ledger.personal.get('p2')).toBeNull();
    });

    it('are replaced under a new salt', async () => {
      const found = await ledger.transact(async ({ personal, append }) => {
        const { before, after } = await personal.replace('p1', { name: '李' });
        await append({ ...sampleAct(2), object: 'p1', before, after });
        return { before, after, seen: await personal.get('p1') };
      });
      const seen = { content: { name: '李' }, commitment: second, erasedAt: null };
      expect(found).toEqual({ before: first, after: second, seen });
      expect(await ledger.personal.get('p1')).toEqual(seen);
    });

    it('are erased by an act, and the chain still verifies', async () => {
      const { chain: before } = await ledger.append(sampleAct(2));
      const act = await ledger.erase(erasing, 'p1');
      const object = { kind: 'erase', object: 'p1', hash: first, before: { commitment: first }, after: null };
      expect(act).toMatchObject({ number: 3, ...erasing, ...object, previous: before });
      expect(await ledger.personal.get('p1')).toEqual({ content: null, commitment: null, erasedAt: erasing.time });
      expect(await test.raw('select * from personal')).toEqual([
        { pseudonym: 'p1', salt: null, content: null, erased_at: erasing.time },
      ]);
      expect(await ledger.verify()).toMatchObject({ ok: true, acts: 3 });
    });

    it('are erased once, and stay when the act fails', async () => {
      const failing = ledger.transact(async ({ personal }) => {
        await personal.erase('p1', erasing.time);
        throw new Error('the second thoughts');
      });
      await expect(failing).rejects.toThrow('the second thoughts');
      expect(await ledger.personal.get('p1')).toMatchObject({ commitment: first });
      await ledger.erase(erasing, 'p1');
      const missing = { code: 'not-found', detail: { found: 'p1' } };
      await expect(ledger.erase(erasing, 'p1')).rejects.toMatchObject(missing);
      await expect(ledger.transact(({ personal }) => personal.replace('p1', 'x'))).rejects.toMatchObject(missing);
      await expect(ledger.transact(({ personal }) => personal.put('p1', 'x'))).rejects.toThrow(/unique/i);
      expect((await ledger.acts()).map(({ kind }) => kind)).toEqual(['load', 'erase']);
    });
  });
}
