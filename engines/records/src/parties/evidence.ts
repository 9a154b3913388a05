/** What speaks for or against two parties being the same, or for their being connected. */
export type EvidenceKind =
  | 'same-name'
  | 'one-character'
  | 'two-characters'
  | 'word-order'
  | 'place-in-name'
  | 'name-stem'
  | 'branch'
  | 'same-address'
  | 'shared-people'
  | 'shared-agency'
  | 'joint-records'
  | 'near-code'
  | 'code-missing'
  | 'codes-differ'
  | 'types-differ'
  | 'numerals-differ';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** Between 0 and 1 for what speaks for it, below 0 for what speaks against it. */
  readonly weight: number;
  /** What was seen: the address, the number of shared people, the characters that differ. */
  readonly detail: string;
}
