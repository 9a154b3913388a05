import type { PersonName } from './person-name.js';

/** What a load needs to keep people apart from its records. */
export interface PeopleEffects {
  readonly key: Uint8Array;
  /** Takes everybody whom the load names, each once, in the order of the pseudonyms; not called for a load of nothing usable. */
  keepNames(names: readonly PersonName[]): Promise<void>;
}
