import type { PatentRecord } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import { DecisionRows } from './decision-rows.js';
import { DeedRows } from './deed-rows.js';
import { EventRows } from './event-rows.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { MarkRows } from './mark-rows.js';
import { RowRecords, type TableContext } from './row-record.js';

/** Makes records of the rows of one table. */
export interface RowReader {
  /** The record of a row. Throws `RecordFault` for the first field at fault. */
  record(fields: readonly string[]): PatentRecord | SourceRecord;
}

/** The reader of the rows of a table, by what its mapping says that they are. */
export function rowReader(mapping: Mapping, places: ColumnPlaces, context: TableContext): RowReader {
  switch (mapping.table) {
    case 'patents':
      return new RowRecords(mapping, places, context);
    case 'trademarks':
      return new MarkRows(mapping, places, context);
    case 'deeds':
      return new DeedRows(mapping, places, context);
    case 'patent_events':
      return new EventRows(mapping, places, context);
    case 'decisions':
      return new DecisionRows(mapping, places, context);
  }
}
