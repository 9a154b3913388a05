import type { NewAct } from '@zhiheng/ledger';
import type { Actor } from '@zhiheng/vocabulary';

/** What the ledger keeps of whoever acts. */
export function byActor(actor: Actor): Required<Pick<NewAct, 'person' | 'onBehalfOf' | 'surface'>> {
  const { kind, address } = actor.surface;
  return {
    person: actor.person,
    onBehalfOf: actor.onBehalfOf,
    surface: address === null ? kind : `${kind} ${address}`,
  };
}
