import type { Dataset, Day, RecordGroup, RecordTable, recordTables } from '@zhiheng/vocabulary';

type Kept = 'id' | 'revision' | 'position';
/** What the record itself says, and what a load writes down of it: columns of head tables that readers leave out. */
type OfHead =
  | 'office'
  | 'dataset'
  | 'number'
  | 'number_as_given'
  | 'state_on'
  | 'content_hash'
  | 'source'
  | 'source_position';

/** A row of a canonical table without what the record itself says; a column left out is null. */
export type RowOf<Table extends RecordTable> = Readonly<
  Partial<
    Record<
      Exclude<keyof (typeof recordTables)[Table]['columns'], Table extends RecordGroup ? Kept | OfHead : Kept>,
      string | number | null
    >
  >
>;

/**
 * A record of any group in canonical form: what every head row says, and its rows by table. Rows of a list table stand in
 * the order of the source; their positions are counted from 1.
 */
export interface SourceRecord {
  readonly group: RecordGroup;
  readonly id: string;
  readonly office: string;
  readonly dataset: Dataset;
  readonly number: string;
  readonly numberAsGiven: string;
  /** Day of the state that the source tells; null when it dates none. */
  readonly stateOn: Day | null;
  readonly rows: { readonly [Table in RecordTable]?: readonly RowOf<Table>[] };
}
