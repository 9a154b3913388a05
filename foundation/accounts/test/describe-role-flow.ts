import { Instances } from '@zhiheng/acts';
import type { Json, Ledger } from '@zhiheng/ledger';
import { describe, expect, it } from 'vitest';
import {
  accountMigrations,
  confirmRole,
  giveRole,
  leaveAccount,
  listRoles,
  roleFlows,
  turnDownRole,
  withdrawRole,
} from '../src/index.js';
import type { AccountTables } from '../src/tables.js';
import { operator, type TestEngine, type TestOffice, testOffices } from './test-office.js';

const always = { from: '2023-11-01', to: null } as const;
const auditor = { account: 'li', role: 'auditor', areas: 'everywhere', ...always } as const;

const historyOf = async ({ ledger }: TestOffice, id: string) =>
  (await new Instances(ledger, roleFlows).get('role-grant', id))?.history.map(
    ({ act, person, onBehalfOf, time }) => `${act} ${person} ${onBehalfOf ?? '-'} ${time.slice(0, 10)}`,
  );

/** On one engine: see README.md of the ledger. */
export function describeRoleFlow(engine: TestEngine): void {
  const offices = testOffices(engine);
  describe(`${engine}: a proposed role`, () => {
    it('is confirmed within ten working days, and has lapsed on the day after', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      await office.account('wu');
      // Wednesday 1 November 2023. Working days by the week: 2, 3, 6 to 10, 13, 14, and the tenth is 15.
      const { id } = await giveRole(office, first, auditor);
      const { id: late } = await giveRole(office, first, { ...auditor, account: 'wu' });
      const due = { day: '2023-11-15', provisional: true };
      expect(await listRoles(office, 'li')).toMatchObject([{ id, state: 'proposed', due }]);
      office.now = '2023-11-15T15:59:00Z';
      expect(await confirmRole(office, second, id)).toMatchObject({ state: 'granted', due: null });
      office.now = '2023-11-15T16:00:00Z';
      expect(await listRoles(office, 'wu')).toMatchObject([{ id: late, state: 'lapsed', due }]);
      await expect(confirmRole(office, second, late)).rejects.toMatchObject({
        code: 'act-refused',
        message: expect.stringContaining('ran out on 2023-11-15') as string,
      });
      expect(await giveRole(office, first, { ...auditor, account: 'wu' })).toMatchObject({ state: 'proposed' });
      expect(await turnDownRole(office, first, late)).toMatchObject({ state: 'turned-down' });
      expect(await listRoles(office, 'wu')).toContainEqual(expect.objectContaining({ id: late, state: 'turned-down' }));
    });

    it('has its whole history in the flow, to the leaving of its holder', async () => {
      const office = await offices.open();
      const { first, second } = await office.administrators();
      await office.account('li');
      const { id } = await giveRole(office, first, auditor);
      await confirmRole(office, second, id);
      await withdrawRole(office, first, id);
      const { id: again } = await giveRole(office, first, { ...auditor, role: 'decider' });
      const before = (await office.ledger.acts()).length;
      await leaveAccount(office, second, 'li');
      expect(await office.ledger.acts()).toHaveLength(before + 1);
      const [day, zhao, qian] = ['2023-11-01', 'account:zhao -', 'account:qian -'];
      expect(await historyOf(office, id)).toEqual([
        `propose ${zhao} ${day}`,
        `confirm ${qian} ${day}`,
        `withdraw ${zhao} ${day}`,
      ]);
      expect(await historyOf(office, again)).toEqual([`propose ${zhao} ${day}`, `end ${qian} ${day}`]);
      // What the acts of the ledger tell, and their names, are as they were before there was a flow.
      expect((await office.acts('role-granted')).at(-1)).toMatchObject({
        ...{ person: 'account:qian', object: 'li' },
        before: { state: 'proposed' },
        after: { grant: id, role: 'auditor', state: 'granted' },
      });
      expect(await office.ledger.verify()).toMatchObject({ ok: true });
    });
  });

  describe(`${engine}: grants of a ledger from before there was a flow`, () => {
    const before = [{ ...accountMigrations, migrations: accountMigrations.migrations.slice(0, 3) }];

    it('go on where they stood, without a deadline', async () => {
      const office = await offices.reopen(before, fillOlder);
      expect((await listRoles(office)).map(({ id, state, due }) => [id, state, due])).toEqual([
        ['g6', 'withdrawn', null],
        ['g2', 'proposed', null],
        ['g3', 'turned-down', null],
        ['g4', 'granted', null],
        ['g5', 'withdrawn', null],
        ['g1', 'granted', null],
      ]);
      expect(await historyOf(office, 'g1')).toEqual(['appoint local:root - 2023-03-01']);
      expect(await historyOf(office, 'g2')).toEqual(['propose account:wang zhao 2023-03-02']);
      expect(await historyOf(office, 'g3')).toEqual([
        'propose local:root - 2023-03-03',
        'turn-down account:zhao - 2023-03-04',
      ]);
      // A role that one person gives has no part in it.
      expect(await historyOf(office, 'g4')).toBeUndefined();
      expect(await historyOf(office, 'g5')).toEqual([
        'propose local:root - 2023-03-06',
        'confirm account:zhao - 2023-03-07',
        'withdraw account:zhao - 2023-03-08',
      ]);
      expect(await historyOf(office, 'g6')).toEqual([
        'propose account:zhao - 2023-03-09',
        'end local:root - 2023-03-10',
      ]);
      expect(await office.ledger.verify()).toMatchObject({ ok: true });

      // Zhao, in whose place it was proposed, is no second person; another administrator is, years later.
      const person = (id: string) =>
        ({ ...operator, person: `account:${id}`, kind: 'account', account: id, roles: ['administrator'] }) as const;
      await expect(confirmRole(office, person('zhao'), 'g2')).rejects.toMatchObject({ code: 'four-eyes' });
      await expect(confirmRole(office, person('zhao'), 'g3')).rejects.toMatchObject({
        code: 'decided-already',
        message: 'account:zhao decided before, at 2023-03-04T02:00:00.000Z: turned-down',
      });
      expect(await confirmRole(office, person('qian'), 'g2')).toMatchObject({ state: 'granted' });
      expect(await withdrawRole(office, person('qian'), 'g1')).toMatchObject({ state: 'withdrawn' });
    });
  });
}

/** Grants and their acts, as the room wrote them before. */
async function fillOlder(ledger: Ledger): Promise<void> {
  const act = (
    day: string,
    person: string,
    kind: string,
    object: string,
    after: Json,
    onBehalfOf: string | null = null,
  ) => ledger.append({ time: `2023-03-${day}T02:00:00.000Z`, person, onBehalfOf, kind, object, hash: '', after });
  const opened = (grant: string, role: string) => ({ grant, role, areas: 'everywhere', from: '2023-03-01', to: null });
  await act('01', 'local:root', 'role-granted', 'zhao', { ...opened('g1', 'administrator'), first: true });
  await act('02', 'account:wang', 'role-proposed', 'li', opened('g2', 'decider'), 'zhao');
  await act('03', 'local:root', 'role-proposed', 'li', opened('g3', 'auditor'));
  await act('04', 'account:zhao', 'role-turned-down', 'li', { grant: 'g3', role: 'auditor', state: 'turned-down' });
  await act('05', 'local:root', 'role-granted', 'li', opened('g4', 'planner'));
  await act('06', 'local:root', 'role-proposed', 'li', opened('g5', 'decider'));
  await act('07', 'account:zhao', 'role-granted', 'li', { grant: 'g5', role: 'decider', state: 'granted' });
  await act('08', 'account:zhao', 'role-withdrawn', 'li', { grant: 'g5', role: 'decider', state: 'withdrawn' });
  await act('09', 'account:zhao', 'role-proposed', 'gone', opened('g6', 'auditor'));
  await act('10', 'local:root', 'account-left', 'gone', { state: 'left' });
  const row = (
    id: string,
    account: string,
    role: string,
    state: string,
    decided: [string, string] | null,
    proposer = 'local:root',
  ) => ({
    ...{ id, account, role, state, areas: '"everywhere"', from_on: '2023-03-01', to_on: null, proposed_by: proposer },
    proposed_for: proposer === 'account:wang' ? 'zhao' : null,
    decided_by: decided?.[0] ?? null,
    decided_at: decided === null ? null : `2023-03-${decided[1]}T02:00:00.000Z`,
  });
  const account = (id: string, state: string) => ({
    ...{ id, pseudonym: `p-${id}`, organisation: 'planning', state, password_hash: null },
    created_at: '2023-03-01T02:00:00.000Z',
  });
  const now = { time: '2023-03-11T02:00:00.000Z', person: 'local:root', kind: 'filled', object: 'ledger', hash: '' };
  await ledger.act<AccountTables>(now, async (database) => {
    const accounts = [
      account('zhao', 'active'),
      account('qian', 'active'),
      account('li', 'active'),
      account('gone', 'left'),
    ];
    await database
      .insertInto('accounts')
      .values(accounts as never)
      .execute();
    const rows = [
      row('g1', 'zhao', 'administrator', 'granted', null),
      row('g2', 'li', 'decider', 'proposed', null, 'account:wang'),
      row('g3', 'li', 'auditor', 'turned-down', ['account:zhao', '04']),
      row('g4', 'li', 'planner', 'granted', null),
      row('g5', 'li', 'decider', 'withdrawn', ['account:zhao', '08']),
      row('g6', 'gone', 'auditor', 'withdrawn', null, 'account:zhao'),
    ];
    await database
      .insertInto('account_roles')
      .values(rows as never)
      .execute();
  });
}
