import type { Role } from '@zhiheng/vocabulary';
import type { RoleGrant } from './role-grant.js';
import { holdsOn, type Validity } from './validity.js';

/** One account lets another act in its place, in some of its roles, for some days. */
export interface Delegation extends Validity {
  readonly id: string;
  readonly giver: string;
  readonly receiver: string;
  readonly roles: readonly Role[];
  readonly to: string;
  readonly endedAt: string | null;
}

/** The roles that are granted on a day. */
export function rolesOn(grants: readonly RoleGrant[], day: string): RoleGrant[] {
  return grants.filter((grant) => grant.state === 'granted' && holdsOn(grant, day));
}

/** The roles a stand-in has on a day: those delegated that the giver still holds. A delegation that has ended gives none. */
export function delegatedRoles(delegation: Delegation, giverGrants: readonly RoleGrant[], day: string): RoleGrant[] {
  if (delegation.endedAt !== null || !holdsOn(delegation, day)) return [];
  return rolesOn(giverGrants, day).filter(({ role }) => delegation.roles.includes(role));
}
