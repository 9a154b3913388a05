/** One record behind a figure. Columns beyond these are the ones that the definition uses. */
export interface OpenedRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  /** Name of the first holder, masked where the scope says so. */
  readonly holder: string | null;
  readonly area: string;
  readonly kind: string;
  /** The date that counted; of a left-out record the date that would, null where there is none. */
  readonly countedOn: string | null;
  /** Tests that admitted the record; empty for a left-out record. */
  readonly admittedBy: readonly string[];
  /** Of a stock with conditions: the ids of those that the record meets on the day, whether it counts or not; else left out. */
  readonly conditions?: readonly string[];
  /**
   * Where holders share a record: how much of it counts in the area, above 0 and at most 1, so that the shares of all add up to the figure;
   * null for a left-out record. Else left out.
   */
  readonly share?: number | null;
  /** The first test that left the record out; null for an admitted one. */
  readonly leftOutBy: string | null;
  readonly [column: string]: unknown;
}

/** A page of the records behind a figure. */
export interface OpenedRecords {
  /** All records of the office, on whatever page and whoever asks: the figure itself, or its part; of shares and holders its `n`. */
  readonly total: number;
  /** Those of them that the scope shows. */
  readonly visible: number;
  /** `total - visible`: of these nothing else is told. */
  readonly withheldByRight: number;
  readonly rows: readonly OpenedRecord[];
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
  /** A figure computed from records has none. */
  readonly publication: null;
}
