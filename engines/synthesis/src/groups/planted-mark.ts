/** Kinds of abnormal groups of marks, after article 4 of the Trademark Law and article 8 of SAMR Order 17. */
export type MarkGroupName = 'mark-hoarding' | 'mark-random-characters' | 'mark-refiling';

/** What the mark in a place of the order of filing has to be. */
export interface PlantedMark {
  /** `M000017`, the same over all members. */
  readonly group: string;
  readonly groupNumber: number;
  readonly kind: MarkGroupName;
  readonly role: 'hoarded' | 'random-characters' | 'refused' | 'refiled';
  readonly position: number;
  /** Running number in the group. */
  readonly ordinal: number;
  readonly last: boolean;
  /** The words of the mark. */
  readonly words: string;
  /** Nice classes, one to three, 1 to 45. */
  readonly classes: readonly number[];
  /** As for patents: equal numbers mean the same holder, the same address. */
  readonly holder: number;
  readonly address: number | null;
  /** It is refused; a refiling is filed afterwards. */
  readonly refused: boolean;
  /** Ordinal of the refused mark that it repeats. */
  readonly from: number | null;
}
