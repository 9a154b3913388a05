import type { Actor } from '@zhiheng/vocabulary';
import type { FlowAct } from './definition.js';
import type { Instance } from './instance.js';
import type { RefusalReason } from './refusal.js';

/** Why the actor's role, organisation or holding does not let the act pass; null when they do. */
export function standingRefusal(act: FlowAct, instance: Instance, actor: Actor): RefusalReason | null {
  const operator = act.operator === true;
  if (actor.kind === 'operator') return operator ? null : { code: 'role', roles: act.roles, operator };
  if (!actor.roles.some((role) => act.roles.includes(role))) return { code: 'role', roles: act.roles, operator };
  if (act.limit === 'own-organisation') {
    const { organisation } = instance;
    if (organisation === null || organisation !== actor.organisation) return { code: 'organisation', organisation };
  }
  if (act.limit === 'holder') {
    const { holder } = instance;
    if (holder === null || (holder !== actor.account && holder !== actor.onBehalfOf)) return { code: 'holder', holder };
  }
  return null;
}

/**
 * Why four eyes do not let the act pass; null when they do. Whoever acts for an absent colleague is both: neither may have
 * done, or had done in their name, an act that is named. Operator and visitor are never a second person.
 */
export function fourEyesRefusal(act: FlowAct, instance: Instance, actor: Actor): RefusalReason | null {
  if (act.fourEyes === undefined) return null;
  if (actor.kind !== 'account') return { code: 'second-person' };
  const own = personsOf(actor);
  const named = act.fourEyes;
  const before = instance.history.find(
    (entry) => named.includes(entry.act) && personsOf(entry).some((person) => own.includes(person)),
  );
  if (before === undefined) return null;
  return { code: 'four-eyes', act: before.act, person: before.person, time: before.time };
}

function personsOf({ person, onBehalfOf }: { readonly person: string; readonly onBehalfOf: string | null }): string[] {
  return onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`];
}
