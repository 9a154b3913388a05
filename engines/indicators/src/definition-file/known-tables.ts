import type { KnownTables } from '@zhiheng/expressions';
import type { Concordances } from '../classification/read-concordances.js';

/** The concordance tables as expressions are checked against them. */
export function knownTables(concordances: Concordances): KnownTables {
  return {
    get ids() {
      return concordances.sheets.map(({ id }) => id);
    },
    codes: (id) => concordances.askable(id),
  };
}
