import { describe, expect, it } from 'vitest';
import {
  actFor,
  actorOf,
  correctPerson,
  createKey,
  disableAccount,
  enableAccount,
  endDelegation,
  erasePerson,
  giveDelegation,
  leaveAccount,
  listAccounts,
  listDelegations,
  listKeys,
  listRoles,
  readOwnPerson,
  readPersons,
  revokeKey,
  withdrawRole,
} from '../src/index.js';
import { operator, page, personOf, type TestEngine, type TestOffice, testOffices } from './test-office.js';

/** On one engine: see README.md of the ledger. */
export function describeKeysAndDelegations(engine: TestEngine): void {
  const offices = testOffices(engine);
  describe(`${engine}: an API key`, () => {
    const wanted = { account: 'li', label: 'nightly figures', permissions: ['figures:read-computed', 'areas:read'] };
    const byKey = async (office: TestOffice, key: string) => (await actorOf(office, { key }, page))?.actor ?? null;

    it('acts for its owner, narrowed to its list, until its last day is over', async () => {
      const office = await offices.open();
      await office.holder('li', 'planner', ['440000']);
      const { actor } = await office.signIn('li');
      const { key, prefix } = await createKey(office, actor, { ...wanted, expiresOn: '2023-11-30' });
      expect(key.startsWith(`zhk_${prefix}_`)).toBe(true);
      expect(await byKey(office, key)).toEqual({
        ...{ person: 'account:li', kind: 'account', account: 'li', organisation: 'planning', roles: ['planner'] },
        ...{ areas: ['440000'], onBehalfOf: null, surface: { kind: 'key', address: '10.0.0.7' } },
        keyScope: ['areas:read', 'figures:read-computed'],
      });
      expect(await byKey(office, `${key.slice(0, -1)}_`)).toBeNull();
      office.now = '2023-11-30T15:59:59Z';
      expect(await byKey(office, key)).not.toBeNull();
      office.now = '2023-11-30T16:00:00Z';
      expect(await byKey(office, key)).toBeNull();
      const stored = office.ledger.database<{ account_keys: unknown }>().selectFrom('account_keys').selectAll();
      expect(JSON.stringify([await stored.execute(), await office.ledger.acts()])).not.toContain(key.slice(21));
    });

    it('is revoked by name, rests while its owner is disabled, and ends when he leaves', async () => {
      const office = await offices.open();
      await office.holder('li', 'planner');
      const { actor } = await office.signIn('li');
      const one = await createKey(office, actor, { ...wanted, expiresOn: '2023-11-30' });
      const two = await createKey(office, actor, { ...wanted, expiresOn: '2023-11-30' });
      await expect(revokeKey(office, actor, 'wang', one.prefix)).rejects.toMatchObject({ code: 'not-found' });
      await revokeKey(office, actor, 'li', one.prefix);
      await expect(revokeKey(office, actor, 'li', one.prefix)).rejects.toMatchObject({ code: 'not-found' });
      expect([await byKey(office, one.key), (await byKey(office, two.key))?.person]).toEqual([null, 'account:li']);
      await disableAccount(office, operator, 'li');
      expect(await byKey(office, two.key)).toBeNull();
      await enableAccount(office, operator, 'li');
      expect(await byKey(office, two.key)).not.toBeNull();
      await leaveAccount(office, operator, 'li');
      expect((await listKeys(office, 'li')).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    });

    it.each([
      [{ permissions: [] }, 'key-wrong'],
      [{ permissions: ['everything'] }, 'key-wrong'],
      [{ label: ' ' }, 'key-wrong'],
      [{ expiresOn: '2023-10-31' }, 'validity-wrong'],
      [{ expiresOn: '2024-11-01' }, 'validity-wrong'],
      [{ account: 'wu' }, 'not-found'],
    ])('with %j is refused', async (odd, code) => {
      const office = await offices.open();
      await office.account('li');
      const key = createKey(office, operator, { ...wanted, expiresOn: '2023-11-30', ...odd });
      await expect(key).rejects.toMatchObject({ code });
    });
  });

  describe(`${engine}: a delegation`, () => {
    const given = { receiver: 'wang', roles: ['planner'], from: '2023-11-02', to: '2023-11-03' } as const;

    async function absent() {
      const office = await offices.open();
      await office.holder('li', 'planner', ['440000']);
      await office.holder('wang', 'screener', ['450000']);
      const li = (await office.signIn('li')).actor;
      const delegation = await giveDelegation(office, li, 'li', given);
      return { office, li, delegation };
    }

    it('lets a session act in another’s place, with his roles, areas and organisation, on its days', async () => {
      const { office } = await absent();
      const before = await office.signIn('wang');
      await expect(actFor(office, before.actor, before.session, 'li')).rejects.toMatchObject({
        code: 'delegation-wrong',
      });
      office.now = '2023-11-03T15:50:00Z';
      const { token, session, actor } = await office.signIn('wang');
      await actFor(office, actor, session, 'li');
      expect(await office.actor(token)).toMatchObject({
        ...{ person: 'account:wang', account: 'wang', onBehalfOf: 'li', roles: ['planner'], areas: ['440000'] },
      });
      await actFor(office, actor, session, null);
      expect(await office.actor(token)).toMatchObject({ onBehalfOf: null, roles: ['screener'], areas: ['450000'] });
      await actFor(office, actor, session, 'li');
      office.now = '2023-11-03T16:00:00Z';
      expect(await office.actor(token)).toMatchObject({ onBehalfOf: null, roles: ['screener'], areas: ['450000'] });
      expect(await office.acts('acting-for')).toEqual(
        [
          [null, 'li'],
          ['li', null],
          [null, 'li'],
        ].map(([from, to]) => ({
          ...{ person: 'account:wang', object: 'wang', before: { actingFor: from }, after: { actingFor: to } },
        })),
      );
    });

    it.each([
      ['it is ended', (office: TestOffice, id: string) => endDelegation(office, operator, id)],
      ['the giver leaves', (office: TestOffice) => leaveAccount(office, operator, 'li')],
      ['the giver is disabled', (office: TestOffice) => disableAccount(office, operator, 'li')],
      [
        'the role is withdrawn',
        async (office: TestOffice) => withdrawRole(office, operator, (await listRoles(office, 'li'))[0]?.id ?? ''),
      ],
    ] as const)('gives nothing any more once %s', async (_, end) => {
      const { office, delegation } = await absent();
      office.now = '2023-11-02T01:00:00Z';
      const { token, session, actor } = await office.signIn('wang');
      await actFor(office, actor, session, 'li');
      expect((await office.actor(token))?.onBehalfOf).toBe('li');
      await end(office, delegation.id);
      expect(await office.actor(token)).toMatchObject({ onBehalfOf: null, roles: ['screener'] });
    });

    it('ends when the receiver leaves', async () => {
      const { office, delegation } = await absent();
      await leaveAccount(office, operator, 'wang');
      expect((await listDelegations(office, 'li')).map(({ id, endedAt }) => [id, endedAt !== null])).toEqual([
        [delegation.id, true],
      ]);
      await expect(endDelegation(office, operator, delegation.id)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('is given by the account itself, of what it holds itself, to another', async () => {
      const { office, li } = await absent();
      const refusals: [Parameters<typeof giveDelegation>, string][] = [
        [[office, operator, 'li', given], 'delegation-wrong'],
        [[office, li, 'wang', { ...given, receiver: 'li' }], 'delegation-wrong'],
        [[office, li, 'li', { ...given, receiver: 'li' }], 'delegation-wrong'],
        [[office, li, 'li', { ...given, roles: ['screener'] }], 'delegation-wrong'],
        [[office, li, 'li', { ...given, roles: [] }], 'delegation-wrong'],
        [[office, li, 'li', { ...given, from: '2023-10-01', to: '2023-10-31' }], 'delegation-wrong'],
        [[office, li, 'li', { ...given, to: '2024-11-03' }], 'validity-wrong'],
        [[office, li, 'li', { ...given, receiver: 'wu' }], 'not-found'],
        [[office, { ...li, onBehalfOf: 'wang' }, 'li', given], 'delegation-wrong'],
      ];
      for (const [request, code] of refusals) await expect(giveDelegation(...request)).rejects.toMatchObject({ code });
      expect(await listDelegations(office)).toHaveLength(1);
    });
  });

  describe(`${engine}: the person behind an account`, () => {
    it('is read by an act that names accounts, and corrected by one that holds commitments', async () => {
      const office = await offices.open();
      for (const id of ['li', 'wang']) await office.account(id);
      expect(await readOwnPerson(office, 'li')).toEqual(personOf('li'));
      expect(await office.ledger.acts('persons-read')).toEqual([]);
      expect([...(await readPersons(office, operator, ['li', 'wang']))]).toEqual([
        ['li', personOf('li')],
        ['wang', personOf('wang')],
      ]);
      expect(await office.ledger.acts('persons-read')).toMatchObject([{ reads: true, after: ['li', 'wang'] }]);
      await correctPerson(office, operator, 'li', { displayName: '李某', mail: null, phone: '+86 20 5555 0100' });
      expect(await readOwnPerson(office, 'li')).toMatchObject({ displayName: '李某' });
      await expect(readPersons(office, operator, ['wu'])).rejects.toMatchObject({ code: 'not-found' });
      const text = JSON.stringify(await office.ledger.acts());
      for (const word of ['某', '李', '5555', 'example']) expect(text).not.toContain(word);
    });

    it('is erased once the account has left, and the acts stay', async () => {
      const office = await offices.open();
      await office.account('li');
      await expect(erasePerson(office, operator, 'li')).rejects.toMatchObject({ code: 'account-state' });
      await leaveAccount(office, operator, 'li');
      const before = await office.ledger.acts();
      await erasePerson(office, operator, 'li');
      expect(await readOwnPerson(office, 'li')).toBeNull();
      expect((await office.ledger.acts()).slice(0, -1)).toEqual(before);
      const [account] = await listAccounts(office);
      expect(account).toMatchObject({ id: 'li', state: 'left' });
      expect(await office.ledger.last('erase')).toMatchObject({ object: account?.pseudonym, person: 'local:root' });
    });
  });
}
