import { type ColumnType, type CoverageEvent, patentDecisionTables, patentTables } from '@zhiheng/vocabulary';

/** Types of the expression language. */
export type RecordColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean';

/** Bookkeeping of the store; no condition of a figure may rest on it. */
const bookkeeping = new Set(['revision', 'content_hash', 'source', 'source_position']);

/**
 * The columns that a condition over one patent record can name: what the record is, its states, what was decided about it, and
 * the area and name of its first holder at filing.
 */
export const patentRecordColumns: Readonly<Record<string, RecordColumnType>> = {
  ...visibleColumns(patentTables.patents.columns),
  ...visibleColumns(patentTables.patent_states.columns),
  ...visibleColumns(patentDecisionTables.patent_decisions.columns),
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

/** Columns of what was decided about an application: a vintage knows them, a release alone does not. */
export const decisionColumns: ReadonlySet<string> = new Set(
  Object.keys(patentDecisionTables.patent_decisions.columns).filter((name) => name !== 'id'),
);

/** Days that a flow can count by beside those of events of coverage. */
export const decisionDays = ['notified_on', 'deducted_on', 'restored_on'] as const;

/** Columns of a table that conditions can name. */
export function visibleColumns(columns: Readonly<Record<string, ColumnType>>): Record<string, RecordColumnType> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, type]) => (bookkeeping.has(name) || type === 'hash' ? [] : [[name, type]])),
  );
}
