import { localOperator } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  confirmRenewal,
  disableAccount,
  inviteAccount,
  listRenewals,
  listRoles,
  renewLink,
  turnDownRenewal,
  useLink,
  withdrawRole,
} from '../src/index.js';
import { goodPassword, madeLink, operator, page, personOf, type TestEngine, testOffices } from './test-office.js';

const other = 'seven lanterns plum orchard';

/** On one engine: see README.md of the ledger. */
export function describeRenewals(engine: TestEngine): void {
  const offices = testOffices(engine);

  const asked = async (office: Awaited<ReturnType<typeof offices.open>>, actor = operator, account = 'li') => {
    const renewed = await renewLink(office, actor, account);
    if ('token' in renewed) throw new Error('made by one person alone');
    return renewed;
  };

  describe(`${engine}: a new link for an account that has a password`, () => {
    it('is asked for by one administrator and made by another, who is given it', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const { token: session } = await office.signIn('li');
      // Wednesday 1 November 2023: the third working day is Monday the 6th.
      const { renewal, due } = await asked(office, first);
      expect(due).toEqual({ day: '2023-11-06', provisional: true });
      expect(await listRenewals(office)).toMatchObject([
        { account: 'li', renewal, due, askedBy: 'account:zhao', state: 'asked' },
      ]);
      // Nothing has happened to the account yet.
      expect(await office.actor(session)).not.toBeNull();
      await expect(confirmRenewal(office, first, renewal)).rejects.toMatchObject({ code: 'four-eyes' });
      const standIn = { ...second, onBehalfOf: 'zhao' };
      const byKey = { ...second, surface: { kind: 'key', address: null } } as const;
      for (const nobody of [operator, localOperator('second'), standIn, byKey]) {
        await expect(confirmRenewal(office, nobody, renewal)).rejects.toMatchObject({ code: 'four-eyes' });
      }
      const { token } = await confirmRenewal(office, second, renewal);
      expect(await office.actor(session)).toBeNull();
      await useLink(office, { token, password: other, surface: page });
      await expect(office.signIn('li')).rejects.toMatchObject({ code: 'sign-in-refused' });
      await expect(confirmRenewal(office, second, renewal)).rejects.toMatchObject({ code: 'act-refused' });
      const kinds = ['link-asked', 'link-confirmed', 'link-made'];
      const acts = (await office.ledger.acts()).filter(({ kind, object }) => object === 'li' && kinds.includes(kind));
      expect(acts.map(({ kind, person }) => `${kind} ${person}`)).toEqual([
        'link-asked account:zhao',
        'link-confirmed account:qian',
        'link-made account:qian',
      ]);
      expect(JSON.stringify(await office.ledger.acts())).not.toContain(token);
      expect(await listRenewals(office)).toEqual([]);
      expect(await office.ledger.verify()).toMatchObject({ ok: true });
    });

    it('is not confirmed by the account that it is for, nor after three working days, nor once turned down', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const own = await asked(office, operator, 'qian');
      await expect(confirmRenewal(office, second, own.renewal)).rejects.toMatchObject({ code: 'four-eyes' });
      const { renewal } = await asked(office);
      await turnDownRenewal(office, operator, renewal);
      await expect(confirmRenewal(office, first, renewal)).rejects.toMatchObject({ code: 'act-refused' });
      const late = await asked(office);
      office.now = '2023-11-06T16:00:00Z';
      await expect(confirmRenewal(office, first, late.renewal)).rejects.toMatchObject({
        code: 'act-refused',
        message: expect.stringContaining('ran out on 2023-11-06') as string,
      });
      await expect(confirmRenewal(office, first, 'none')).rejects.toMatchObject({ code: 'not-found' });
    });

    it('of two who confirm at once is made once', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const { renewal } = await asked(office);
      const both = await Promise.allSettled([first, second].map((one) => confirmRenewal(office, one, renewal)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await office.acts('link-made')).toHaveLength(1);
    });

    it('is not made when the account was stopped meanwhile', async () => {
      const office = await offices.open();
      const { first } = await office.administrators();
      await office.account('li');
      const { renewal } = await asked(office);
      await disableAccount(office, operator, 'li');
      await expect(confirmRenewal(office, first, renewal)).rejects.toMatchObject({ code: 'account-state' });
      expect(await office.acts('link-made')).toEqual([]);
    });
  });

  describe(`${engine}: a new link at once`, () => {
    it('is for an invitation that was lost', async () => {
      const office = await offices.open();
      await office.administrators();
      await inviteAccount(office, operator, { id: 'wu', organisation: 'planning', person: personOf('wu') });
      const { token } = madeLink(await renewLink(office, operator, 'wu'));
      expect(await useLink(office, { token, password: goodPassword, surface: page })).toBe('wu');
    });

    it('is where no other administrator can confirm; it signs the account out', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const { token: session } = await office.signIn('li');
      const grant = (await listRoles(office, 'qian')).find(({ role }) => role === 'administrator');
      await withdrawRole(office, first, grant?.id ?? '');
      expect(second.account).toBe('qian');
      // The last administrator alone; the operator, whom that one could confirm; and the operator for that very one.
      madeLink(await renewLink(office, first, 'li'));
      expect(await office.actor(session)).toBeNull();
      await asked(office, operator);
      madeLink(await renewLink(office, operator, 'zhao'));
    });
  });
}
