/** Where a ledger is kept: a SQLite file, or a schema of a PostgreSQL database. */
export type LedgerPlace =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly schema: string };
