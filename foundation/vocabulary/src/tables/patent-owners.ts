import type { TableShape } from './table-shape.js';

/**
 * Ownership through time, of those patents alone whose holders changed by a transfer. A release writes it anew out of its
 * records, so it carries no `revision`. Stage 0 are the holders as filed; each transfer opens the next stage and ends the one before.
 */
export const patentOwnerTables = {
  patent_owners: {
    name: 'patent_owners',
    columns: {
      id: 'text',
      stage: 'integer',
      /** Among the owners of the stage, from 1. */
      position: 'integer',
      name: 'text',
      credit_code: 'text',
      holder_type: 'text',
      country: 'text',
      area: 'text',
      /** First day of the stage; null: since filing. */
      from_on: 'date',
      /** First day of the next stage; null: still. Two transfers of one day leave a stage without a day between them. */
      to_on: 'date',
      /** Id of the deed or statement that opened the stage; null for stage 0. */
      deed: 'text',
    },
  },
} as const satisfies Record<string, TableShape>;
