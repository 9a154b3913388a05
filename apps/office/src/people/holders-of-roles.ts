import { listRoles } from '@zhiheng/accounts';
import type { Role } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';

/** Accounts that hold one of some roles today, in their order, whoever is named left out. */
export async function holdersOfRoles(
  office: Office,
  roles: readonly Role[],
  leftOut: readonly string[],
): Promise<string[]> {
  const today = office.today();
  const holders = (await listRoles(office.people.accounts)).filter(
    ({ role, state, from, to }) =>
      roles.some((one) => one === role) && state === 'granted' && from <= today && (to === null || today <= to),
  );
  return [...new Set(holders.map(({ account }) => account))]
    .filter((one) => !leftOut.includes(`account:${one}`))
    .sort();
}
