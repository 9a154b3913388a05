/** A row of the table of error codes: see `errorTable`. */
export interface ErrorEntry {
  readonly message: string;
  readonly http: number;
  readonly exit: number;
  /** What the person can do. */
  readonly advice: string;
}
