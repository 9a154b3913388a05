/** What the comparison shows; all of it stands in the address. */
export interface CompareState {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** One kind of change, or `changed` for any; left out: everything. */
  readonly show?: string | undefined;
}
