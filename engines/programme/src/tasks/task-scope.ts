import type { Actor } from '@zhiheng/vocabulary';
import type { OrganisationTree } from './organisation-tree.js';

/** Whose tasks somebody sees: all, or those that organisations own, support or assigned, within areas. Nothing else is there for them. */
export type TaskScope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly organisations: readonly string[];
      readonly areas: 'everywhere' | readonly string[];
    };

/**
 * What an actor sees of tasks: the operator, and planners and auditors of the whole, everything; anyone else what lies in the own
 * organisation and below it, and of that only what lies in the own areas. Tasks without an area belong to none.
 */
export function taskScope(actor: Actor, tree: OrganisationTree): TaskScope {
  if (actor.kind === 'operator') return { all: true };
  const overseer = actor.roles.includes('planner') || actor.roles.includes('auditor');
  if (overseer && tree.seesAll(actor)) return { all: true };
  if (actor.organisation === null) return { all: false, organisations: [], areas: [] };
  return { all: false, organisations: tree.subtree(actor.organisation), areas: actor.areas };
}
