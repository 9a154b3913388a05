import { listOrganisations, type Organisation, seedOrganisations } from '@zhiheng/accounts';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';

/** The organisations of an office; those it would begin with as long as nobody has made any. */
export async function organisationsOf({ people }: Office): Promise<Organisation[]> {
  const held = await listOrganisations(people.accounts);
  return held.length > 0 ? held : people.shippedOrganisations().map((one) => ({ ...one, closedOn: null }));
}

/** Has the organisations stand in the ledger before the first change among them. */
export async function beginOrganisations({ people }: Office, actor: Actor): Promise<void> {
  if ((await listOrganisations(people.accounts)).length > 0) return;
  await seedOrganisations(people.accounts, actor, people.shippedOrganisations());
}
