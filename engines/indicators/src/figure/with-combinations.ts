import type { Combination } from '../definition.js';
import { holdsCombination } from './breakdown.js';
import type { ObservationFilter, ObservationStore, StoredObservation } from './observation-store.js';

/** What is counted when it is asked for: the rows of one combination, its dimensions by name, in some areas. */
export interface CombinationCount {
  readonly combination: Combination;
  readonly areas: readonly string[];
}

/** A stored set beside which combinations that it does not hold (`held` are those that it does) are counted when they are asked for. */
export function withCombinations(
  store: ObservationStore,
  held: readonly Combination[],
  count: (asked: CombinationCount) => Promise<readonly StoredObservation[]>,
): ObservationStore {
  return {
    ...store,
    async select(filter) {
      const { combination = [], areas } = filter;
      if (areas.length === 0 || holdsCombination(held, combination)) return store.select(filter);
      return (await count({ combination, areas })).filter((row) => answers(row, filter));
    },
  };
}

function answers(row: StoredObservation, { office, dataset, periods }: ObservationFilter): boolean {
  return row.office === office && row.dataset === dataset && periods.includes(row.period);
}
