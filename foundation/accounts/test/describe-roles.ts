import { localOperator } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  actFor,
  confirmRole,
  createKey,
  disableAccount,
  giveDelegation,
  giveRole,
  inviteAccount,
  inviteFirstAdministrator,
  leaveAccount,
  listRoles,
  turnDownRole,
  useLink,
  withdrawRole,
} from '../src/index.js';
import { goodPassword, operator, page, personOf, type TestEngine, testOffices } from './test-office.js';

const always = { from: '2023-11-01', to: null } as const;

/** On one engine: see README.md of the ledger. */
export function describeRoles(engine: TestEngine): void {
  const offices = testOffices(engine);
  describe(`${engine}: a role`, () => {
    it('holds from its first day to its last, in the office’s time', async () => {
      const office = await offices.open();
      await office.account('li');
      const given = { account: 'li', role: 'region', areas: ['440000'], from: '2023-11-02', to: '2023-11-03' } as const;
      expect(await giveRole(office, operator, given)).toMatchObject({ state: 'granted', proposedBy: 'local:root' });
      const seen: Record<string, unknown> = {};
      for (const moment of ['2023-11-01T15:59Z', '2023-11-01T16:00Z', '2023-11-03T15:59Z', '2023-11-03T16:00Z']) {
        office.now = moment;
        const { roles, areas } = (await office.signIn('li')).actor;
        seen[moment] = [roles, areas];
      }
      expect(seen).toEqual({
        '2023-11-01T15:59Z': [[], []],
        '2023-11-01T16:00Z': [['region'], ['440000']],
        '2023-11-03T15:59Z': [['region'], ['440000']],
        '2023-11-03T16:00Z': [[], []],
      });
    });

    it('ends at once when it is withdrawn', async () => {
      const office = await offices.open();
      await office.holder('li', 'planner');
      const { token } = await office.signIn('li');
      expect((await office.actor(token))?.roles).toEqual(['planner']);
      const [grant] = await listRoles(office, 'li');
      await withdrawRole(office, operator, grant?.id ?? '');
      expect((await office.actor(token))?.roles).toEqual([]);
      await expect(withdrawRole(office, operator, grant?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
      await expect(withdrawRole(office, operator, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
      expect((await office.acts('role-withdrawn')).at(-1)).toMatchObject({ person: 'local:root', object: 'li' });
    });

    it('is not given to those who left, nor by anyone to himself', async () => {
      const office = await offices.open();
      const { first } = await office.administrators();
      const given = { account: 'zhao', role: 'statistician', areas: 'everywhere', ...always } as const;
      await expect(giveRole(office, first, given)).rejects.toMatchObject({ code: 'four-eyes' });
      await office.account('li');
      await leaveAccount(office, operator, 'li');
      await expect(giveRole(office, first, { ...given, account: 'li' })).rejects.toMatchObject({
        code: 'account-state',
      });
      await expect(giveRole(office, first, { ...given, account: 'wu' })).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe(`${engine}: a role of two persons`, () => {
    it.each(['administrator', 'auditor', 'decider'] as const)('%s is proposed and then confirmed', async (role) => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const { token } = await office.signIn('li');
      const grant = await giveRole(office, first, { account: 'li', role, areas: 'everywhere', ...always });
      expect(grant.state).toBe('proposed');
      expect((await office.actor(token))?.roles).toEqual([]);
      await expect(confirmRole(office, first, grant.id)).rejects.toMatchObject({ code: 'four-eyes' });
      await expect(confirmRole(office, operator, grant.id)).rejects.toMatchObject({ code: 'four-eyes' });
      await expect(confirmRole(office, localOperator('second'), grant.id)).rejects.toMatchObject({ code: 'four-eyes' });
      const itself = (await office.actor(token)) ?? first;
      await expect(confirmRole(office, itself, grant.id)).rejects.toMatchObject({ code: 'four-eyes' });
      const byKey = { ...second, surface: { kind: 'key', address: null } } as const;
      await expect(confirmRole(office, byKey, grant.id)).rejects.toMatchObject({ code: 'four-eyes' });
      expect((await office.actor(token))?.roles).toEqual([]);
      expect(await confirmRole(office, second, grant.id)).toMatchObject({
        state: 'granted',
        decidedBy: 'account:qian',
      });
      expect((await office.actor(token))?.roles).toEqual([role]);
    });

    it('is decided by one of two at once; the other is told who', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const proposal = { account: 'li', role: 'decider', areas: 'everywhere', ...always } as const;
      const { id } = await giveRole(office, operator, proposal);
      const both = await Promise.allSettled([first, second].map((one) => confirmRole(office, one, id)));
      const winner = both[0]?.status === 'fulfilled' ? 'account:zhao' : 'account:qian';
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: {
          code: 'decided-already',
          message: `${winner} decided before, at 2023-11-01T01:00:00.000Z: granted`,
        },
      });
      expect((await listRoles(office, 'li')).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([
        ['granted', winner],
      ]);
    });

    it('is turned down, also by whoever proposed it', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const proposal = { account: 'li', role: 'auditor', areas: 'everywhere', ...always } as const;
      const { id } = await giveRole(office, first, proposal);
      expect(await turnDownRole(office, first, id)).toMatchObject({ state: 'turned-down' });
      await expect(confirmRole(office, second, id)).rejects.toMatchObject({ code: 'decided-already' });
    });

    it('is not confirmed by the absent colleague in whose place it was proposed, nor by a stand-in', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      for (const id of ['li', 'wang']) await office.account(id);
      // wang acts in the place of zhao, the first administrator.
      await giveDelegation(office, first, 'zhao', {
        ...{ receiver: 'wang', roles: ['administrator'], from: '2023-11-01', to: '2023-11-30' },
      });
      const { token, session, actor } = await office.signIn('wang');
      await actFor(office, actor, session, 'zhao');
      const standIn = await office.actor(token);
      expect(standIn).toMatchObject({ person: 'account:wang', onBehalfOf: 'zhao', roles: ['administrator'] });
      if (standIn === null) throw new Error('the session holds');
      const proposal = { account: 'li', role: 'auditor', areas: 'everywhere', ...always } as const;
      const { id } = await giveRole(office, standIn, proposal);
      await expect(confirmRole(office, first, id)).rejects.toMatchObject({ code: 'four-eyes' });
      const other = await giveRole(office, second, { ...proposal, role: 'decider' });
      await expect(confirmRole(office, standIn, other.id)).rejects.toMatchObject({ code: 'four-eyes' });
      await expect(giveRole(office, standIn, { ...proposal, account: 'zhao', role: 'planner' })).rejects.toMatchObject({
        code: 'four-eyes',
      });
      expect(await confirmRole(office, second, id)).toMatchObject({ state: 'granted' });
    });

    it('is not confirmed for someone who has left, or holds other areas meanwhile', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const proposal = { account: 'li', role: 'auditor', areas: 'everywhere', ...always } as const;
      const { id } = await giveRole(office, first, proposal);
      await giveRole(office, first, { ...proposal, role: 'region', areas: ['440000'] });
      await expect(confirmRole(office, second, id)).rejects.toMatchObject({ code: 'role-wrong' });
      await leaveAccount(office, operator, 'li');
      await expect(confirmRole(office, second, id)).rejects.toMatchObject({ code: 'decided-already' });
    });
  });

  describe(`${engine}: the first administrator`, () => {
    const invited = { id: 'zhao', organisation: 'national-office', person: personOf('zhao') };

    it('comes by a one-time link, once', async () => {
      const office = await offices.open();
      const lost = await inviteFirstAdministrator(office, operator, { ...invited, id: 'zhoa' });
      const older = await inviteFirstAdministrator(office, operator, invited);
      const { token } = await inviteFirstAdministrator(office, operator, invited);
      for (const { token: dead } of [lost, older]) {
        await expect(useLink(office, { token: dead, password: goodPassword, surface: page })).rejects.toMatchObject({
          code: 'link-wrong',
        });
      }
      await useLink(office, { token, password: goodPassword, surface: page });
      expect((await office.signIn('zhao')).actor).toMatchObject({ roles: ['administrator'], areas: 'everywhere' });
      await expect(inviteFirstAdministrator(office, operator, { ...invited, id: 'sun' })).rejects.toMatchObject({
        code: 'administrator-exists',
        detail: { found: 'zhao' },
      });
    });

    it('comes again when the last one has left', async () => {
      const office = await offices.open();
      const { first } = await office.administrators();
      await leaveAccount(office, first, 'qian');
      await disableAccount(office, operator, 'zhao');
      const { token } = await inviteFirstAdministrator(office, operator, { ...invited, id: 'sun' });
      await useLink(office, { token, password: goodPassword, surface: page });
      expect((await office.signIn('sun')).actor.roles).toEqual(['administrator']);
    });
  });

  describe(`${engine}: an account that leaves`, () => {
    it('loses sessions, links, keys, roles and delegations in one act', async () => {
      const office = await offices.open();
      await office.holder('li', 'planner');
      const { token, actor } = await office.signIn('li');
      await createKey(office, actor, {
        ...{ account: 'li', label: 'nightly', permissions: ['figures:read-computed'], expiresOn: '2024-01-31' },
      });
      const before = (await office.ledger.acts()).length;
      await leaveAccount(office, operator, 'li');
      expect(await office.ledger.acts()).toHaveLength(before + 1);
      expect(await office.actor(token)).toBeNull();
      expect((await listRoles(office, 'li')).map(({ state }) => state)).toEqual(['withdrawn']);
      await expect(leaveAccount(office, operator, 'li')).rejects.toMatchObject({ code: 'account-state' });
      const again = inviteAccount(office, operator, { id: 'li', organisation: 'planning', person: personOf('li') });
      await expect(again).rejects.toMatchObject({ code: 'name-taken' });
    });
  });
}
