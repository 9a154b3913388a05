/** What people decided about who and where, as read at a ledger position; a release applies it. */
export interface ResolutionExtract {
  /** Number of the last act taken in; 0 before the first. */
  readonly ledgerPosition: number;
  readonly areas: readonly SettledArea[];
  readonly merges: readonly PartyMerge[];
  readonly apart: readonly PartiesApart[];
}

/** Holder rows with this address lie in this area. Of two for one address and country the later act holds. */
export interface SettledArea {
  /** As it stands in the records. */
  readonly address: string;
  /** As it stands in the records; null: rows without a country. */
  readonly country: string | null;
  readonly area: string;
  /** Number of the act. */
  readonly act: number;
}

/** `party` is the same as `into`, whose id stays; the other becomes its alias. */
export interface PartyMerge {
  readonly party: string;
  readonly into: string;
  readonly act: number;
}

/** Two parties are not the same, whatever speaks for it. Of a merge and this about one pair the later act holds. */
export interface PartiesApart {
  readonly a: string;
  readonly b: string;
  readonly act: number;
}

/** Nothing was decided. */
export const emptyExtract: ResolutionExtract = { ledgerPosition: 0, areas: [], merges: [], apart: [] };
