import { rowKeys, type TableShape } from './table-shape.js';

/** Whom a transfer names as the new holders: under the id of the deed, or of the statement, that tells of it. */
export const newHolderTables = {
  new_holders: {
    name: 'new_holders',
    columns: {
      ...rowKeys,
      position: 'integer',
      name: 'text',
      credit_code: 'text',
      /** `enterprise`, `university`, `institute`, `government`, `individual`, `other`; null where nobody says. */
      holder_type: 'text',
      country: 'text',
      address: 'text',
      /** GB/T 2260 code, `US-CA`, ST.3 code, or `XX` where the area is not known. */
      area: 'text',
    },
  },
} as const satisfies Record<string, TableShape>;
