import { inviteFirstAdministrator, type OneTimeLink } from '@zhiheng/accounts';
import { type Actor, OwnFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { beginOrganisations, organisationsOf } from './organisations-of.js';

/** Name of the first administrator's account. */
const firstName = 'administrator';

/**
 * A new one-time link for the first administrator, in place of an earlier one; null once an administrator has used one.
 * `operator`: the local operator, who alone may make it.
 */
export async function firstAdministratorLink(office: Office, operator: Actor): Promise<OneTimeLink | null> {
  if (await office.hasAccounts()) return null;
  await beginOrganisations(office, operator);
  const top = (await organisationsOf(office)).find(({ parent }) => parent === null);
  if (top === undefined) throw new OwnFault('no organisation stands at the top');
  const person = { displayName: '系统管理员', mail: null, phone: null };
  return inviteFirstAdministrator(office.people.accounts, operator, { id: firstName, organisation: top.id, person });
}
