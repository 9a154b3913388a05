/** One record behind a figure. Columns beyond these are the ones that the definition uses. */
export interface OpenedRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  /** Name of the first holder. */
  readonly holder: string | null;
  readonly area: string;
  readonly kind: string;
  /** The date that counted; of a left-out record the date that would, null where there is none. */
  readonly countedOn: string | null;
  /** Tests that admitted the record; empty for a left-out record. */
  readonly admittedBy: readonly string[];
  /** The first test that left the record out; null for an admitted one. */
  readonly leftOutBy: string | null;
  readonly [column: string]: unknown;
}

/** A page of the records behind a figure. */
export interface OpenedRecords {
  /** All records, on whatever page: the figure itself, or its part. */
  readonly total: number;
  readonly visible: number;
  readonly withheldByRight: number;
  readonly rows: readonly OpenedRecord[];
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
  /** A figure computed from records has none. */
  readonly publication: null;
}
