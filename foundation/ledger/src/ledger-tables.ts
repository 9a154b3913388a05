/** One act: who did what to which object. History is only ever added to. */
export interface ActsTable {
  readonly number: number;
  readonly time: string;
  readonly person: string;
  readonly on_behalf_of: string | null;
  readonly surface: string | null;
  readonly kind: string;
  readonly object: string;
  readonly hash: string;
  /** Canonical text of the state before and after. */
  readonly before: string | null;
  readonly after: string | null;
  /** 1 for a read of personal data. */
  readonly reads: number;
  readonly previous: string;
  readonly chain: string;
}

/** The newest signed head; one row. */
export interface HeadsTable {
  readonly office: string;
  readonly number: number;
  readonly chain: string;
  readonly time: string;
  readonly key: string;
  readonly signature: string;
}

/** What may have to be forgotten; everything else names it by its pseudonym and commitment. */
export interface PersonalTable {
  readonly pseudonym: string;
  /** Hexadecimal. */
  readonly salt: string | null;
  /** Canonical text. */
  readonly content: string | null;
  readonly erased_at: string | null;
}

export interface LedgerTables {
  readonly acts: ActsTable;
  readonly heads: HeadsTable;
  readonly personal: PersonalTable;
}
