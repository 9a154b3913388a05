import { headKeys, stateColumns, type TableShape } from './table-shape.js';

/**
 * Statements about patents beside their own records: the legal events of one application, the members of one family, as
 * others than their office collect them; one event that a row of a table tells. Each has an id of its own
 * (`OPS-LEGAL:EP:10167109`, `OPS-FAMILY:NL:1010536`, `DOCDB-FAMILY:22179393`, `EVENT:CN:202310123456:award:…`), so that neither replaces the state of a patent nor is replaced by one. Its rows in `patent_events` and
 * `patent_family_members` stand under that id.
 */
export const patentStatementTables = {
  patent_statements: {
    name: 'patent_statements',
    columns: {
      ...headKeys,
      /** `legal`, `family` or `event`. */
      kind: 'text',
      /** Who says so: `OPS`, `DOCDB`, or as a table names it. Each of the former tells whole families, so that one is counted, not both. */
      told_by: 'text',
      /** Id of the patent: whose events these are; the first filing of the family, or the member that lists it. */
      patent: 'text',
      ...stateColumns,
    },
  },
} as const satisfies Record<string, TableShape>;
