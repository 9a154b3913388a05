import type { ObservationStore } from '@zhiheng/indicators';
import type { Day } from '@zhiheng/vocabulary';
import type { Office } from './office.js';
import type { StoredSet } from './stored-set.js';

const known = new WeakMap<Office, Map<string, Promise<readonly number[]>>>();

/** A stored set whose years are looked for once: its files never change, and what they tell depends on the days alone that are known. */
export function withKnownYears(
  office: Office,
  { form, parts }: Pick<StoredSet, 'form' | 'parts'>,
  { from, until }: { readonly from: Day; readonly until: Day },
  store: ObservationStore,
): ObservationStore {
  const years = known.get(office) ?? new Map<string, Promise<readonly number[]>>();
  known.set(office, years);
  const files = parts.map(({ segment, told }) => [segment.sha256, told]);
  return {
    ...store,
    years: (of, dataset) => {
      const key = JSON.stringify([form, files, from, until, of, dataset]);
      const asked = years.get(key) ?? store.years(of, dataset);
      years.set(key, asked);
      asked.catch(() => years.delete(key));
      return asked;
    },
  };
}
