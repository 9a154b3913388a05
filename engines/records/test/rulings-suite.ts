import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { type Actor, localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NewRuling, pairOf, Rulings, recordsMigrations } from '../src/index.js';

const li: Actor = { ...localOperator('li'), person: 'account:li' };
const wang: Actor = { ...localOperator('wang'), person: 'account:wang', onBehalfOf: 'zhao' };
const at = (minute: number) => `2026-02-03T04:${String(minute).padStart(2, '0')}:00.000Z`;
const by = (actor: Actor, minute: number, reason = 'seen on the map') => ({ actor, time: at(minute), reason });

const settle = (subject: string, area: string, address = `${subject}路`): NewRuling => {
  return { kind: 'area', subject, content: { address, country: 'CN', area } };
};
const merge = (party: string, into: string): NewRuling => {
  return { kind: 'merge', subject: pairOf(party, into), content: { party, into } };
};
const apart = (a: string, b: string): NewRuling => ({ kind: 'apart', subject: pairOf(a, b), content: { a, b } });

/** What is decided, undone, decided at once and read back, on one database. */
export function rulingsSuite(name: string, place: () => LedgerPlace): void {
  describe(`rulings on ${name}`, () => {
    let ledger: Ledger;
    let rulings: Rulings;
    beforeAll(async () => {
      ledger = await Ledger.open(place(), [recordsMigrations]);
      rulings = new Rulings(ledger);
    });
    afterAll(() => ledger.close());

    it('keeps each as an act of the chain, the address beside it', async () => {
      const made = await rulings.make([settle('A-1', '440305'), settle('A-2', '110105')], by(li, 1));
      expect(made.map(({ made: act }) => act)).toEqual([
        { act: 1, person: 'account:li', onBehalfOf: null, time: at(1), reason: 'seen on the map' },
        { act: 2, person: 'account:li', onBehalfOf: null, time: at(1), reason: 'seen on the map' },
      ]);
      const [first] = await ledger.acts();
      expect(first).toMatchObject({ kind: 'areas:settle', object: 'A-1', hash: '', before: null });
      expect(first?.after).toEqual({ area: '440305', reason: 'seen on the map' });
      expect(JSON.stringify(await ledger.acts())).not.toContain('A-1路');
      expect(await rulings.all()).toEqual(made);
    });

    it('tells the second of two people what the first did', async () => {
      const tried = rulings.make([settle('A-3', '110000'), settle('A-1', '440304')], by(wang, 2));
      await expect(tried).rejects.toMatchObject({
        code: 'state-changed',
        detail: { found: 'A-1 440305', values: { who: 'account:li', act: 'areas:settle', time: at(1) } },
      });
      // All or none.
      expect((await rulings.all()).map(({ subject }) => subject)).toEqual(['A-1', 'A-2']);
    });

    it('lets one of two at the same moment win', async () => {
      const outcomes = await Promise.allSettled([
        rulings.make([settle('A-4', '110000')], by(li, 3)),
        rulings.make([settle('A-4', '120000')], by(wang, 3)),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toMatchObject({ code: 'state-changed' });
      expect((await rulings.all()).filter(({ subject }) => subject === 'A-4')).toHaveLength(1);
    });

    it('undoes by an act of its own, once, and only what was looked at', async () => {
      await expect(rulings.undo('A-1', by(wang, 4), 2)).rejects.toMatchObject({ code: 'state-changed' });
      await expect(rulings.undo('A-9', by(wang, 4))).rejects.toMatchObject({ code: 'not-found' });
      const undone = await rulings.undo('A-1', by(wang, 5, 'another street'), 1);
      const act = { act: 4, person: 'account:wang', onBehalfOf: 'zhao', time: at(5), reason: 'another street' };
      expect(undone.undone).toEqual(act);
      expect((await ledger.acts('areas:unsettle'))[0]).toMatchObject({
        before: { act: 1, area: '440305' },
        after: { reason: 'another street' },
      });
      await expect(rulings.undo('A-1', by(li, 6))).rejects.toMatchObject({
        code: 'state-changed',
        detail: { values: { who: 'account:wang', act: 'areas:unsettle', time: at(5) } },
      });
      await rulings.make([settle('A-1', '440304')], by(li, 7));
    });

    it('refuses without a reason, or with one that cannot be kept', async () => {
      for (const reason of ['', '  ', 'x'.repeat(2001), 'a\0b', '\ud800']) {
        const fault = { code: 'reason-missing', detail: { place: { field: 'reason' } } };
        await expect(rulings.make([settle('A-5', '110000')], by(li, 8, reason))).rejects.toMatchObject(fault);
        await expect(rulings.undo('A-1', by(li, 8, reason))).rejects.toMatchObject(fault);
      }
    });

    it('gives an extract as it stood at each position, whatever came after', async () => {
      const areas = async (position?: number) =>
        (await rulings.extract(position)).areas.map(({ act, area }) => `${act} ${area}`);
      expect(await areas(0)).toEqual([]);
      expect(await areas(1)).toEqual(['1 440305']);
      expect((await areas(3)).slice(0, 2)).toEqual(['1 440305', '2 110105']);
      expect((await areas(4))[0]).toBe('2 110105');
      expect((await areas(5)).at(-1)).toBe('5 440304');
      expect(await rulings.extract()).toEqual(await rulings.extract(5));
      expect((await rulings.extract(1)).areas).toEqual([{ address: 'A-1路', country: 'CN', area: '440305', act: 1 }]);
    });

    it('merges, holds apart, and refuses what goes against what stands', async () => {
      await rulings.make([merge('P1', 'P2')], by(li, 10));
      await rulings.make([apart('P2', 'P3')], by(li, 11));
      const refused: readonly (readonly [NewRuling, string])[] = [
        [merge('P4', 'P4'), 'twice'],
        [merge('P1', 'P5'), 'P1 is merged already'],
        [merge('P5', 'P1'), 'P1 is merged already'],
        [merge('P3', 'P1'), 'P1 is merged already'],
        [apart('P1', 'P1'), 'twice'],
      ];
      for (const [ruling, what] of refused) {
        const tried = rulings.make([ruling], by(wang, 12));
        await expect(tried).rejects.toMatchObject({ code: 'ruling-refused', message: expect.stringContaining(what) });
      }
      // The pair itself was decided; what follows from it was not decided by anyone.
      await expect(rulings.make([merge('P3', 'P2')], by(wang, 12))).rejects.toMatchObject({ code: 'state-changed' });
      await expect(rulings.make([apart('P2', 'P1')], by(wang, 12))).rejects.toMatchObject({ code: 'state-changed' });
      await rulings.make([merge('P2', 'P6')], by(li, 13));
      const apartBefore = rulings.make([merge('P6', 'P3')], by(wang, 14));
      await expect(apartBefore).rejects.toMatchObject({ code: 'ruling-refused' });
      await expect(rulings.make([apart('P1', 'P6')], by(wang, 14))).rejects.toMatchObject({ code: 'ruling-refused' });
      const { merges, apart: held } = await rulings.extract();
      expect(merges.map(({ party, into }) => `${party} ${into}`)).toEqual(['P1 P2', 'P2 P6']);
      expect(held.map(({ a, b }) => `${a} ${b}`)).toEqual(['P2 P3']);
      await rulings.undo(pairOf('P3', 'P2'), by(wang, 15, 'one after all'));
      await rulings.make([merge('P3', 'P6')], by(wang, 16));
      expect((await ledger.acts('parties:undo'))[0]?.before).toEqual({ act: 7, a: 'P2', b: 'P3' });
    });

    it('stands in a chain that is whole', async () => {
      expect(await ledger.verify()).toMatchObject({ ok: true });
    });
  });
}
