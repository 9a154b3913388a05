import { geographicalIndicationTables } from './geographical-indications.js';
import { patentStatementTables } from './patent-statements.js';
import { patentTables } from './patents.js';
import { recordalTables } from './recordals.js';
import { trademarkTables } from './trademarks.js';

/** Every canonical table. */
export const recordTables = {
  ...patentTables,
  ...trademarkTables,
  ...geographicalIndicationTables,
  ...recordalTables,
  ...patentStatementTables,
} as const;

export type RecordTable = keyof typeof recordTables;
export const recordTableNames = Object.keys(recordTables) as RecordTable[];

/**
 * Groups of tables that tell of one sort of record: the head table, one row a record, and the tables beside it. A table
 * may serve several groups: its rows belong to records by `id`.
 */
export const recordGroups = {
  patents: [
    'patents',
    'patent_texts',
    'patent_states',
    'patent_classes',
    'patent_holders',
    'patent_people',
  ] as RecordTable[],
  trademarks: Object.keys(trademarkTables) as RecordTable[],
  geographical_indications: Object.keys(geographicalIndicationTables) as RecordTable[],
  recordals: ['recordals', 'patent_events'] as RecordTable[],
  patent_statements: ['patent_statements', 'patent_events', 'patent_family_members'] as RecordTable[],
} as const;

export type RecordGroup = keyof typeof recordGroups;
export const recordGroupNames = Object.keys(recordGroups) as RecordGroup[];
