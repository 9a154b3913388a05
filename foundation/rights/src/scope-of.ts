import type { Actor, Role, Scope } from '@zhiheng/vocabulary';
import { outcomeFor } from './policy.js';

/** Roles whose work needs the names in records; a region sees its own areas only, so the names there are its own. */
const workWithNames: ReadonlySet<Role> = new Set(['statistician', 'screener', 'decider', 'case-officer', 'region']);

/**
 * What a session of this actor may see of records. Without a role that reads records it sees none. An account holds all
 * its roles in the same areas (see the room accounts), so a name shown by one role lies in the areas of each.
 */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'operator') return { areas: 'everywhere', personal: 'plain' };
  const reading = actor.roles.filter((role) => outcomeFor('records:read', role) !== 'denied');
  if (reading.length === 0) return { areas: [], personal: 'masked' };
  return { areas: actor.areas, personal: reading.some((role) => workWithNames.has(role)) ? 'plain' : 'masked' };
}
