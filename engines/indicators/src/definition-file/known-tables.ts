import type { KnownTables } from '@zhiheng/expressions';
import { askableCodes } from '../classification/concordance.js';
import type { Concordances } from '../classification/read-concordances.js';

/** The concordance tables as expressions are checked against them. */
export function knownTables(concordances: Concordances): KnownTables {
  return {
    get ids() {
      return concordances.sheets.map(({ id }) => id);
    },
    codes: (id) => {
      const table = concordances.get(id);
      return table === null ? null : askableCodes(table);
    },
  };
}
