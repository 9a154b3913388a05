import { describe, expect, it } from 'vitest';
import { describeKeysAndDelegations } from './describe-keys-and-delegations.js';
import { describeRenewals } from './describe-renewals.js';
import { describeRoleFlow } from './describe-role-flow.js';
import { describeRoles } from './describe-roles.js';
import { describeSignIn } from './describe-sign-in.js';
import { testOffices } from './test-office.js';

// On SQLite they run with all other tests.
describeSignIn('PostgreSQL');
describeRoles('PostgreSQL');
describeRoleFlow('PostgreSQL');
describeRenewals('PostgreSQL');
describeKeysAndDelegations('PostgreSQL');

describe('the same acts', () => {
  const engines = [testOffices('SQLite'), testOffices('PostgreSQL')];

  it('give the same chain on both databases', async () => {
    const chains = [];
    for (const offices of engines) {
      const office = await offices.open();
      await office.administrators();
      await office.holder('li', 'region', ['440000']);
      await office.signIn('li');
      expect(await office.ledger.verify()).toMatchObject({ ok: true });
      chains.push((await office.ledger.acts()).map(({ kind, chain }) => `${kind} ${chain}`));
    }
    expect(chains[0]?.length).toBeGreaterThan(8);
    expect(chains[1]).toEqual(chains[0]);
  });
});
