import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  batchName,
  batchToUndo,
  editionsOf,
  type NewDecision,
  programmeMigrations,
  Reviews,
  reopenDraft,
} from '../../src/index.js';
import type { ReviewTables } from '../../src/review/stored/review-table.js';

const at = (minute: number) => ({
  actor: localOperator('wang'),
  time: `2026-03-01T01:${String(minute).padStart(2, '0')}:00.000Z`,
});
const one = (field: string, decision: NewDecision['decision'], version: number, batch?: string): NewDecision => ({
  ...{ field, decision, version, value: decision === 'accept' ? { number: field } : null, read: 'r', note: null },
  ...(batch !== undefined && { batch }),
});

/** What people decide about a draft, what it becomes, and how it is opened again, on one database. */
export function reviewsSuite(name: string, place: () => LedgerPlace): void {
  describe(`reviews of drafts on ${name}`, () => {
    let ledger: Ledger;
    let reviews: Reviews;
    beforeAll(async () => {
      ledger = await Ledger.open(place(), [programmeMigrations]);
      reviews = new Reviews(ledger);
    });
    afterAll(() => ledger.close());

    it('keep several fields by one act, all or none, and tell which came with which', async () => {
      const batch = batchName('item-1', await reviews.decisions('d'));
      const both = [one('item-1', 'accept', 0, batch), one('clause-1', 'accept', 0, batch)];
      await reviews.decide('d', both, at(1));
      await expect(reviews.decide('d', [one('clause-2', 'accept', 0), ...both], at(2))).rejects.toMatchObject({
        ...{ code: 'state-changed', detail: { found: 'item-1' } },
      });
      const kept = await reviews.decisions('d');
      expect(kept.map(({ field, version, batch: of }) => [field, version, of])).toEqual([
        ['clause-1', 1, 'item-1#1'],
        ['item-1', 1, 'item-1#1'],
      ]);
      expect(batchToUndo(kept, 'item-1').toSorted()).toEqual(['clause-1', 'item-1']);
      await reviews.decide('d', [one('clause-1', 'reject', 1)], at(3));
      expect(batchToUndo(await reviews.decisions('d'), 'item-1')).toEqual(['item-1']);
      await reviews.decide('d', [one('item-1', 'undo', 1)], at(4));
      expect(batchToUndo(await reviews.decisions('d'), 'item-1')).toEqual([]);
      expect(batchName('item-1', await reviews.decisions('d'))).toBe('item-1#2');
    });

    it('end with a programme, which stands while its draft is open again, and is followed by the next text', async () => {
      const accept = (hash: string, minute: number) =>
        reviews.accept({ programme: '2026', draft: 'd', hash }, [], { ...at(minute), seen: [] });
      await expect(reopenDraft(ledger, { draft: 'd', reason: 'x' }, at(5))).rejects.toMatchObject({
        code: 'act-refused',
      });
      await accept('first', 6);
      await expect(accept('again', 7)).rejects.toMatchObject({ code: 'state-changed' });
      await reopenDraft(ledger, { draft: 'd', reason: '限值写错' }, at(8));
      await expect(reopenDraft(ledger, { draft: 'd', reason: 'x' }, at(9))).rejects.toMatchObject({
        code: 'act-refused',
      });
      expect([await reviews.accepted(), await reviews.acceptedFrom('d')]).toEqual([[], null]);
      const other = reviews.accept({ programme: '2026', draft: 'e', hash: 'e' }, [], { ...at(10), seen: [] });
      await expect(other).rejects.toMatchObject({ code: 'programme-id-taken' });
      await reviews.decide('d', [one('clause-2', 'accept', 0)], at(11));
      await accept('second', 12);
      const editions = await editionsOf(ledger.database<ReviewTables>(), '2026');
      expect(editions.map(({ edition, hash, inForce, reopened }) => [edition, hash, inForce, reopened])).toEqual([
        [1, 'first', false, { by: 'local:wang', at: at(8).time, reason: '限值写错' }],
        [2, 'second', true, null],
      ]);
      expect((await ledger.acts()).map(({ kind }) => kind.slice('programme:'.length))).toEqual([
        ...['decide', 'decide', 'decide', 'accept', 'reopen', 'decide', 'accept'],
      ]);
      expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] });
    });
  });
}
