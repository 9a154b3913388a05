import type { Actor } from '@zhiheng/vocabulary';
import { type Facts, mayDo } from './may-do.js';
import type { Permission } from './permissions.js';

/** Facts that meet every condition which this actor can meet at all. */
function bestFacts(actor: Actor): Facts {
  return {
    narrowedByScope: actor.areas === 'everywhere' || actor.areas.length > 0,
    organisation: actor.organisation,
    account: actor.account,
    doneBy: ['account:someone else'],
  };
}

/** Whether an actor may do something at least to some object: what a page offers, and a route lets through to its command. */
export function mightDo(actor: Actor, permission: Permission): boolean {
  return mayDo(actor, permission, bestFacts(actor)).allowed;
}
