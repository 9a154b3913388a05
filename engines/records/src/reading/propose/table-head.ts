import type { TextEncoding } from '../table/text-encoding.js';

/** Rows that a proposal looks at. */
export const headRows = 100;

/** The beginning of a table, as the mapping assistant looks at it. */
export interface TableHead {
  readonly header: readonly string[];
  /** At most `headRows`, each as long as the header or shorter. */
  readonly rows: readonly (readonly string[])[];
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly file: string;
}
