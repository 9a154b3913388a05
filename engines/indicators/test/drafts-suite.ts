import { actsMigrations, momentAt, WorkingCalendar } from '@zhiheng/acts';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { type Actor, localOperator, type Role } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acting, Drafts, indicatorMigrations, publicationsOf, publishedTexts, textHash } from '../src/index.js';

const account = (name: string, ...roles: Role[]): Actor => ({
  ...localOperator(name),
  ...{ person: `account:${name}`, kind: 'account', account: name, organisation: 'office', roles },
});
const wang = account('wang', 'statistician');
const li = account('li', 'planner');
const chen = account('chen', 'statistician');
const operator = localOperator('root');
const calendar = new WorkingCalendar([]);
const by = (actor: Actor, minute: number): Acting => ({
  actor,
  now: momentAt(`2026-02-03T04:${String(minute).padStart(2, '0')}:00.000Z`, calendar),
});
const refused = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

/** Rounds of definitions from their first text to being in force, on one database. */
export function draftsSuite(name: string, place: () => LedgerPlace): void {
  describe(`drafts on ${name}`, () => {
    let ledger: Ledger;
    let drafts: Drafts;
    beforeAll(async () => {
      ledger = await Ledger.open(place(), [actsMigrations, indicatorMigrations]);
      drafts = new Drafts(ledger);
    });
    afterAll(() => ledger.close());

    it('keeps every text that was saved, and names its hash in the chain without the text', async () => {
      const first = await drafts.save({ indicator: 'grants', text: 'first 一\n', note: 'a start' }, by(wang, 0));
      const second = await drafts.save({ indicator: 'grants', text: 'second\n' }, by(wang, 1));
      expect(first).toMatchObject({ draft: 'grants.1', indicator: 'grants', round: 1, state: 'written', version: 1 });
      expect(second).toMatchObject({ draft: 'grants.1', state: 'written', version: 2, text: 'second\n' });
      // printf 'first 一\n' | sha256sum
      expect(await drafts.texts('grants.1')).toEqual([
        { version: 1, text: 'first 一\n', hash: '1b2e7ed648d25ca4238f860d99b8ad95955459363cf9b427ea62d58c6c20f31e' },
        { version: 2, text: 'second\n', hash: textHash('second\n') },
      ]);
      const acts = await ledger.acts();
      expect(acts.map(({ kind, object, person }) => [kind, object, person])).toEqual([
        ['definition:write', 'grants', 'account:wang'],
        ['definition:revise', 'grants', 'account:wang'],
      ]);
      expect(acts[0]?.after).toMatchObject({ draft: 'grants.1', text: textHash('first 一\n'), state: 'written' });
      expect(JSON.stringify(acts)).not.toContain('first 一');
    });

    it('tells the second of two people who looked at the same version', async () => {
      const stale = drafts.save({ indicator: 'grants', text: 'mine\n', draft: 'grants.1', version: 1 }, by(li, 2));
      await expect(stale).rejects.toEqual(
        refused('state-changed', {
          detail: expect.objectContaining({
            values: { who: 'account:wang', act: 'revise', time: '2026-02-03T04:01:00.000Z' },
          }),
        }),
      );
      const both = await Promise.allSettled([
        drafts.save({ indicator: 'filings', text: 'a\n', version: 0 }, by(wang, 3)),
        drafts.save({ indicator: 'filings', text: 'b\n', version: 0 }, by(li, 3)),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await drafts.texts('filings.1')).length).toBe(1);
    });

    it('is handed in by whoever wrote it, and waits for somebody else', async () => {
      await expect(drafts.submit({ id: 'grants' }, by(li, 4))).rejects.toEqual(refused('act-refused'));
      expect(await drafts.submit({ id: 'grants' }, by(wang, 5))).toMatchObject({ state: 'submitted', version: 3 });
      const open = await drafts.open();
      expect(open.map(({ draft, state }) => [draft, state])).toEqual([
        ['filings.1', 'written'],
        ['grants.1', 'submitted'],
      ]);
      const possible = async (actor: Actor) =>
        (await drafts.possible(await drafts.get('grants'), by(actor, 5))).map(({ act }) => act);
      expect(await possible(wang)).toEqual(['return', 'withdraw']);
      expect(await possible(li)).toEqual(['publish', 'return']);
      expect(await possible(operator)).toEqual(['return']);
      expect(await possible(account('zhou', 'screener'))).toEqual([]);
    });

    it('is not published by whoever wrote or handed it in, nor in their place, nor by the operator or a key', async () => {
      const publish = (actor: Actor) => drafts.publish({ id: 'grants', reason: 'agreed', shipped: null }, by(actor, 6));
      await expect(publish(wang)).rejects.toEqual(refused('four-eyes'));
      await expect(publish(operator)).rejects.toEqual(refused('four-eyes'));
      await expect(publish({ ...li, onBehalfOf: 'wang' })).rejects.toEqual(refused('four-eyes'));
      await expect(publish({ ...li, onBehalfOf: 'chen' })).rejects.toEqual(refused('four-eyes'));
      const key: Actor = { ...li, surface: { kind: 'key', address: null }, keyScope: ['definitions:publish'] };
      await expect(publish(key)).rejects.toEqual(refused('four-eyes'));
      await expect(publish(account('zhou', 'screener'))).rejects.toEqual(refused('four-eyes'));
      await expect(drafts.publish({ id: 'grants', shipped: null }, by(li, 6))).rejects.toEqual(refused('act-refused'));
      expect((await publishedTexts(ledger)).texts).toEqual({});
    });

    it('goes back with a reason, is mended, and whoever returned it may still be the second person', async () => {
      await expect(drafts.return({ id: 'grants' }, by(li, 7))).rejects.toEqual(refused('act-refused'));
      const returned = await drafts.return({ id: 'grants', reason: 'name the source' }, by(li, 8));
      expect(returned).toMatchObject({ state: 'returned', history: expect.arrayContaining([]) });
      expect(returned.history.at(-1)).toMatchObject({ act: 'return', input: { reason: 'name the source' } });
      const mended = await drafts.save({ indicator: 'grants', text: 'third\n' }, by(wang, 9));
      expect(mended.history.at(-1)?.act).toBe('mend');
      await drafts.submit({ id: 'grants' }, by(wang, 10));
      const published = await drafts.publish({ id: 'grants', reason: 'agreed', shipped: 'f00d' }, by(li, 11));
      expect(published).toMatchObject({ state: 'published', draft: 'grants.1' });
      const { texts, newest } = await publishedTexts(ledger);
      expect(texts).toEqual({ grants: 'third\n' });
      expect((await ledger.acts()).find(({ number }) => number === newest)).toMatchObject({
        kind: 'definition:publish',
        person: 'account:li',
        after: expect.objectContaining({ text: textHash('third\n'), input: { reason: 'agreed' } }),
      });
    });

    it('counts whoever takes a returned draft over as one of those who wrote it', async () => {
      await drafts.save({ indicator: 'stock', text: 'a\n' }, by(wang, 12));
      await drafts.submit({ id: 'stock' }, by(wang, 13));
      await drafts.return({ id: 'stock', reason: 'no' }, by(li, 14));
      const taken = await drafts.save({ indicator: 'stock', text: 'b\n' }, by(li, 15));
      expect(taken.history.at(-1)).toMatchObject({ act: 'take-over', person: 'account:li' });
      await drafts.submit({ id: 'stock' }, by(li, 16));
      for (const actor of [wang, li]) {
        const own = drafts.publish({ id: 'stock', reason: 'x', shipped: null }, by(actor, 17));
        await expect(own).rejects.toEqual(refused('four-eyes'));
      }
      await drafts.publish({ id: 'stock', reason: 'x', shipped: null }, by(chen, 18));
      expect((await publicationsOf(ledger, 'stock')).map(({ writtenBy }) => writtenBy)).toEqual([
        ['account:wang', 'account:li'],
      ]);
    });

    it('opens a new round after a publication; who looked at the round before is told', async () => {
      const stale = drafts.save({ indicator: 'grants', text: 'x\n', draft: 'grants.1', version: 7 }, by(wang, 19));
      await expect(stale).rejects.toEqual(refused('state-changed'));
      const round = await drafts.save({ indicator: 'grants', text: 'fourth\n' }, by(li, 20));
      expect(round).toMatchObject({ draft: 'grants.2', round: 2, version: 1 });
      await drafts.submit({ id: 'grants' }, by(li, 21));
      const two = await Promise.allSettled([
        drafts.publish({ id: 'grants.2', version: 2, reason: 'one', shipped: 'f00d' }, by(wang, 22)),
        drafts.publish({ id: 'grants.2', version: 2, reason: 'other', shipped: 'f00d' }, by(chen, 22)),
      ]);
      expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = two.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toEqual(refused('state-changed'));
      expect((await publishedTexts(ledger)).texts).toEqual({ grants: 'fourth\n', stock: 'b\n' });
    });

    it('takes a publication back by the same two persons, down to what came with the software', async () => {
      const [first, second] = await publicationsOf(ledger, 'grants');
      const wanted = { indicator: 'grants', text: first?.text ?? null, publication: second?.act ?? 0 };
      const proposal = await drafts.takeBack(wanted, 'it counted twice', by(wang, 23));
      expect(proposal).toMatchObject({ state: 'submitted', text: 'third\n', takesBack: second?.act });
      await expect(drafts.publish({ id: 'grants', reason: 'x', shipped: 'f00d' }, by(wang, 24))).rejects.toEqual(
        refused('four-eyes'),
      );
      await drafts.publish({ id: 'grants', reason: 'seen', shipped: 'f00d' }, by(li, 25));
      expect((await publishedTexts(ledger)).texts.grants).toBe('third\n');
      const before = { indicator: 'stock', text: null, publication: 1 };
      expect(await drafts.takeBack(before, 'not needed', by(wang, 26))).toMatchObject({ text: null });
      const declined = await drafts.return({ id: 'stock', reason: 'it is needed' }, by(li, 27));
      expect(declined).toMatchObject({ state: 'withdrawn', text: null });
      expect((await publishedTexts(ledger)).texts.stock).toBe('b\n');
      await drafts.takeBack(before, 'not needed', by(wang, 28));
      await drafts.publish({ id: 'stock', reason: 'true', shipped: null }, by(li, 29));
      expect((await publishedTexts(ledger)).texts).toEqual({ grants: 'third\n' });
      const history = await publicationsOf(ledger, 'grants');
      expect(history.map(({ text, takesBack, reason }) => [text, takesBack, reason])).toEqual([
        ['third\n', null, 'agreed'],
        ['fourth\n', null, expect.stringMatching(/one|other/)],
        ['third\n', second?.act, 'seen'],
      ]);
    });

    it('is withdrawn by whoever wrote it alone', async () => {
      const owner = (await drafts.get('filings')).history[0]?.person === wang.person ? wang : li;
      const other = owner === wang ? li : wang;
      await expect(drafts.withdraw({ id: 'filings', reason: 'x' }, by(other, 30))).rejects.toEqual(
        refused('act-refused'),
      );
      expect(await drafts.withdraw({ id: 'filings', reason: 'a slip' }, by(owner, 31))).toMatchObject({
        state: 'withdrawn',
      });
      await expect(drafts.submit({ id: 'filings' }, by(owner, 32))).rejects.toEqual(refused('act-refused'));
      await expect(drafts.get('nothing')).rejects.toEqual(refused('not-found'));
      expect(await drafts.open()).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ ok: true });
    });
  });
}
