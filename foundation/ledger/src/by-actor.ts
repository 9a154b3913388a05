import type { Actor } from '@zhiheng/vocabulary';
import type { NewAct } from './act.js';

/** What an act keeps of whoever does it: `page 127.0.0.1` is where it comes from, with the address where one is known. */
export function byActor({
  person,
  onBehalfOf,
  surface: { kind, address },
}: Pick<Actor, 'person' | 'onBehalfOf' | 'surface'>): Required<Pick<NewAct, 'person' | 'onBehalfOf' | 'surface'>> {
  return { person, onBehalfOf, surface: address === null ? kind : `${kind} ${address}` };
}
