/** A quarantined record with all that is kept of how it was read. */
export interface HeldRecord {
  readonly raw: string;
  /** The header line of its delimited table; null for other files. */
  readonly header: string | null;
  /** Format of its file. */
  readonly format: string;
  /** Mapping that its file was read by; null without one. */
  readonly mapping: { readonly path: string; readonly text: string } | null;
}
