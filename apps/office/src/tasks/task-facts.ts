import type { FactsOf } from '../command-facts.js';
import { taskContext } from './task-context.js';

/** For commands whose answer is narrowed to what an organisation sees of tasks. */
export const ownOrganisation: FactsOf = (_, { actor }) => ({ organisation: actor.organisation });

/** Tasks belong to whoever they are there for: owners, those who support, assigned, or stand above them. */
export const tasksSeen: FactsOf = async (input, { actor, office }) => {
  const ids = idsOf(input);
  const context = await taskContext(office, actor);
  const seen = ids.length > 0 && (await office.tasks.sees(ids, context));
  return { organisation: seen ? actor.organisation : null };
};

/** Tasks that are to be assigned belong to whoever stands above all of their owners. */
export const taskOwners: FactsOf = async (input, { actor, office }) => {
  const { to } = input as { readonly to?: unknown };
  const owners = Array.isArray(to) ? to.map(String) : [];
  const { tree } = await taskContext(office, actor);
  const home = actor.organisation;
  const below = home !== null && owners.length > 0 && owners.every((one) => tree.holds(home, one));
  return { organisation: below ? home : null };
};

/** Those who did a part of one of the tasks, or in whose place it was done. */
export const taskDoers: FactsOf = async (input, { office }) => {
  const doers = await Promise.all(idsOf(input).map((id) => office.tasks.doers(id)));
  return { doneBy: [...new Set(doers.flat())] };
};

/** Ids that an input names, which nobody has checked yet. */
function idsOf(input: object): string[] {
  const { id, tasks } = input as { readonly id?: unknown; readonly tasks?: unknown };
  const named = Array.isArray(tasks) ? tasks.map((one: unknown) => (one as { id?: unknown } | null)?.id) : [id];
  return named.filter((one): one is string => typeof one === 'string');
}
