import { actsMigrations, momentAt } from '@zhiheng/acts';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import type { Actor } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeMigrations, TargetChanges } from '../../src/index.js';
import { calendar, people } from '../tasks/task-world.js';

const { wang, li, chen, operator } = people;
const at = (actor: Actor, day = '2023-06-20') => ({ actor, now: momentAt(`${day}T02:00:00Z`, calendar) });
const fault = (code: string) => expect.objectContaining({ code });
const revised = {
  ...{ programme: '2023', target: 'T1', area: null, limit: 15.5, due: null, from: '2023-07-01' },
  source: '国知发〔2023〕9号',
};

/** Limits on their way from one person to another, on one database. */
export function changesSuite(name: string, place: () => LedgerPlace): void {
  describe(`changes of targets on ${name}`, () => {
    let ledger: Ledger;
    let changes: TargetChanges;
    beforeAll(async () => {
      ledger = await Ledger.open(place(), [actsMigrations, programmeMigrations]);
      changes = new TargetChanges(ledger);
    });
    afterAll(() => ledger.close());

    it('hold when a second person accepted them, with every digit and both names', async () => {
      const { id } = await changes.propose(revised, 'faster', at(wang));
      expect(id).toBe('2023.T1.1');
      expect(await changes.accepted()).toEqual([]);
      await expect(changes.propose({ ...revised, limit: 15 }, 'again', at(li))).rejects.toEqual(
        fault('target-change-refused'),
      );
      for (const actor of [wang, { ...li, onBehalfOf: 'wang' }, operator, chen]) {
        await expect(changes.accept({ id }, at(actor))).rejects.toEqual(fault('four-eyes'));
      }
      expect(await changes.accepted()).toEqual([]);
      expect(await changes.accept({ id }, at(li, '2023-06-21'))).toMatchObject({ state: 'accepted', limit: 15.5 });
      const [{ act, ...row } = { act: 0 }] = await changes.accepted();
      expect(row).toEqual({
        ...{ ...revised, id, reason: 'faster', proposedBy: 'account:wang', acceptedBy: 'account:li' },
        ...{ proposedAt: '2023-06-20T02:00:00.000Z', acceptedAt: '2023-06-21T02:00:00.000Z' },
      });
      const told = (await ledger.acts('target:accept')).find((one) => one.number === act);
      expect(told).toMatchObject({ object: '2023.T1', person: 'account:li', after: { proposal: id } });
      await expect(changes.accept({ id }, at(li))).rejects.toEqual(fault('not-found'));
      expect(await changes.accepted()).toHaveLength(1);
    });

    it('of a region wait beside those of the nation; one that was given back or taken back holds nowhere', async () => {
      const overlay = { ...revised, area: '440000', limit: 15.1, source: null };
      const first = await changes.propose(overlay, 'stricter', at(chen));
      expect(first).toMatchObject({ id: '2023.T1@440000.1', source: null, reason: 'stricter' });
      await changes.propose(revised, 'once more', at(wang));
      expect((await changes.open()).map(({ id }) => id)).toEqual(['2023.T1.2', '2023.T1@440000.1']);
      await expect(changes.return({ id: first.id }, at(li))).rejects.toEqual(fault('act-refused'));
      await changes.return({ id: first.id, reason: 'why' }, at(li));
      await expect(changes.withdraw({ id: '2023.T1.2', reason: 'x' }, at(li))).rejects.toEqual(fault('act-refused'));
      await changes.withdraw({ id: '2023.T1.2', reason: 'x' }, at(wang));
      expect(await changes.open()).toEqual([]);
      expect((await changes.propose(overlay, 'stricter', at(chen))).id).toBe('2023.T1@440000.2');
      expect(await changes.accepted()).toHaveLength(1);
    });

    it('of two people at once one wins, and who looked at an older state is told', async () => {
      const id = '2023.T1@440000.2';
      const both = await Promise.allSettled([
        changes.accept({ id, version: 1 }, at(li)),
        changes.return({ id, version: 1, reason: 'no' }, at(wang)),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const accepted = both[0].status === 'fulfilled';
      expect(await changes.accepted()).toHaveLength(accepted ? 2 : 1);
    });

    it('without a reason is refused', async () => {
      const other = { ...revised, target: 'T2' };
      await expect(changes.propose(other, ' ', at(wang))).rejects.toEqual(fault('act-refused'));
      expect(await changes.open()).toEqual([]);
    });
  });
}
