import { headKeys, rowKeys, stateColumns, type TableShape } from './table-shape.js';

/** The canonical tables of geographical indications; `id` is office, colon, file number. */
export const geographicalIndicationTables = {
  geographical_indications: {
    name: 'geographical_indications',
    columns: {
      ...headKeys,
      name: 'text',
      /** `pdo`, `pgi`, `gi`, `tsg`, …. */
      kind: 'text',
      kind_as_given: 'text',
      register: 'text',
      product_type: 'text',
      product_category: 'text',
      /** ST.3 where the name is known, else as given. */
      country: 'text',
      country_as_given: 'text',
      /** `registered`, `applied`, `published`, `rejected`, …. */
      status: 'text',
      status_as_given: 'text',
      legal_instrument: 'text',
      filed_on: 'date',
      published_on: 'date',
      registered_on: 'date',
      ceased_on: 'date',
      ...stateColumns,
    },
  },
  gi_users: {
    name: 'gi_users',
    columns: {
      ...rowKeys,
      position: 'integer',
      name: 'text',
      credit_code: 'text',
      area: 'text',
      from_on: 'date',
      to_on: 'date',
    },
  },
} as const satisfies Record<string, TableShape>;
