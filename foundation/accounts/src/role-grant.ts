import type { ReckonedDay } from '@zhiheng/acts';
import { type Role, roles, UserFault } from '@zhiheng/vocabulary';
import { overlap, type Validity } from './validity.js';

export type Areas = 'everywhere' | readonly string[];

export type GrantState = 'proposed' | 'granted' | 'turned-down' | 'withdrawn';

/** A role to be given, or proposed. */
export interface NewGrant extends Validity {
  readonly account: string;
  readonly role: Role;
  readonly areas: Areas;
}

/** A role given to an account, or proposed for it. */
export interface RoleGrant extends Validity {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly areas: Areas;
  /** `lapsed`: proposed, and nobody confirmed it in time. Reckoned when asked for. */
  readonly state: GrantState | 'lapsed';
  /** Persons: `account:ID` or `local:NAME`. */
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  /** Until when a proposed role can be confirmed; null where no deadline runs. */
  readonly due: ReckonedDay | null;
}

/** Roles that one person proposes and another confirms. */
export const rolesOfTwo: readonly Role[] = ['administrator', 'auditor', 'decider'];

const wrong = (what: string, found: string) => new UserFault('role-wrong', { found, values: { what } });

/** Throws `role-wrong` unless the role can be given in these areas at all. */
export function demandRole(role: string, areas: Areas): asserts role is Role {
  if (role === 'public' || !(roles as readonly string[]).includes(role))
    throw wrong('there is no such role to give', role);
  if (areas !== 'everywhere') {
    if (areas.length === 0) throw wrong('it needs an area', role);
    const odd = areas.find((area) => !/^\d{6}$/.test(area));
    if (odd !== undefined) throw wrong('not an area code of GB/T 2260', odd);
  } else if (role === 'region') throw wrong('a region has areas of its own', areas);
}

/**
 * Throws `role-wrong` where an account would hold roles in different areas on the same day: rights ask for roles and for
 * areas, and the one must not run in the areas of the other.
 */
export function demandSameAreas(held: readonly RoleGrant[], wanted: Validity & { readonly areas: Areas }): void {
  const other = held.find(
    (one) => one.state === 'granted' && overlap(one, wanted) && !sameAreas(one.areas, wanted.areas),
  );
  if (other === undefined) return;
  const areas = other.areas === 'everywhere' ? other.areas : other.areas.join(' ');
  throw wrong('an account holds its roles in the same areas', `${other.role}: ${areas}`);
}

function sameAreas(a: Areas, b: Areas): boolean {
  return a === 'everywhere' || b === 'everywhere' ? a === b : [...a].sort().join() === [...b].sort().join();
}
