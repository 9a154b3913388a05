import { headKeys, stateColumns, type TableShape } from './table-shape.js';

/**
 * Deeds that an office records about rights (assignments, security interests, releases, licences). What a deed does to
 * each right is a row of `patent_events` under the deed's id: office, colon, reel and frame. Deeds out of tables, whose
 * own numbers could be those of applications, have `DEED:` before it: `DEED:CN:2023980012345`.
 */
export const recordalTables = {
  recordals: {
    name: 'recordals',
    columns: {
      ...headKeys,
      /** `assignment`, `security_interest`, `release`, `licence`, `open_licence`, `merger`, `name_change`, `other`. */
      kind: 'text',
      kind_as_given: 'text',
      recorded_on: 'date',
      executed_on: 'date',
      from_parties: 'text',
      to_parties: 'text',
      /** The deed that this one ends, in the same form as `number`. */
      refers_to: 'text',
      pages: 'integer',
      /** Of the whole deed, however many rights it concerns. */
      amount: 'decimal',
      currency: 'text',
      /** Of a licence paid by royalties: percent of sales. */
      fee_rate: 'decimal',
      /** Section of the national economy that a licence is used in, GB/T 4754: `C`. */
      industry: 'text',
      ...stateColumns,
    },
  },
} as const satisfies Record<string, TableShape>;
