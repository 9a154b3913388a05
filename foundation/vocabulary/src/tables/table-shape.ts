export type ColumnType = 'text' | 'integer' | 'decimal' | 'hash' | 'date';

export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** Every row carries the record it belongs to and the `revision` (number of the load) that wrote it. */
export const rowKeys = { id: 'text', revision: 'integer' } as const;

/** What the head table of every group says of a record, first the office that keeps it. */
export const headKeys = {
  ...rowKeys,
  office: 'text',
  dataset: 'text',
  number: 'text',
  number_as_given: 'text',
} as const;

/** Who a holder is beside the name. */
export const holderColumns = {
  /** Unified social credit code, as given in capitals: a check looks at its check character. */
  credit_code: 'text',
  /** `enterprise`, `university`, `institute`, `government`, `individual`, `other`. */
  holder_type: 'text',
} as const;

/** What a load writes down of the state that a head row tells. */
export const stateColumns = {
  /** Day of the state, as its source dates it; null when the source has none. */
  state_on: 'date',
  /** Hash over all canonical fields of the record. */
  content_hash: 'hash',
  source: 'text',
  source_position: 'integer',
} as const;
