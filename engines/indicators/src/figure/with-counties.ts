import type { AreaDirectory } from '@zhiheng/vocabulary';
import { isCounty } from '../record/area-membership.js';
import type { ObservationStore, StoredObservation } from './observation-store.js';

/** A stored set whose counties are counted when they are asked for: `count` gives every observation of some counties. */
export function withCounties(
  store: ObservationStore,
  areas: AreaDirectory,
  count: (counties: readonly string[]) => Promise<readonly StoredObservation[]>,
): ObservationStore {
  return {
    ...store,
    async select(filter) {
      const counties = filter.areas.filter((area) => isCounty(areas, area));
      if (counties.length === 0) return store.select(filter);
      const kept = await store.select({ ...filter, areas: filter.areas.filter((area) => !counties.includes(area)) });
      const counted = await count(counties);
      return [
        ...kept,
        ...counted.filter(
          (row) =>
            row.office === filter.office && row.dataset === filter.dataset && filter.periods.includes(row.period),
        ),
      ];
    },
  };
}
