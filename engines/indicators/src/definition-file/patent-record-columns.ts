import { type ColumnType, type CoverageEvent, patentTables } from '@zhiheng/vocabulary';

/** Types of the expression language. */
export type RecordColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean';

/** Bookkeeping of the store; no condition of a figure may rest on it. */
const bookkeeping = new Set(['revision', 'content_hash', 'source', 'source_position']);

/**
 * The columns that a condition over one patent record can name: what the record is, its states, and the area and name of
 * its first holder at filing.
 */
export const patentRecordColumns: Readonly<Record<string, RecordColumnType>> = {
  ...visible(patentTables.patents.columns),
  ...visible(patentTables.patent_states.columns),
  area: 'text',
  holder: 'text',
  title: 'text',
};

/** The columns that date the events of coverage. */
export const eventOfColumn: Readonly<Record<string, CoverageEvent>> = {
  filed_on: 'filed',
  examination_requested_on: 'examination_requested',
  closed_on: 'closed',
  granted_on: 'granted',
  ceased_on: 'ceased',
};

function visible(columns: Readonly<Record<string, ColumnType>>): Record<string, RecordColumnType> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, type]) => (bookkeeping.has(name) || type === 'hash' ? [] : [[name, type]])),
  );
}
