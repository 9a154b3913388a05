import type { ComputedDefinition } from '../definition.js';
import type { Owned } from './record-relation.js';

/** What stands beside a record for its figures; null where the first holder as filed is all that counts. */
export function ownedOf(definition: ComputedDefinition): Owned | null {
  const { attribution } = definition;
  if (attribution.at === 'filing') return attribution.holder === 'first' ? null : { attribution, stages: null };
  return { attribution, stages: definition.kind === 'flow' ? { openOn: definition.date } : 'all' };
}

/** The same for the records of one period: of a stock, the stage that is open on its last day. */
export function ownedInPeriod(definition: ComputedDefinition, lastDay: string): Owned | null {
  const owned = ownedOf(definition);
  return owned?.stages === 'all' ? { ...owned, stages: { openOn: `DATE '${lastDay}'` } } : owned;
}
