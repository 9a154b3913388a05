import { headKeys, holderColumns, rowKeys, stateColumns, type TableShape } from './table-shape.js';

/** The canonical tables of trade marks; `id` is office, colon, application number. */
export const trademarkTables = {
  trademarks: {
    name: 'trademarks',
    columns: {
      ...headKeys,
      registration_number: 'text',
      /** `trademark`, `service_mark`, `collective`, `certification`, …, as the source names it, folded. */
      kind: 'text',
      kind_as_given: 'text',
      /** Word of the mark; null for a mark without words. */
      mark_text: 'text',
      /** `word`, `figurative`, `combined`, …. */
      feature: 'text',
      filed_on: 'date',
      published_on: 'date',
      registered_on: 'date',
      ceased_on: 'date',
      status: 'text',
      status_as_given: 'text',
      status_on: 'date',
      agency: 'text',
      ...stateColumns,
    },
  },
  trademark_classes: {
    name: 'trademark_classes',
    columns: {
      ...rowKeys,
      position: 'integer',
      /** `nice` or a national scheme. */
      scheme: 'text',
      edition: 'text',
      class: 'text',
      goods: 'text',
      first_used_on: 'date',
    },
  },
  trademark_holders: {
    name: 'trademark_holders',
    columns: {
      ...rowKeys,
      position: 'integer',
      name: 'text',
      country: 'text',
      address: 'text',
      area: 'text',
      from_on: 'date',
      to_on: 'date',
      ...holderColumns,
    },
  },
  trademark_events: {
    name: 'trademark_events',
    columns: {
      ...rowKeys,
      position: 'integer',
      event: 'text',
      event_on: 'date',
      reference: 'text',
      event_as_given: 'text',
    },
  },
} as const satisfies Record<string, TableShape>;
