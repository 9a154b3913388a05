import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { covers } from './cover.js';
import { isPermission, permissions } from './permissions.js';
import { type Outcome, outcomeFor } from './policy.js';
import { type Refusal, refusals } from './refusal.js';

/** What is known of the object at hand. A condition whose fact is not stated is not met. */
export interface Facts {
  /** Area of the object, as a GB/T 2260 code. */
  readonly area?: string | null;
  /** The answer goes through a session opened with the actor's own scope, which leaves out what lies elsewhere. */
  readonly narrowedByScope?: boolean;
  readonly organisation?: string | null;
  /** Account to which the object belongs. */
  readonly account?: string | null;
  /** Persons who did the first part, or whom it is for: `account:ID` or `local:NAME`. */
  readonly doneBy?: readonly string[];
}

export type Ruling = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal };

const allowed: Ruling = { allowed: true };
const refuse = (reason: Refusal): Ruling => ({ allowed: false, reason });

/**
 * Whether an actor may do something to the object that the facts describe. Denied unless a row of the policy says
 * otherwise for one of the actor's roles; a refusal names the nearest reason.
 */
export function mayDo(actor: Actor, permission: string, facts: Facts = {}): Ruling {
  if (!isPermission(permission)) return refuse('unknown');
  if (permissions[permission].inPerson && (actor.keyScope !== null || actor.onBehalfOf !== null)) {
    return refuse('in-person');
  }
  if (actor.keyScope !== null && !actor.keyScope.includes(permission)) return refuse('key');
  const holders = actor.kind === 'operator' ? ['operator'] : actor.roles;
  let nearest: Refusal = 'role';
  for (const holder of holders) {
    const refusal = refusalUnder(outcomeFor(permission, holder), actor, facts);
    if (refusal === null) return allowed;
    if (refusal !== 'role') nearest = refusal;
  }
  return refuse(nearest);
}

/** Throws where `mayDo` refuses: `sign-in-needed` to a visitor, `not-allowed` with the reason to anyone else. */
export function demandRight(actor: Actor, permission: string, facts: Facts = {}): void {
  const ruling = mayDo(actor, permission, facts);
  if (ruling.allowed) return;
  if (actor.kind === 'visitor') throw new UserFault('sign-in-needed', { found: permission });
  throw new UserFault('not-allowed', { found: permission, expected: refusals[ruling.reason].en });
}

function refusalUnder(outcome: Outcome, actor: Actor, facts: Facts): Refusal | null {
  switch (outcome) {
    case 'always':
      return null;
    case 'own-area':
      return facts.narrowedByScope || (facts.area && covers(actor.areas, facts.area)) ? null : 'area';
    case 'own-organisation':
      return actor.organisation !== null && facts.organisation === actor.organisation ? null : 'organisation';
    case 'own':
      return actor.account !== null && facts.account === actor.account ? null : 'own';
    case 'another-person':
      return isAnother(actor, facts.doneBy) ? null : 'another-person';
    case 'denied':
      return 'role';
  }
}

/** Acting in another's place counts as both: neither of the two may have done the first part. */
function isAnother(actor: Actor, doneBy: readonly string[] | undefined): boolean {
  if (doneBy === undefined || doneBy.length === 0 || actor.kind !== 'account') return false;
  const both = [actor.person, ...(actor.onBehalfOf === null ? [] : [`account:${actor.onBehalfOf}`])];
  return !doneBy.some((person) => both.includes(person));
}
