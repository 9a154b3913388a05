import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { type Actor, localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decisions, type NewDecision, screeningMigrations } from '../src/index.js';

const li: Actor = { ...localOperator('li'), person: 'account:li' };
const wang: Actor = { ...localOperator('wang'), person: 'account:wang', onBehalfOf: 'zhao' };
const at = (minute: number) => `2026-02-03T04:${String(minute).padStart(2, '0')}:00.000Z`;
const by = (actor: Actor, minute: number, reason = 'found abnormal') => ({ actor, time: at(minute), reason });
const one = (application: string, outcome: NewDecision['outcome'], effectiveOn: string): NewDecision => {
  return { application, ground: '411-1', outcome, effectiveOn };
};

/** What is decided, taken over, taken back and read back, on one database. */
export function decisionsSuite(name: string, place: () => LedgerPlace): void {
  describe(`decisions on ${name}`, () => {
    let ledger: Ledger;
    let decisions: Decisions;
    beforeAll(async () => {
      ledger = await Ledger.open(place(), [screeningMigrations]);
      decisions = new Decisions(ledger);
    });
    afterAll(() => ledger.close());

    it('makes one act of what is decided together', async () => {
      expect(await decisions.lastAct()).toBe(0);
      const told = [one('CN:1', 'notified', '2023-01-05'), one('CN:2', 'refused', '2023-01-06')];
      const made = await decisions.decide(told, by(li, 1));
      expect(made).toMatchObject({
        act: 1,
        kind: 'decide',
        person: 'account:li',
        decisions: 2,
        list: null,
        undone: null,
      });
      expect(await decisions.all()).toEqual(told.map((each, row) => ({ ...each, act: 1, row, undoneAct: null })));
      const [act] = await ledger.acts();
      expect(act).toMatchObject({ kind: 'decisions:decide', object: 'CN:1', hash: '' });
      expect(act?.after).toEqual({ decisions: told, reason: 'found abnormal' });
    });

    it('refuses what the newest decision on the ground says already, and acts without a reason', async () => {
      await expect(decisions.decide([one('CN:2', 'refused', '2023-01-06')], by(wang, 2))).rejects.toMatchObject({
        code: 'state-changed',
        detail: { found: 'CN:2 411-1 refused 2023-01-06', values: { who: 'account:li', time: at(1) } },
      });
      // One of two is enough to refuse both.
      const both = [one('CN:9', 'refused', '2023-01-06'), one('CN:2', 'refused', '2023-01-06')];
      await expect(decisions.decide(both, by(wang, 2))).rejects.toMatchObject({ code: 'state-changed' });
      await expect(decisions.decide([one('CN:9', 'refused', '2023-01-06')], by(wang, 2, ' '))).rejects.toMatchObject({
        code: 'reason-missing',
      });
      expect(await decisions.page({ application: 'CN:9', limit: 9 })).toEqual([]);
      await decisions.decide([one('CN:2', 'refused', '2023-01-07')], by(wang, 3));
      expect(await decisions.lastAct()).toBe(2);
    });

    it('takes over a list of more rows than a statement holds, in one act', async () => {
      const list = Array.from({ length: 1201 }, (_, row) => one(`CN:L${row}`, 'notified', '2023-02-01'));
      const made = await decisions.decide(list, by(wang, 4), { list: 'list.csv', kept: 'a'.repeat(64) });
      expect(await decisions.lists()).toEqual([made]);
      expect(made).toMatchObject({ act: 3, kind: 'import', decisions: 1201, list: 'list.csv', onBehalfOf: 'zhao' });
      const all = await decisions.all();
      expect(all.slice(3).map(({ application }) => application)).toEqual(list.map(({ application }) => application));
      expect((await ledger.acts()).at(-1)?.after).toEqual({
        decisions: 1201,
        list: 'list.csv',
        reason: 'found abnormal',
      });
    });

    it('pages from the newest act on, each row once', async () => {
      const seen: string[] = [];
      for (let after: { act: number; row: number } | undefined; ; ) {
        const page = await decisions.page({ limit: 500, ...(after === undefined ? {} : { after }) });
        seen.push(...page.map(({ act, row }) => `${act}.${row}`));
        const last = page.at(-1);
        if (last === undefined) break;
        after = { act: last.act, row: last.row };
      }
      const rows = Array.from({ length: 1201 }, (_, row) => `3.${row}`);
      expect(seen).toEqual([...rows, '2.0', '1.0', '1.1']);
    });

    it('takes an act back once, and says who did so before', async () => {
      const undone = await decisions.undo(1, by(wang, 5, 'a mistake'));
      expect(undone.undone).toEqual({
        act: 4,
        person: 'account:wang',
        onBehalfOf: 'zhao',
        time: at(5),
        reason: 'a mistake',
      });
      expect(await decisions.lastAct()).toBe(4);
      expect([await decisions.actsBehind(0), await decisions.actsBehind(3), await decisions.actsBehind(4)]).toEqual([
        3, 1, 0,
      ]);
      expect((await decisions.page({ application: 'CN:1', limit: 9 }))[0]?.undoneAct).toBe(4);
      await expect(decisions.undo(1, by(li, 6, 'again'))).rejects.toMatchObject({
        code: 'state-changed',
        detail: { values: { who: 'account:wang', act: 'decisions:undo', time: at(5) } },
      });
      await expect(decisions.undo(77, by(li, 6, 'none'))).rejects.toMatchObject({ code: 'not-found' });
      // What was taken back can be decided anew.
      await decisions.decide([one('CN:1', 'notified', '2023-01-05')], by(li, 7));
      expect((await decisions.acts()).map(({ act }) => act)).toEqual([5, 3, 2, 1]);
    });
  });
}
